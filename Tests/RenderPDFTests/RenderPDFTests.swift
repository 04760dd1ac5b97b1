import Foundation
import TestSupport
import Testing

@testable import RenderPDF

@Test func `makes equal bytes of equal documents`() throws {
    let first = try drawn(sampleReport).drawing.file
    let second = try drawn(sampleReport).drawing.file
    #expect(first == second)
    let folder = projectRoot.appendingPathComponent("Output/test-samples")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(first).write(to: folder.appendingPathComponent("report.pdf"))
}
