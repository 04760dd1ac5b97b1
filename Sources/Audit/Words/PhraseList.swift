import Vocabulary

/// Phrases that are looked for in tokens, word by word, the longest first.
struct PhraseList: Sendable {
    /// Phrases by their first word, longest first.
    private var byFirst: [String: [[String]]] = [:]

    init(_ texts: [String] = []) {
        for text in texts {
            let words = Self.words(of: text)
            guard let first = words.first else { continue }
            byFirst[first, default: []].append(words)
        }
        for key in byFirst.keys { byFirst[key]?.sort { $0.count > $1.count } }
    }

    /// The small words and marks of a text, as the scanner parts them.
    static func words(of text: String) -> [String] {
        TokenScanner.tokens(of: Array(text.composed.unicodeScalars)).map(\.word)
    }

    /// How many tokens from `start` on are a phrase; `nil` when none begins there.
    func length(at start: Int, in tokens: [Token]) -> Int? {
        guard start >= 0, start < tokens.count, let phrases = byFirst[tokens[start].word] else {
            return nil
        }
        return phrases.first { phrase in
            start + phrase.count <= tokens.count
                && phrase.indices.allSatisfy { phrase[$0] == tokens[start + $0].word }
        }?.count
    }

    /// Where a phrase begins that ends right before `end`; the longest one.
    func start(endingBefore end: Int, in tokens: [Token], notBefore first: Int = 0) -> Int? {
        var found: Int?
        for start in stride(from: end - 1, through: max(first, end - 5), by: -1) {
            if matches(from: start, to: end, in: tokens) { found = start }
        }
        return found
    }

    private func matches(from start: Int, to end: Int, in tokens: [Token]) -> Bool {
        guard let phrases = byFirst[tokens[start].word] else { return false }
        return phrases.contains { phrase in
            start + phrase.count == end
                && phrase.indices.allSatisfy { phrase[$0] == tokens[start + $0].word }
        }
    }

    /// Where the first phrase within a range begins.
    func first(in range: Range<Int>, of tokens: [Token]) -> Range<Int>? {
        for start in range {
            if let length = length(at: start, in: tokens), start + length <= range.upperBound {
                return start..<(start + length)
            }
        }
        return nil
    }

    /// Whether any phrase stands within a range.
    func occurs(in range: Range<Int>, of tokens: [Token]) -> Bool {
        first(in: range, of: tokens) != nil
    }

    /// Whether a text is one of the phrases.
    func contains(_ words: [String]) -> Bool {
        words.first.flatMap { byFirst[$0] }?.contains(words) ?? false
    }
}
