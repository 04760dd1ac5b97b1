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
}

extension [Inline] {
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
