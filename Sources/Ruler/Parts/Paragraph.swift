/// A line of running text with its page.
struct TextLine: Sendable {
    var line: PrintedLine
    var page: Int
    /// Whether a table, a chart or a picture stands within two lines: a caption, a note, a source.
    var isBesideFigure = false
}

/// A paragraph of running text, perhaps over two pages.
struct Paragraph: Sendable {
    var lines: [TextLine]
    /// The distance from the paragraph before it on the same page, baseline to baseline.
    var advance: Double?
    var isCentred = false
    /// Whether its first line may have been set before a table or on the page before.
    var mayBeCut = false

    var first: PrintedLine { lines[0].line }
    var page: Int { lines[0].page }
    var text: String { lines.map(\.line.text).joined(separator: " ") }
    var isBesideFigure: Bool { lines[0].isBesideFigure }
    var size: Double { PrintedLine(words: lines.flatMap(\.line.words)).size }
    /// The words of all lines as one, for questions about the look.
    var whole: PrintedLine { PrintedLine(words: lines.flatMap(\.line.words)) }
}

/// Puts lines together into paragraphs.
struct ParagraphGathering {
    var column: TextColumn
    /// The distance of baselines inside paragraphs.
    var pitch: Double
    private(set) var paragraphs: [Paragraph] = []
    private var last: TextLine?

    init(column: TextColumn, pitch: Double) {
        self.column = column
        self.pitch = pitch
    }

    mutating func add(_ text: TextLine) {
        defer { last = text }
        let line = text.line
        let isCentred =
            column.centres(line, within: 3) && line.left > column.left + 15
            && line.right < column.right - 15
        guard let last, !isCentred, let open = paragraphs.last, !open.isCentred,
            continues(line, after: last, in: open, onSamePage: last.page == text.page)
        else {
            var paragraph = Paragraph(lines: [text], isCentred: isCentred)
            paragraph.mayBeCut = last == nil && line.left < column.left + 4
            if let last, last.page == text.page {
                paragraph.advance = line.baseline - last.line.baseline
            }
            paragraphs.append(paragraph)
            return
        }
        paragraphs[paragraphs.count - 1].lines.append(text)
    }

    /// What breaks the flow: a table, a chart, the end of a part.
    mutating func interrupt() { last = nil }

    private func continues(
        _ line: PrintedLine,
        after last: TextLine,
        in paragraph: Paragraph,
        onSamePage: Bool
    ) -> Bool {
        if onSamePage, line.baseline - last.line.baseline > pitch + 3 { return false }
        guard abs(line.size - last.line.size) < 0.6 else { return false }
        // The line before had room for this line's first word: its paragraph ended there.
        guard let word = line.words.first,
            last.line.right + 0.25 * line.size + (word.right - word.left) > column.right - 1
        else { return false }
        if line.left < column.left + 4 { return true }
        // Lists may hang: the lines after the first stand where its words begin.
        let start = paragraph.first
        guard start.left > column.left + 4, isMarked(start) else { return false }
        if paragraph.lines.count > 1 { return abs(line.left - last.line.left) < 3 }
        return line.left > start.left + 3 && start.words.count > 1
            && abs(line.left - start.words[1].left) < 8
    }

    /// Whether a line begins as an item of a list does.
    private func isMarked(_ line: PrintedLine) -> Bool {
        guard let mark = line.words.first?.text else { return false }
        return mark.count <= 4 && !(mark.first?.isLetter == true && mark.last?.isLetter == true)
            || mark.count == 1
    }
}
