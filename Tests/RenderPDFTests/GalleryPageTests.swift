import ChartGallery
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing

@testable import RenderPDF

/// Every chart of the gallery, by name, one below the other.
private var galleryDocument: Document {
    let charts = gallery.sorted { $0.key < $1.key } + [("over-pages", chartOverPages)]
    var document = document(
        charts.enumerated().map { number, entry in
            var figure = chart("bieu-do-\(number)", "\(entry.value.mark): \(entry.key)")
            figure.label = "Biểu đồ\u{A0}\(number + 1)"
            figure.spec = entry.value
            figure.notes = []
            return .chart(figure)
        }
    )
    document.words.continued = "(tiếp theo)"
    return document
}

@Suite struct `The gallery on pages` {
    @Test func `looks as it did when somebody looked at it`() throws {
        let (bytes, log) = try file(galleryDocument)
        #expect(log.entries.isEmpty, "\(log.entries)")
        let folder = projectRoot.appendingPathComponent("Output/test-samples")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let pdf = folder.appendingPathComponent("gallery.pdf")
        try Data(bytes).write(to: pdf)
        try expectPagePictures(of: pdf, "pages-gallery")
    }
}
