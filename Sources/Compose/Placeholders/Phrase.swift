import Diagnostics

/// Words from `phrases.yaml` that texts use by name.
struct Phrase: Sendable {
    enum Form: Sendable {
        case text(TemplateText)
        /// Words chosen by the sign of a figure; empty when the figure has no value.
        case change(
            of: String,
            increase: TemplateText,
            decrease: TemplateText,
            same: TemplateText
        )
        /// Members in a row, joined into one string of words.
        case members(MemberList, MemberWords)
    }

    var form: Form
    var conditions: [Condition]
    var place: Place
}

/// How members in a row are written; all of it is empty when there is no member.
struct MemberWords: Sendable {
    var text: TemplateText
    var separator: String
    /// Between the last two.
    var last: String
    var before: TemplateText
    var after: TemplateText
}

/// Which members, in which order.
struct MemberList: Sendable {
    var kind: MemberKind
    /// A figure whose larger values come first; the order of settings when `nil`.
    var by: String?
    /// Only so many, and those equal to the last of them; none when all are equal.
    var top: Int?
    /// Leaves out members without organisations.
    var nonzero: Bool
    var place: Place
}
