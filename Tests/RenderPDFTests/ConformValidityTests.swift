import Foundation
import TestSupport
import Testing

@testable import RenderPDF

/// The verdict of programs that others wrote.
struct ConformValidityTests {
    private func withFile<Result>(
        _ bytes: [UInt8],
        _ body: (String) throws -> Result
    ) throws -> Result {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("file.pdf")
            try Data(bytes).write(to: file)
            return try body(file.path)
        }
    }

    @Test(arguments: Profile.allCases)
    func `qpdf finds nothing to complain about`(profile: Profile) throws {
        let bytes = try assemble(SampleCanvas.sample(), profile: profile)
        try withFile(bytes) { path in
            let check = try run("qpdf", ["--check", path])
            #expect(check.status == 0)
            #expect(check.text.contains("No syntax or stream encoding errors found"))
            #expect(!check.errorText.contains("WARNING"), "\(check.errorText)")
        }
    }

    @Test func `PDFBox Preflight accepts the archive profile`() throws {
        let bytes = try assemble(SampleCanvas.sample(), profile: .a1a)
        #expect(try preflightFaults(bytes) == nil)
    }

    @Test(arguments: Profile.allCases)
    func `structure text reads as the document does`(profile: Profile) throws {
        let bytes = try assemble(SampleCanvas.sample(), profile: profile)
        let text = try withFile(bytes) { try run("pdfinfo", ["-struct-text", $0]).text }
        expectGolden(text, "structure-text-\(profile.rawValue).txt")
    }

    @Test(arguments: Profile.allCases)
    func `every font is embedded, a subset and mapped to Unicode`(profile: Profile) throws {
        let bytes = try assemble(SampleCanvas.sample(), profile: profile)
        let table = try withFile(bytes) { try run("pdffonts", [$0]).text }
        let fonts = table.split(separator: "\n").dropFirst(2)
        #expect(fonts.count == 4)
        for font in fonts { #expect(font.contains("yes yes yes"), "\(font)") }
    }

    @Test func `unpacked content from another writer gives the same text`() throws {
        var drawing = SampleCanvas.sample()
        let expected = try withFile(try assemble(drawing, profile: .a1a)) {
            try run("pdfinfo", ["-struct-text", $0]).text
        }
        drawing.file = try withScratchFolder { folder in
            let packed = folder.appendingPathComponent("packed.pdf")
            let plain = folder.appendingPathComponent("plain.pdf")
            try Data(drawing.file).write(to: packed)
            let copy = try run(
                "qpdf",
                ["--qdf", "--no-original-object-ids", packed.path, plain.path]
            )
            #expect(copy.status == 0)
            return [UInt8](try Data(contentsOf: plain))
        }
        let bytes = try assemble(drawing, profile: .a1a)
        #expect(try withFile(bytes) { try run("pdfinfo", ["-struct-text", $0]).text } == expected)
    }

    @Test(arguments: Profile.allCases)
    func `two runs give the same bytes`(profile: Profile) throws {
        let first = try assemble(SampleCanvas.sample(), profile: profile)
        let second = try assemble(SampleCanvas.sample(), profile: profile)
        #expect(first == second)
    }

    @Test func `another document has another identity`() throws {
        var metadata = SampleCanvas.metadata
        metadata.subject = "Hợp tác"
        let first = try FileDump(try assemble(SampleCanvas.sample(), profile: .a1a))
        let changed = SampleCanvas.sample(metadata: metadata)
        let second = try FileDump(try assemble(changed, profile: .a1a))
        let identities = [first, second].map { $0.at("/ID", "0") as? String }
        #expect(identities[0] != nil)
        #expect(identities[0] != identities[1])
    }
}
