import Vocabulary

extension AuditedText {
    /// Reads plain text or Markdown.
    package init(plain text: String) {
        var reader = LineReader(minimumGap: 3)
        reader.read(text.composed, page: nil)
        self.init(passages: reader.finish())
    }

    /// Reads the pages that Poppler's program prints, each ended by a form feed, with blanks between columns.
    package init(pages text: String) {
        var reader = LineReader(minimumGap: 2)
        let pages = text.composed.unicodeScalars.split(
            separator: "\u{C}",
            omittingEmptySubsequences: false
        )
        for (index, page) in pages.enumerated() { reader.read(String(page), page: index + 1) }
        self.init(passages: reader.finish())
    }
}

/// Gathers lines to paragraphs and tables.
struct LineReader {
    /// Blanks that part two columns.
    private let minimumGap: Int
    private var passages: [Passage] = []
    private var block = TextBlock()
    private var table = TextTable()
    private var isAfterBlank = true
    private var lastLength = 0

    init(minimumGap: Int) { self.minimumGap = minimumGap }

    mutating func read(_ text: String, page: Int?) {
        let lines = text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" }
        for (index, raw) in lines.enumerated() {
            let line = raw.last == "\r" ? raw.dropLast() : raw
            read(Array(line), at: LinePlace(line: index + 1, page: page), isPaged: page != nil)
        }
    }

    mutating func finish() -> [Passage] {
        endBlock()
        endTable()
        return passages
    }

    private mutating func read(_ line: [Unicode.Scalar], at place: LinePlace, isPaged: Bool) {
        let trimmed = line.trimmed
        if trimmed.isEmpty {
            // On pages, blank lines stand at their ends, within sentences.
            if !isPaged || block.isEnded { endBlock() }
            isAfterBlank = true
            return
        }
        if isPaged, trimmed.count <= 4, trimmed.allSatisfy(\.isDigit) { return }
        if let (cells, isGuessed) = cells(of: line, trimmed) {
            endBlock()
            let isRule = cells.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(\.isRule) }
            if isRule {
                for index in table.rows.indices { table.rows[index].isHead = true }
            } else {
                table.isGuessed = table.isGuessed || isGuessed
                table.rows.append(TextTable.Row(cells: cells, place: place))
            }
            return
        }
        endTable()
        readProse(trimmed, at: place)
    }

    private mutating func readProse(_ line: ArraySlice<Unicode.Scalar>, at place: LinePlace) {
        let (marker, rest) = Self.withoutMarker(line)
        let goesOn = marker == nil && !block.isEmpty && joins(rest)
        if !goesOn {
            endBlock()
            block = TextBlock(marker: marker)
        }
        block.append(rest.withoutEmphasis, at: place)
        lastLength = line.count
        isAfterBlank = false
    }

    /// Whether a line goes on with the sentence of the line before.
    private func joins(_ line: ArraySlice<Unicode.Scalar>) -> Bool {
        if block.isEnded { return false }
        if block.last == "," { return true }
        if isAfterBlank { return line.first?.isUpper != true && line.first?.isLetter == true }
        return lastLength >= 55 || line.first?.isUpper != true && line.first?.isLetter == true
    }

    private mutating func endBlock() {
        if !block.isEmpty { passages.append(.block(block)) }
        block = TextBlock()
    }

    private mutating func endTable() {
        if table.rows.count > 1 { passages.append(.table(table)) }
        table = TextTable()
    }

    /// The mark of a list or the number of a heading, and what stands behind it.
    private static func withoutMarker(
        _ line: ArraySlice<Unicode.Scalar>
    ) -> (Unicode.Scalar?, ArraySlice<Unicode.Scalar>) {
        guard let first = line.first else { return (nil, line) }
        if first == "#" { return ("#", line.drop { $0 == "#" || $0.isSpace }) }
        if first == ">" { return (nil, line.drop { $0 == ">" || $0.isSpace }) }
        let second = line.dropFirst().first
        if "-+*•–—●▪◦".unicodeScalars.contains(first), second != first {
            let rest = line.dropFirst().drop { $0.isSpace }
            if second?.isSpace == true || rest.first?.isLetter == true { return (first, rest) }
        }
        let head = line.prefix { $0.isDigit || $0 == "." }
        let isNumbered =
            !head.isEmpty && head.count <= 8 && head.last == "."
            && line.dropFirst(head.count).first?.isSpace == true
        if isNumbered { return ("1", line.dropFirst(head.count).drop { $0.isSpace }) }
        // `a)`, `1)`, `II.`
        let label = line.prefix { $0.isLetter || $0.isDigit }
        let mark = line.dropFirst(label.count).first
        if (1...2).contains(label.count), mark == ")" {
            return (")", line.dropFirst(label.count + 1).drop { $0.isSpace })
        }
        return (nil, line)
    }
}

extension LineReader {
    /// The cells of a line that is a row of a table; `nil` for prose.
    private func cells(
        of line: [Unicode.Scalar],
        _ trimmed: ArraySlice<Unicode.Scalar>
    ) -> (cells: [String], isGuessed: Bool)? {
        if trimmed.first == "|" || trimmed.count(where: { $0 == "|" }) >= 2 {
            var inner = trimmed
            if inner.first == "|" { inner = inner.dropFirst() }
            if inner.last == "|" { inner = inner.dropLast() }
            let cells = inner.split(separator: "|", omittingEmptySubsequences: false)
            return (cells.map { String($0.trimmed.withoutEmphasis) }, false)
        }
        if line.contains("\t"), line.trimmed.contains("\t") {
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            if cells.count > 2 { return (cells.map { $0.trimmed.text }, false) }
        }
        return guessedCells(trimmed).map { ($0, true) }
    }

    /// Segments between wide gaps, where most of them are short and some are figures.
    private func guessedCells(_ line: ArraySlice<Unicode.Scalar>) -> [String]? {
        var segments: [[Unicode.Scalar]] = []
        var current: [Unicode.Scalar] = []
        var gap = 0
        for scalar in line {
            if scalar == " " || scalar == "\u{A0}" || scalar == "\t" {
                gap += 1
                continue
            }
            if gap >= minimumGap, !current.isEmpty {
                segments.append(current)
                current = []
            } else if gap > 0, !current.isEmpty {
                current.append(" ")
            }
            gap = 0
            current.append(scalar)
        }
        segments.append(current)
        // Figures that stand close together.
        segments = segments.flatMap { segment -> [[Unicode.Scalar]] in
            let parts = segment.split(separator: " ")
            return parts.count > 1 && parts.allSatisfy(\.isFigure)
                ? parts.map { Array($0) } : [segment]
        }
        guard segments.count >= 2, segments.allSatisfy({ $0.count <= 60 }) else {
            return segments.count == 1 && segments[0].isFigure && minimumGap == 2
                ? segments.map(\.text) : nil
        }
        let figures = segments.dropFirst().count { $0.beginsAsFigure }
        guard figures * 2 >= segments.count - 1 else { return nil }
        return segments.map(\.text)
    }
}

extension TextBlock {
    /// Whether its sentence has come to an end.
    fileprivate var isEnded: Bool {
        guard let last else { return true }
        return ".;:!?…/".unicodeScalars.contains(last)
    }
}

extension Unicode.Scalar {
    fileprivate var isRule: Bool { self == "-" || self == ":" || self == "=" || self == " " }
}

extension Sequence<Unicode.Scalar> {
    fileprivate var text: String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: self)
        return String(view)
    }

    /// Without Markdown's marks for bold text and code.
    fileprivate var withoutEmphasis: String.UnicodeScalarView {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: lazy.filter { $0 != "*" && $0 != "`" && $0 != "\u{AD}" })
        return view
    }
}

extension Collection<Unicode.Scalar> {
    /// A number, a sign of a missing one, or a percentage alone.
    fileprivate var isFigure: Bool {
        if count == 1, let only = first, "-–—x…".unicodeScalars.contains(only) { return true }
        return contains(where: \.isDigit)
            && allSatisfy { $0.isDigit || ".,+-−%/".unicodeScalars.contains($0) }
    }

    fileprivate var beginsAsFigure: Bool {
        isFigure || first?.isDigit == true
            || first.map { "+-−(".unicodeScalars.contains($0) } == true
                && dropFirst().first?.isDigit == true
    }
}

extension BidirectionalCollection<Unicode.Scalar> where SubSequence == ArraySlice<Unicode.Scalar> {
    var trimmed: ArraySlice<Unicode.Scalar> {
        var slice = self[...]
        while slice.first?.isSpace == true { slice = slice.dropFirst() }
        while slice.last?.isSpace == true { slice = slice.dropLast() }
        return slice
    }
}
