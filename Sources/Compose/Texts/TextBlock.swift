import Diagnostics

/// A text as it was written, before placeholders are replaced.
struct TemplateDocument: Sendable {
    var name: String
    /// Conditions of the front matter.
    var conditions: [Condition]
    var blocks: [ConditionedBlock]
}

struct ConditionedBlock: Sendable {
    var conditions: [Condition]
    var block: TextBlock
    var place: Place
}

indirect enum TextBlock: Sendable {
    case heading(level: Int, [TextInline])
    case paragraph([TextInline])
    /// `start` of a numbered list; `nil` for dashes.
    case list(start: Int?, items: [[TextBlock]])
    case table(name: String)
    case chart(name: String)
    case picture(TemplatePicture)
    case each(MemberList, [TextInline])
}

indirect enum TextInline: Sendable {
    case text(TemplateText)
    case emphasis([TextInline])
    case strong([TextInline])
    case link(String, [TextInline])
    case lineBreak
}
