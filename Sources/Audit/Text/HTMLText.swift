import Vocabulary

extension AuditedText {
    /// Reads HTML, whether or not its tags are closed; drawings, scripts and styles are left out.
    package init(html text: String) {
        var reader = HTMLReader(Array(text.composed.unicodeScalars))
        self.init(passages: reader.read())
    }
}

extension Unicode.Scalar {
    /// The small letter of ASCII.
    fileprivate var small: Unicode.Scalar {
        (0x41...0x5A).contains(value) ? Unicode.Scalar(UInt8(value | 0x20)) : self
    }
}

/// Takes paragraphs and tables out of tags, in one pass.
private struct HTMLReader {
    private let text: [Unicode.Scalar]
    private var position = 0
    private var line = 1
    private var passages: [Passage] = []
    private var block = TextBlock()
    private var table: TextTable?
    private var row: TextTable.Row?
    private var cell: [Unicode.Scalar]?
    private var isHeadCell = false
    private var span = 1

    private static let skipped = ["script", "style", "svg", "head", "template", "noscript"]
    private static let inline: Set = [
        "a", "abbr", "b", "bdi", "cite", "code", "em", "font", "i", "mark", "q", "s", "small",
        "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "ins", "del", "label",
        "button", "data", "dfn", "kbd", "samp", "img", "input", "summary",
    ]

    init(_ text: [Unicode.Scalar]) { self.text = text }

    mutating func read() -> [Passage] {
        while position < text.count {
            let scalar = text[position]
            if scalar == "<" {
                readTag()
            } else if scalar == "&" {
                readEntity()
            } else {
                if scalar == "\n" { line += 1 }
                append(scalar)
                position += 1
            }
        }
        endTable()
        endBlock()
        return passages
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        guard table == nil || cell != nil else { return }
        if cell != nil {
            cell?.append(scalar)
        } else if scalar.isSpace {
            if let last = block.text.last, !last.isSpace { block.text.append(" ") }
        } else {
            if block.text.isEmpty { block.append([], at: LinePlace(line: line)) }
            block.note(LinePlace(line: line))
            block.text.append(scalar)
        }
    }

    private mutating func readTag() {
        if text[position...].starts(with: "<!--".unicodeScalars) {
            skip(past: "-->")
            return
        }
        let next = position + 1 < text.count ? text[position + 1] : " "
        guard next.isLetter || next == "/" || next == "!" || next == "?" else {
            append("<")
            position += 1
            return
        }
        let isEnd = next == "/"
        let start = position + (isEnd ? 2 : 1)
        var end = start
        while end < text.count, text[end].isLetter || text[end].isDigit { end += 1 }
        let name = text[start..<end].prefix(16).reduce(into: "") { $0.unicodeScalars.append($1) }
            .lowercased()
        let tag = end
        var quote: Unicode.Scalar?
        while end < text.count {
            let scalar = text[end]
            if scalar == "\n" { line += 1 }
            if let open = quote {
                if scalar == open { quote = nil }
            } else if scalar == "\"" || scalar == "'" {
                quote = scalar
            } else if scalar == ">" {
                break
            }
            end += 1
        }
        if quote != nil {
            // A quote that never ends would hide the rest of the file.
            end = text[tag...].firstIndex(of: ">") ?? text.count
        }
        let attributes = text[tag..<min(end, text.count)]
        position = min(end + 1, text.count)
        if !isEnd, Self.isSources(name, attributes) {
            skip(past: "</section")
            skip(past: ">")
            return
        }
        if !isEnd, Self.skipped.contains(name), attributes.last != "/" {
            skip(past: "</\(name)")
            skip(past: ">")
            return
        }
        if !Self.inline.contains(name) { apply(name, isEnd, attributes) }
    }

    /// Whether an element is the sources of a report's figures: formulas and operands, no statements.
    private static func isSources(_ name: String, _ attributes: ArraySlice<Unicode.Scalar>) -> Bool
    {
        guard name == "section" else { return false }
        var text = String.UnicodeScalarView()
        text.append(contentsOf: attributes)
        return String(text).split(separator: " ").contains("class=\"sources\"")
    }

    private mutating func apply(
        _ name: String,
        _ isEnd: Bool,
        _ attributes: ArraySlice<Unicode.Scalar>
    ) {
        switch name {
        case "table":
            endTable()
            endBlock()
            table = isEnd ? nil : TextTable()
        case "tr" where table != nil:
            endRow()
            if !isEnd { row = TextTable.Row(cells: [], place: LinePlace(line: line), isHead: true) }
        case "td" where table != nil, "th" where table != nil:
            endCell()
            guard !isEnd else { return }
            if row == nil {
                row = TextTable.Row(cells: [], place: LinePlace(line: line), isHead: true)
            }
            cell = []
            isHeadCell = name == "th"
            span = Self.span(in: attributes)
        case "caption" where table != nil: cell = isEnd ? nil : []
        case _ where table != nil: append(" ")
        case "br": append(" ")
        default:
            endBlock()
            if !isEnd, name == "li" { block = TextBlock(marker: "-") }
        }
    }

    private static func span(in attributes: ArraySlice<Unicode.Scalar>) -> Int {
        let name = Array("colspan".unicodeScalars)
        guard attributes.count >= name.count + 2 else { return 1 }
        for start in attributes.startIndex...(attributes.endIndex - name.count)
        where attributes[start] == "c" && attributes[start...].starts(with: name) {
            let digits = attributes[(start + name.count)...].drop { !$0.isDigit }.prefix {
                $0.isDigit
            }.prefix(3)
            return min(max(digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) }, 1), 50)
        }
        return 1
    }

    private mutating func endCell() {
        guard let scalars = cell else { return }
        var view = String.UnicodeScalarView()
        for scalar in scalars.trimmed {
            if scalar.isSpace, view.last?.isSpace == true { continue }
            view.append(scalar.isSpace ? " " : scalar)
        }
        row?.cells += Array(repeating: String(view), count: span)
        // Rows of headings alone are a head.
        if !isHeadCell { row?.isHead = false }
        cell = nil
    }

    private mutating func endRow() {
        endCell()
        if let row, !row.cells.isEmpty { table?.rows.append(row) }
        row = nil
    }

    private mutating func endTable() {
        endRow()
        if let table, table.rows.count > 1 { passages.append(.table(table)) }
        table = nil
    }

    private mutating func endBlock() {
        if !block.isEmpty { passages.append(.block(block)) }
        block = TextBlock()
    }

    private mutating func skip(past mark: String) {
        let mark = Array(mark.unicodeScalars)
        while position < text.count {
            if text[position] == "\n" { line += 1 }
            let isMark =
                text[position] == mark[0]
                && text[position...].prefix(mark.count).map(\.small).elementsEqual(mark)
            if isMark {
                position += mark.count
                return
            }
            position += 1
        }
    }

    private static let entities: [String: Unicode.Scalar] = [
        "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "ndash": "–",
        "mdash": "—", "hellip": "…", "minus": "−",
    ]

    private mutating func readEntity() {
        let name = text[(position + 1)...].prefix(10).prefix { $0 != ";" && !$0.isSpace }
        let end = position + 1 + name.count
        guard end < text.count, text[end] == ";", let scalar = Self.scalar(Array(name)) else {
            append("&")
            position += 1
            return
        }
        append(scalar)
        position = end + 1
    }

    private static func scalar(_ name: [Unicode.Scalar]) -> Unicode.Scalar? {
        let word = name.reduce(into: "") { $0.unicodeScalars.append($1) }
        guard word.first == "#" else { return entities[word] }
        let isHex = word.dropFirst().first?.lowercased() == "x"
        return UInt32(word.dropFirst(isHex ? 2 : 1), radix: isHex ? 16 : 10)
            .flatMap(Unicode.Scalar.init)
    }
}
