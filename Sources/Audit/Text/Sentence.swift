/// A sentence with its figures.
struct Sentence: Sendable {
    var tokens: [Token]
    var quantities: [Quantity]
    /// As printed, blanks single.
    var text: String
    /// Which paragraph of the text it stands in.
    var block: Int
    /// Where its tokens' lines are found.
    private let source: TextBlock
    /// Whether it ends with a mark, so that nothing of it is missing.
    var isClosed: Bool

    /// Figures of one sentence that are looked at; a longer one is parted.
    static let mostTokens = 600

    init(_ tokens: [Token], of source: TextBlock, block: Int, isClosed: Bool, words: AuditWords) {
        self.tokens = tokens
        self.source = source
        self.block = block
        self.isClosed = isClosed
        let range = (tokens.first?.range.lowerBound ?? 0)..<(tokens.last?.range.upperBound ?? 0)
        text = Self.text(source.text[range])
        quantities = QuantityReader.quantities(of: tokens, words: words)
    }

    /// The line on which a token stands.
    func place(of token: Int) -> LinePlace {
        source.place(at: tokens.indices.contains(token) ? tokens[token].range.lowerBound : 0)
    }

    /// Tokens as they are printed.
    func printed(_ range: Range<Int>) -> String {
        guard let first = range.first, range.upperBound <= tokens.count else { return "" }
        return Self.text(
            source.text[
                tokens[first].range.lowerBound..<tokens[range.upperBound - 1].range.upperBound
            ]
        )
    }

    private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        var view = String.UnicodeScalarView()
        for scalar in scalars.trimmed {
            if scalar.isSpace, view.last == " " { continue }
            view.append(scalar.isSpace ? " " : scalar)
        }
        return String(view)
    }
}

extension TextBlock {
    /// The sentences of a paragraph.
    func sentences(block: Int, words: AuditWords) -> [Sentence] {
        let tokens = TokenScanner.tokens(of: text)
        var sentences: [Sentence] = []
        var start = 0
        for index in tokens.indices {
            let isEnd = isEnd(index, of: tokens, words: words)
            let isFull = index - start >= Sentence.mostTokens
            guard isEnd || isFull || index == tokens.count - 1 else { continue }
            sentences.append(
                Sentence(
                    Array(tokens[start...index]),
                    of: self,
                    block: block,
                    isClosed: isEnd && !isFull,
                    words: words
                )
            )
            start = index + 1
        }
        return sentences
    }

    private func isEnd(_ index: Int, of tokens: [Token], words: AuditWords) -> Bool {
        let token = tokens[index]
        guard token.kind == .mark, ".!?…;".contains(token.word) else { return false }
        guard index + 1 < tokens.count else { return true }
        if token.word == ";" { return false }
        let next = tokens[index + 1]
        guard next.range.lowerBound > token.range.upperBound else { return false }
        if index > 0, words[.abbreviations].length(at: index - 1, in: tokens) != nil,
            token.word == ".", tokens[index - 1].range.count <= 3
        {
            return false
        }
        switch next.kind {
        case .word: return next.isCapital
        case .mark: return "-–“\"(•".contains(next.word)
        default: return true
        }
    }
}
