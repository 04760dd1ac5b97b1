import CairoKit
import Testing
import ThemeModel

private let fonts = FaceFiles(
    family: "Liberation Serif",
    regular: "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
    bold: "/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
    italic: "/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf",
    boldItalic: "/usr/share/fonts/truetype/liberation2/LiberationSerif-BoldItalic.ttf"
)

@Test func `writes a file with the pages that were drawn`() throws {
    let set = try FontSet(fonts)
    var surface = try PDFSurface(fonts: set)
    for width in [300.0, 400.0] {
        surface.beginPage(width: width, height: 200)
        surface.beginTag("P")
        surface.show(
            set.shape("xã", face: .regular),
            x: 20,
            y: 50,
            size: 14,
            colour: Colour(red: 0, green: 0, blue: 0)
        )
        surface.endTag("P")
        surface.endPage()
    }
    let text = String(decoding: try surface.finish().bytes, as: UTF8.self)
    #expect(text.hasPrefix("%PDF-1."))
    #expect(text.contains("/Count 2"))
    #expect(text.contains("[ 0 0 400 200 ]"))
}

@Test func `tells at the end that a tag was wrong`() throws {
    var surface = try PDFSurface(fonts: try FontSet(fonts))
    surface.beginPage(width: 300, height: 200)
    surface.beginTag("NoSuchType")
    surface.fill(
        x: 0,
        y: 0,
        width: 10,
        height: 10,
        colour: Colour(red: 0, green: 0, blue: 0)
    )
    surface.endTag("NoSuchType")
    surface.endPage()
    do {
        _ = try surface.finish()
        Issue.record("a tag that cairo does not know went unnoticed")
    } catch {
        #expect(!error.reason.isEmpty)
    }
}
