import CairoKit
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing
import ThemeModel

@testable import RenderPDF

@Suite struct PlacedPictures {
    private func picture(
        _ bytes: [UInt8],
        _ format: PictureImage.Format,
        _ width: Int,
        _ height: Int,
        _ orientation: PictureImage.Orientation = .upright
    ) -> Picture {
        Picture(
            anchor: "picture-a",
            label: "Ảnh 1",
            caption: "Cánh đồng",
            alternative: "Cánh đồng lúa nhìn từ trên cao",
            image: PictureImage(
                format: format,
                bytes: bytes,
                width: width,
                height: height,
                orientation: orientation
            ),
            origin: Place(file: "texts/a.md", line: 3)
        )
    }

    private func render(
        _ picture: Picture,
        _ profile: Profile
    ) throws -> (file: [UInt8], codes: [String]) {
        let made = try file(
            document([.paragraph(Paragraph([.text("Đoạn.")])), .picture(picture)]),
            profile: profile
        )
        return (made.bytes, made.log.entries.map { "\($0.code) \($0.place?.line ?? 0)" })
    }

    @Test(arguments: Profile.allCases)
    func `of JPEG stand in the file byte by byte`(profile: Profile) throws {
        let made = try render(picture(SamplePictures.jpeg, .jpeg, 24, 16), profile)
        #expect(made.codes.isEmpty)
        try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(made.file).write(to: path)
            let check = try run("qpdf", ["--check", path.path])
            #expect(check.status == 0, "\(check.text)\(check.errorText)")
            let result = try run(
                "pdfimages",
                ["-j", path.path, folder.appendingPathComponent("p").path]
            )
            #expect(result.status == 0)
            let image = try Data(contentsOf: folder.appendingPathComponent("p-000.jpg"))
            #expect([UInt8](image) == SamplePictures.jpeg)
        }
    }

    @Test func `of PNG stand on white, without transparency`() throws {
        let made = try render(picture(SamplePictures.png, .png, 6, 4), .a1a)
        #expect(made.codes.isEmpty)
        try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(made.file).write(to: path)
            let list = try run("pdfimages", ["-list", path.path]).text
            #expect(list.contains("rgb") && !list.contains("smask"))
        }
    }

    @Test func `have words for those who do not see them, and their caption`() throws {
        let file = try render(picture(SamplePictures.jpeg, .jpeg, 24, 16), .a1a).file
        let structure = try poppler("pdfinfo", ["-struct-text"], file)
        #expect(structure.contains("\"Ảnh 1. Cánh đồng\""))
        // UTF-16, as strings of PDF are.
        let words = "Cánh đồng lúa nhìn từ trên cao".utf16
            .map { String(Int($0) + 0x10000, radix: 16, uppercase: true).dropFirst() }.joined()
        let plain = try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(file).write(to: path)
            return try run("qpdf", ["--qdf", path.path, "-"]).output
        }
        #expect(String(decoding: plain, as: UTF8.self).uppercased().contains("/ALT <FEFF\(words)>"))
    }

    @Test(arguments: 1...8)
    func `keep their shape however the camera was held`(orientation: Int) throws {
        let held = try #require(PictureImage.Orientation(rawValue: orientation))
        let shown = picture(SamplePictures.jpeg, .jpeg, 2400, 1600, held)
        let pages = try pages(of: document([.picture(shown)]))
        let sizes = pages.pages.flatMap(\.pieces).compactMap { piece -> Double? in
            guard case .picture(_, let width, let height, _) = piece.content else { return nil }
            return width / height
        }
        #expect(sizes.count == 1)
        #expect(abs((sizes.first ?? 0) - (orientation >= 5 ? 2.0 / 3 : 1.5)) < 0.001)
        // Every corner of the stored pixels comes to a corner of what is seen.
        let turn = shown.image.turn
        for (x, y) in [(0, 0), (2400, 0), (0, 1600), (2400, 1600)] as [(Double, Double)] {
            let seenX = turn.xx * x + turn.xy * y + turn.x0
            let seenY = turn.yx * x + turn.yy * y + turn.y0
            #expect([0, Double(shown.image.seenWidth)].contains(seenX))
            #expect([0, Double(shown.image.seenHeight)].contains(seenY))
        }
    }

    @Test func `with damaged pixels are told at the line that asks for them`() throws {
        var bytes = SamplePictures.png
        for position in 50..<60 { bytes[position] ^= 0x55 }
        let made = try render(picture(bytes, .png, 6, 4), .a1a)
        #expect(made.codes == ["render.picture.damaged 3"])
    }
}
