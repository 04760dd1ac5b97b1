/// A run of text inside a block. Text is plain: no markup is ever read out of it again.
package indirect enum Inline: Sendable, Hashable {
    case text(String)
    case strong([Inline])
    case emphasis([Inline])
    case link(LinkTarget, [Inline])
    case lineBreak
}

/// Where a link leads.
package enum LinkTarget: Sendable, Hashable {
    /// The anchor of a heading, table, chart or annex.
    case anchor(String)
    case address(String)
    /// The key of a figure, such as `doanh_thu.mean.883`; followed on screens, words only in print.
    case figure(String)
}

extension [Inline] {
    /// The same text without links to figures, neighbouring texts joined: as if there had never been any.
    package var withoutFigureLinks: [Inline] {
        var result: [Inline] = []
        for inline in self {
            switch inline {
            case .link(.figure, let children):
                for child in children.withoutFigureLinks { result.join(child) }
            case .text: result.join(inline)
            case .strong(let children): result.append(.strong(children.withoutFigureLinks))
            case .emphasis(let children): result.append(.emphasis(children.withoutFigureLinks))
            case .link(let target, let children):
                result.append(.link(target, children.withoutFigureLinks))
            case .lineBreak: result.append(.lineBreak)
            }
        }
        return result
    }

    private mutating func join(_ inline: Inline) {
        if case .text(let more) = inline, case .text(let text)? = last {
            self[count - 1] = .text(text + more)
        } else {
            append(inline)
        }
    }

    /// The letters alone, line breaks as blanks.
    package var plainText: String {
        map { inline in
            switch inline {
            case .text(let text): text
            case .strong(let children), .emphasis(let children), .link(_, let children):
                children.plainText
            case .lineBreak: " "
            }
        }.joined()
    }
}
