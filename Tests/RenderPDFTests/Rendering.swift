import CairoKit
import Diagnostics
import DocumentModel
import Foundation
import TestSupport
import Testing
import ThemeModel

@testable import RenderPDF

/// The pages of a document as cairo draws them, with the doubts told on the way.
func drawn(
    _ document: Document,
    theme: Theme = sampleTheme,
    profile: Profile = .a1a
) throws -> (drawing: TaggedDrawing, log: DiagnosticLog) {
    var log = DiagnosticLog()
    let fonts = try FontSet(theme.faces)
    return (
        try drawing(of: document, theme: theme, fonts: fonts, profile: profile, log: &log), log
    )
}

/// The finished file, and the doubts told on the way.
func file(
    _ document: Document,
    profile: Profile = .a1a
) throws -> (bytes: [UInt8], log: DiagnosticLog) {
    var log = DiagnosticLog()
    let fonts = try FontSet(sampleTheme.faces)
    let bytes = try pdf(
        of: document,
        theme: sampleTheme,
        fonts: fonts,
        profile: profile,
        log: &log
    ).bytes
    return (bytes, log)
}

/// Everything before drawing.
func pages(of document: Document, theme: Theme = sampleTheme) throws -> PagedDocument {
    let layout = DocumentLayout(document: document, paragraphs: try sampleParagraphs(theme))
    return layout.pages(of: layout.sections(root: StructureElement(.document)))
}

func sampleParagraphs(_ theme: Theme = sampleTheme) throws -> ParagraphLayout {
    ParagraphLayout(
        shaper: TextShaper(fonts: try FontSet(theme.faces), doubts: GlyphDoubts()),
        theme: theme
    )
}

/// What a Poppler program prints about a file.
func poppler(_ program: String, _ arguments: [String], _ file: [UInt8]) throws -> String {
    try withScratchFolder { folder in
        let path = folder.appendingPathComponent("a.pdf")
        try Data(file).write(to: path)
        let result = try run(
            program,
            arguments + [path.path] + (program == "pdftotext" ? ["-"] : [])
        )
        #expect(result.errorText == "")
        return result.text
    }
}

/// Words of a text, for comparing what was written with what can be read.
func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
}
