/// A paragraph of a text, or a sentence with the list that it announces.
struct TextBlock: Sendable {
    var text: [Unicode.Scalar] = []
    /// Where each line of the file begins in `text`.
    private var starts: [(offset: Int, place: LinePlace)] = []
    /// What led it as a mark: `-`, `+`; `nil` for what is no item of a list.
    var marker: Unicode.Scalar?

    init(marker: Unicode.Scalar? = nil) { self.marker = marker }

    /// Whether nothing is in it.
    var isEmpty: Bool { text.allSatisfy(\.isSpace) }

    /// The last mark or letter.
    var last: Unicode.Scalar? { text.last { !$0.isSpace } }

    /// Adds a line, a blank before it where it needs one.
    mutating func append(_ line: some Sequence<Unicode.Scalar>, at place: LinePlace) {
        if let last = text.last, !last.isSpace { text.append(" ") }
        starts.append((text.count, place))
        text.append(contentsOf: line)
    }

    /// Notes on which line the next letter stands.
    mutating func note(_ place: LinePlace) {
        if starts.last?.place != place { starts.append((text.count, place)) }
    }

    /// Adds a block as the next item of its list, parted by a semicolon.
    mutating func append(item: TextBlock) {
        while let last = text.last, last.isSpace || ".;,".unicodeScalars.contains(last) {
            text.removeLast()
        }
        if text.last != ":" { text.append(";") }
        text.append(" ")
        let offset = text.count
        starts += item.starts.map { ($0.offset + offset, $0.place) }
        text += item.text
    }

    /// The line on which a place of the text stands.
    func place(at offset: Int) -> LinePlace {
        var (low, high) = (0, starts.count)
        while low < high {
            let middle = (low + high) / 2
            if starts[middle].offset <= offset { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? starts[low - 1].place : starts.first?.place ?? LinePlace(line: 1)
    }
}

/// A line of a file; of a PDF, the line of a page.
struct LinePlace: Sendable, Equatable {
    var line: Int
    var page: Int?
}

/// Rows of cells.
struct TextTable: Sendable {
    struct Row: Sendable {
        var cells: [String]
        var place: LinePlace
        var isHead = false
    }

    var rows: [Row] = []
    /// Whether cells are told apart by blanks alone, so that columns are not sure.
    var isGuessed = false
}

/// What a text consists of, in its order.
enum Passage: Sendable {
    case block(TextBlock)
    case table(TextTable)
}

/// A text, parted into paragraphs and tables.
package struct AuditedText: Sendable {
    var passages: [Passage]

    /// Paragraphs that announce a list take its items; items of another level keep them apart.
    init(passages: [Passage]) {
        var result: [Passage] = []
        var index = 0
        while index < passages.count {
            guard case .block(var block) = passages[index], block.last == ":" else {
                result.append(passages[index])
                index += 1
                continue
            }
            let items = Self.items(of: block, in: passages, from: index + 1)
            if items.isEmpty {
                result.append(passages[index])
            } else {
                for item in items { block.append(item: item) }
                result.append(.block(block))
            }
            index += 1 + items.count
        }
        self.passages = result
    }

    private static func items(
        of lead: TextBlock,
        in passages: [Passage],
        from start: Int
    ) -> [TextBlock] {
        var items: [TextBlock] = []
        for passage in passages[start...] {
            guard case .block(let block) = passage, let marker = block.marker else { break }
            if marker != items.first?.marker ?? marker {
                // Items of items: unless the lead's own list goes on, it is not known where it ends.
                return marker == lead.marker ? items : []
            }
            if marker == lead.marker { break }
            items.append(block)
        }
        let isPlain = items.allSatisfy { $0.last != ":" && !$0.hasInnerEnd }
        return isPlain ? items : []
    }
}

extension TextBlock {
    /// Whether a sentence ends within it.
    fileprivate var hasInnerEnd: Bool {
        text.indices.dropLast().contains { index in
            guard text[index] == ".", text[index + 1].isSpace, index > 1 else { return false }
            let rest = text[(index + 1)...].drop { $0.isSpace }
            // `TP. Long …`: a short form in capitals ends no sentence.
            return rest.first?.isUpper == true && !text[index - 1].isUpper
        }
    }
}
