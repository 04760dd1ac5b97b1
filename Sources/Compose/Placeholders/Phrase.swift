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
        case members(MemberList, text: TemplateText, separator: String, last: String)
    }

    var form: Form
    var conditions: [Condition]
    var place: Place
}

/// Which members, in which order.
struct MemberList: Sendable {
    var kind: MemberKind
    /// A figure whose larger values come first; the order of settings when `nil`.
    var by: String?
    /// Only so many.
    var top: Int?
    /// Leaves out members without organisations.
    var nonzero: Bool
    var place: Place
}
