import PeriodModel
import Vocabulary

/// Recognises the words of `reading.yaml` in cells.
///
/// Nothing is prepared: nearly all cells are told from all words by their first letter.
struct ReadingMatcher: Sendable {
    private let words: ReadingWords
    /// First two bytes of the names of totals, ASCII letters small.
    private let totalStarts: Set<UInt16>

    init(_ words: ReadingWords) {
        self.words = words
        totalStarts = Set(words.totals.map { Self.start(Array($0.utf8.prefix(2))[...]) })
    }

    private static func start(_ bytes: ArraySlice<UInt8>) -> UInt16 {
        func small(_ byte: UInt8) -> UInt16 { UInt16(byte < 0x80 ? byte | 0x20 : byte) }
        guard let first = bytes.first else { return 0 }
        return small(first) << 8 | (bytes.dropFirst().first.map(small) ?? 0)
    }

    /// Whether the text is what a total row is called; a longer text may begin with a name of two words
    /// or more, `Tổng cộng toàn huyện`, but not with one word, which may begin the name of an organisation.
    func isTotal(_ text: String) -> Bool {
        words.totals.contains { name in
            guard Self.beginAlike(text, name) else { return false }
            return Self.folded(text) == Self.folded(name)
                || Self.wordCount(name) > 1 && Self.begins(text, with: name)
        }
    }

    /// What a total is of: `Nông nghiệp` of `Cộng Nông nghiệp`; the text itself when it is called otherwise.
    func withoutTotal(_ text: String) -> String {
        let parts = text.split(whereSeparator: \.isWhitespace)
        guard parts.count > 1 else { return text }
        for count in (1..<parts.count).reversed() {
            let head = Self.folded(parts[..<count].joined(separator: " "))
            if words.totals.contains(where: { Self.folded($0) == head }) {
                return parts[count...].joined(separator: " ")
            }
        }
        return text
    }

    /// Whether bytes may be the name of a total; most cells are told from it by their first letters.
    func mayBeTotal(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let range = NumberText.trimmed(bytes, range)
        guard range.count > 1 else { return false }
        if totalStarts.contains(Self.start(bytes[range.prefix(2)])) { return true }
        // `T Ổ N G`, or letters with their marks behind them.
        return bytes[range.lowerBound + 1] == Byte.blank
            || bytes[range.prefix(4)].contains { $0 == 0xCC || $0 == 0xCD }
    }

    func isFooter(_ text: String) -> Bool {
        words.footers.contains { Self.begins(text, with: $0) }
    }

    func isUnitLine(_ text: String) -> Bool {
        let text = text.hasPrefix("(") ? String(text.dropFirst()) : text
        return words.unitLines.contains { Self.begins(text, with: $0) }
    }

    func isFootnote(_ text: String) -> Bool {
        words.footnotes.contains { Self.begins(text, with: $0) }
    }

    /// Whether the text is the word that notes begin with and nothing else, not even a colon.
    func isFootnoteWord(_ text: String) -> Bool {
        words.footnotes.contains { Self.beginAlike(text, $0) && text.foldedName == $0.foldedName }
    }

    /// Whether the cell only says that there is no value.
    func isMissingMark(_ text: String) -> Bool {
        words.none.contains { Self.beginAlike(text, $0) && text.foldedName == $0.foldedName }
            || words.unknown.contains {
                Self.beginAlike(text, $0) && text.foldedName == $0.foldedName
            }
    }

    /// Whether the first letters are one, big or small; all others differ for sure.
    private static func beginAlike(_ text: String, _ name: String) -> Bool {
        guard let left = text.utf8.first, let right = name.utf8.first else { return false }
        return left == right || left < 0x80 && left | 0x20 == right | 0x20
    }

    /// Whether a text begins with whole words: `Nguồn: …` does with `Nguồn`, `Nguồnxx` does not.
    private static func begins(_ text: String, with name: String) -> Bool {
        guard beginAlike(text, name) else { return false }
        let (own, start) = (folded(text), folded(name))
        guard own.hasPrefix(start) else { return false }
        guard let next = own.dropFirst(start.count).first else { return true }
        if !next.isLetter, !next.isNumber { return next != "@" && next != "_" }
        // Blanks are no part of folded names: the words are counted in the text itself.
        let count = wordCount(name)
        let words = text.split(maxSplits: count, whereSeparator: \.isWhitespace)
        return words.count > count
            && folded(words.prefix(count).joined(separator: " ")) == start
    }

    private static func wordCount(_ text: String) -> Int {
        text.utf8.split(separator: Byte.blank).count
    }

    /// Folded, without the colon or stop behind it.
    private static func folded(_ text: String) -> String {
        var folded = (text.utf8.count > 800 ? String(text.prefix(200)) : text).foldedName
        while let last = folded.utf8.last, ":.;,".utf8.contains(last) { folded.removeLast() }
        return folded
    }
}
