import DocumentModel

/// Joins neighbouring texts and removes the blanks that an empty phrase leaves: doubled ones, and
/// those before a comma, stop, semicolon, colon or closing bracket.
struct BlankTidier {
    /// The last character written, across inline boundaries.
    private var last: Character = " "

    mutating func tidied(_ inlines: [Inline]) -> [Inline] {
        var result: [Inline] = []
        for inline in inlines {
            switch inline {
            case .text(let text):
                let tidy = tidied(text, after: &result)
                guard !tidy.isEmpty else { continue }
                if case .text(let before)? = result.last {
                    result[result.count - 1] = .text(before + tidy)
                } else {
                    result.append(.text(tidy))
                }
            case .strong(let children): appendNonempty(Inline.strong, children, to: &result)
            case .emphasis(let children): appendNonempty(Inline.emphasis, children, to: &result)
            case .link(let target, let children):
                appendNonempty({ .link(target, $0) }, children, to: &result)
            case .lineBreak:
                last = " "
                result.append(.lineBreak)
            }
        }
        return result
    }

    private mutating func appendNonempty(
        _ wrap: ([Inline]) -> Inline,
        _ children: [Inline],
        to result: inout [Inline]
    ) {
        let tidy = tidied(children)
        if !tidy.isEmpty { result.append(wrap(tidy)) }
    }

    private mutating func tidied(_ text: String, after result: inout [Inline]) -> String {
        if text.hasBlanksInOrder(after: last) {
            last = text.last ?? last
            return text
        }
        var tidy = ""
        for character in text {
            if character == " " {
                if last == " " { continue }
            } else if last == " ", ",.;:)".contains(character) {
                if tidy.last == " " {
                    tidy.removeLast()
                } else if tidy.isEmpty, case .text(let before)? = result.last,
                    before.last == " "
                {
                    result[result.count - 1] = .text(String(before.dropLast()))
                }
            }
            tidy.append(character)
            last = character
        }
        return tidy
    }
}
