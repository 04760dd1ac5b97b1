import CairoKit
import Testing
import ThemeModel

@testable import RenderPDF

/// Cairo's file without what is made ready or never used.
struct PageContentsTests {
    @Test func `places stand where they stood before anything was left out`() throws {
        var contents = PageContents()
        var file: [UInt8] = []
        let page = Array(
            "4 0 obj\n<< /Length 5 0 R >>\nstream\nq Q\nendstream\nendobj\n5 0 obj\n   3\nendobj\n"
                .utf8
        )
        try contents.take(page, page: 0, artifacts: [:], texts: [:], to: &file)
        #expect(contents.ready[4]?.marks == 0)
        #expect(file.count == page.count - 3)
        let rest = WrittenRest(bytes: Array("xref".utf8), leftOut: [10..<30])
        contents.take(rest: rest, to: &file)
        // Before, behind the content, and behind what was left out.
        #expect(contents.place(of: 0) == 0)
        let offset = page.count - Array("5 0 obj\n   3\nendobj\n".utf8).count
        #expect(contents.place(of: offset) == offset - 3)
        #expect(contents.place(of: page.count + 30) == page.count - 3 + 10)
    }

    @Test func `the structure of cairo's own is not kept`() throws {
        let fonts = try FontSet(sampleTheme.faces)
        var canvas = try Canvas(fonts: fonts)
        canvas.beginPage(PageLayout(width: 300, height: 200, labelPrefix: "", number: 1))
        let element = StructureElement(.paragraph)
        for y in stride(from: 20.0, to: 180, by: 20) {
            canvas.select(.element(element))
            canvas.surface.fill(x: 10, y: y, width: 5, height: 5, colour: sampleTheme.colours.text)
            canvas.select(.artifact(.layout))
            canvas.surface.fill(x: 30, y: y, width: 5, height: 5, colour: sampleTheme.colours.text)
        }
        canvas.endPage()
        let (file, contents) = try canvas.finish()
        #expect(!String(decoding: file, as: UTF8.self).contains("/StructElem"))
        let reader = try ObjectReader(file, without: contents)
        #expect(try reader.pages().count == 1)
    }
}
