import CairoKit
import Diagnostics
import DocumentModel
import Testing
import ThemeModel

@testable import RenderPDF

/// Boxes of these widths, parted by blanks of 3.
private func boxes(_ widths: [Double]) -> [TextBox] {
    widths.enumerated().map { index, width in
        let isLast = index == widths.count - 1
        return TextBox(
            fragments: [],
            width: width,
            ending: isLast ? .end : .blank,
            blankWidth: isLast ? 0 : 3,
            blankCount: isLast ? 0 : 1
        )
    }
}

private struct RaggedCase: Sendable {
    var widths: [Double]
    var column: Double
    var lines: [Range<Int>]
}

private let raggedCases = [
    RaggedCase(widths: [10, 10, 10, 10], column: 23, lines: [0..<2, 2..<4]),
    RaggedCase(widths: [10, 10, 10], column: 22.9, lines: [0..<1, 1..<2, 2..<3]),
    // A box wider than the line stands alone.
    RaggedCase(widths: [10, 99, 10], column: 30, lines: [0..<1, 1..<2, 2..<3]),
    RaggedCase(widths: [], column: 30, lines: []),
    RaggedCase(widths: [5], column: 30, lines: [0..<1]),
]

@Test(arguments: raggedCases)
private func `fills ragged lines with as many words as they hold`(sample: RaggedCase) {
    let lines = breakLines(boxes(sample.widths), width: sample.column, filling: .ragged)
    #expect(lines == sample.lines)
}

@Test func `makes the lines of a heading about equally long`() {
    let equal = Array(repeating: 10.0, count: 6)
    // Greedy filling would leave one word on the second line.
    #expect(breakLines(boxes(equal), width: 63, filling: .ragged) == [0..<5, 5..<6])
    #expect(breakLines(boxes(equal), width: 63, filling: .balanced) == [0..<3, 3..<6])
}

@Test func `chooses the lines of a paragraph together`() {
    // As many words as fit on the first line would leave 43 alone on the second.
    let widths: [Double] = [20, 20, 4, 43, 40]
    #expect(breakLines(boxes(widths), width: 50, filling: .ragged) == [0..<3, 3..<4, 4..<5])
    #expect(breakLines(boxes(widths), width: 50, filling: .justified) == [0..<2, 2..<4, 4..<5])
}

@Test(arguments: [60.0, 120, 200, 300, 467])
func `ends no line between words that are held together, whose blanks stretch`(
    width: Double
) throws {
    let shaper = try sampleParagraphs().shaper
    let style = TextStyle(face: .regular, size: 14, colour: sampleTheme.colours.text)
    let bound = Array(repeating: "năm\u{A0}2020 đạt 5.234\u{A0}tỷ\u{A0}đồng, gồm cả", count: 9)
        .joined(separator: " ")
    let boxes = shaper.boxes(of: [.text(bound)], style, isJustified: true)
    let lines = setLines(
        boxes,
        width: width,
        firstIndent: min(36, width / 3),
        alignment: .both,
        filling: .justified,
        shaper: shaper
    )
    #expect(lines.flatMap(\.boxes).count == boxes.count)
    for line in lines {
        #expect(line.x + line.width <= width + 0.001)
        #expect(line.boxes.last?.ending != .tied)
    }
    // Only where a column is narrower than what is held together may it be parted.
    let ties = lines.flatMap(\.boxes).count { $0.ending == .tied }
    #expect(width < 120 ? ties < 27 : ties == 27)
    #expect(lines.dropLast().contains { $0.stretchPerBlank != 0 })
}

@Test func `ends a line where the text says so`() {
    var forced = boxes([10, 10, 10])
    forced[0].ending = .lineBreak
    for filling in [LineFilling.ragged, .justified, .balanced] {
        #expect(breakLines(forced, width: 100, filling: filling) == [0..<1, 1..<3])
    }
}

@Test(arguments: [40.0, 90, 200, 467])
func `keeps every word in order on lines no wider than the column`(width: Double) throws {
    let shaper = try sampleParagraphs().shaper
    let style = TextStyle(face: .regular, size: 14, colour: sampleTheme.colours.text)
    let long = "https://example.org/" + String(repeating: "đường-dẫn/", count: 12)
    let text = prose + " " + long + " " + String(repeating: "W", count: 200) + " " + hostileName
    for (alignment, filling) in [(LineAlignment.both, LineFilling.justified), (.left, .ragged)] {
        let lines = setLines(
            shaper.boxes(of: text, style),
            width: width,
            firstIndent: min(36, width / 3),
            alignment: alignment,
            filling: filling,
            shaper: shaper
        )
        for line in lines { #expect(line.x + line.width <= width + 0.001) }
        let set = lines.flatMap(\.boxes).map { box in
            box.fragments.map(\.word.text).joined()
                + String(repeating: " ", count: box.blankCount)
        }.joined()
        #expect(set == text)
    }
}

@Test func `fills both edges but for the last line`() throws {
    let shaper = try sampleParagraphs().shaper
    let style = TextStyle(face: .regular, size: 14, colour: sampleTheme.colours.text)
    let lines = setLines(
        shaper.boxes(of: prose, style),
        width: 300,
        firstIndent: 36,
        alignment: .both,
        filling: .justified,
        shaper: shaper
    )
    for line in lines.dropLast() { #expect(abs(line.x + line.width - 300) < 0.001) }
    #expect(lines.last?.stretchPerBlank == 0)
    #expect(lines.first?.x == 36)
}

@Test func `never parts words at a no-break space`() throws {
    let shaper = try sampleParagraphs().shaper
    let style = TextStyle(face: .regular, size: 14, colour: sampleTheme.colours.text)
    let texts = shaper.boxes(of: "3.664\u{A0}tỷ đồng", style)
        .map { $0.fragments.map(\.word.text).joined() }
    #expect(texts == ["3.664\u{A0}tỷ", "đồng"])
}

@Test func `leaves out marks that have no form`() throws {
    let shaper = try sampleParagraphs().shaper
    let style = TextStyle(face: .regular, size: 14, colour: sampleTheme.colours.text)
    let boxes = shaper.boxes(of: "xã\u{AD}\u{200B} \u{FEFF}hội\u{202E}\u{0}\u{200D}", style)
    #expect(boxes.map { $0.fragments.map(\.word.text).joined() } == ["xã", "hội"])
    #expect(shaper.doubts.log.entries.isEmpty)
}
