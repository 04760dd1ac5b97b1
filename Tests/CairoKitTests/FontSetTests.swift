import CairoKit
import Testing
import ThemeModel

private let folder = "/usr/share/fonts/truetype/liberation2/"

private func faces(
    family: String = "Liberation Serif",
    bold: String = "LiberationSerif-Bold.ttf"
) -> FaceFiles {
    FaceFiles(
        family: family,
        regular: folder + "LiberationSerif-Regular.ttf",
        bold: folder + bold,
        italic: folder + "LiberationSerif-Italic.ttf",
        boldItalic: folder + "LiberationSerif-BoldItalic.ttf"
    )
}

@Test func `tells which font file is missing`() {
    #expect(throws: FontFailure.unreadable(file: folder + "none.ttf")) {
        try FontSet(faces(bold: "none.ttf"))
    }
}

@Test func `refuses a font file of another family`() {
    let file = folder + "LiberationSans-Bold.ttf"
    #expect(
        throws: FontFailure.otherFamily(
            file: file,
            found: "Liberation Sans",
            wanted: "Liberation Serif"
        )
    ) { try FontSet(faces(bold: "LiberationSans-Bold.ttf")) }
}

@Test func `refuses a file that is no font`() {
    #expect(throws: FontFailure.unreadable(file: #filePath)) {
        var files = faces()
        files.italic = #filePath
        _ = try FontSet(files)
    }
}

/// Widths of Times from its metrics: 1/1000 em, exact to the units of Liberation Serif (2048 an em).
@Test(arguments: [
    ("a", 0.444), ("0", 0.5), (" ", 0.25), ("W", 0.944), ("ế", 0.444), ("140.749", 3.25),
    ("\u{A0}", 0.25),
])
func `measures letters in ems`(text: String, width: Double) throws {
    let word = try FontSet(faces()).shape(text, face: .regular)
    #expect(abs(word.width - width) < 0.0006)
}

@Test func `takes each face from its own file`() throws {
    let fonts = try FontSet(faces())
    let widths = Face.allCases.map { face in
        ["a", "f", "M", "W"].map { fonts.shape($0, face: face).width }
    }
    #expect(Set(widths).count == 4)
    #expect(fonts.takeMissing().isEmpty)
}

@Test func `gives the same glyphs for the same word`() throws {
    let fonts = try FontSet(faces())
    #expect(fonts.shape("xã", face: .bold) === fonts.shape("xã", face: .bold))
    #expect(fonts.shape("xã", face: .bold) !== fonts.shape("xã", face: .regular))
}

@Test func `puts a replacement for letters that the face lacks and tells them`() throws {
    let fonts = try FontSet(faces())
    let word = fonts.shape("HTX 合😀\u{E000}", face: .regular)
    #expect(word.text == "HTX \u{FFFD}\u{FFFD}\u{FFFD}")
    #expect(word.clusterTexts.suffix(3) == ["\u{FFFD}", "\u{FFFD}", "\u{FFFD}"])
    #expect(
        fonts.takeMissing() == [
            MissingGlyphs(text: "HTX 合😀\u{E000}", scalars: ["合", "😀", "\u{E000}"])
        ]
    )
    #expect(fonts.takeMissing().isEmpty)
}

@Test func `keeps the bytes of decomposed letters in one cluster`() throws {
    let fonts = try FontSet(faces())
    let word = fonts.shape("e\u{302}\u{301}", face: .regular)
    #expect(word.clusterTexts.joined() == word.text)
    #expect(abs(word.width - 0.444) < 0.0006)
}
