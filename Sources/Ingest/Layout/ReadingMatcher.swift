import PeriodModel
import Vocabulary

/// Recognises the words of `reading.yaml` in cells.
struct ReadingMatcher: Sendable {
    private let totals: [Entry]
    private let footers: [Entry]
    private let unitLines: [Entry]
    private let footnotes: [Entry]
    private let marks: Set<String>

    private struct Entry: Sendable {
        var folded: String
        var words: Int
    }

    init(_ words: ReadingWords) {
        func entries(_ list: [String]) -> [Entry] {
            list.map { text in
                Entry(
                    folded: Self.folded(text),
                    words: max(1, text.split(whereSeparator: \.isWhitespace).count)
                )
            }
        }
        totals = entries(words.totals)
        footers = entries(words.footers)
        unitLines = entries(words.unitLines)
        footnotes = entries(words.footnotes)
        marks = Set((words.none + words.unknown).map(\.foldedName))
    }

    /// Whether the text is what a total row is called; a longer text may begin with a name of two words
    /// or more, `Tổng cộng toàn huyện`, but not with one word, which may begin the name of an organisation.
    func isTotal(_ text: String) -> Bool {
        let whole = Self.folded(text)
        return totals.contains { $0.folded == whole || $0.words > 1 && begins(text, with: $0) }
    }

    func isFooter(_ text: String) -> Bool { footers.contains { begins(text, with: $0) } }

    func isUnitLine(_ text: String) -> Bool { unitLines.contains { begins(text, with: $0) } }

    func isFootnote(_ text: String) -> Bool { footnotes.contains { begins(text, with: $0) } }

    /// Whether the cell only says that there is no value.
    func isMissingMark(_ text: String) -> Bool { marks.contains(text.foldedName) }

    private func begins(_ text: String, with entry: Entry) -> Bool {
        let words = text.split(maxSplits: entry.words, whereSeparator: \.isWhitespace)
        guard words.count >= entry.words else {
            // `ĐVT:triệu đồng`: a sign may follow at once.
            return Self.hasSignBehind(text, entry.folded)
        }
        let start = words.prefix(entry.words).joined(separator: " ")
        return Self.folded(start) == entry.folded || Self.hasSignBehind(text, entry.folded)
    }

    /// Whether the text begins with the word and a sign that is no letter or digit.
    private static func hasSignBehind(_ text: String, _ folded: String) -> Bool {
        let own = text.prefix(200).foldedName
        guard own.hasPrefix(folded), let next = own.dropFirst(folded.count).first else {
            return false
        }
        return !next.isLetter && !next.isNumber
    }

    /// Folded, without the colon or stop behind it.
    private static func folded(_ text: String) -> String {
        var folded = String(text.prefix(200)).foldedName
        while let last = folded.last, last == ":" || last == "." || last == ";" || last == "," {
            folded.removeLast()
        }
        return folded
    }
}

extension Substring {
    fileprivate var foldedName: String { String(self).foldedName }
}
