import Diagnostics
import SettingsKit

extension MappingReader {
    /// A text with placeholders under a key that must be there.
    mutating func templateText(_ key: String) -> TemplateText {
        node(key).flatMap { templateText(of: $0) } ?? TemplateText(literal: "")
    }

    /// A text with placeholders under a key that may be there.
    mutating func optionalTemplateText(_ key: String) -> TemplateText? {
        optionalNode(key).flatMap { templateText(of: $0) }
    }

    /// Texts with placeholders.
    mutating func templateTexts(_ key: String) -> [TemplateText] {
        optionalNodes(key).compactMap { templateText(of: $0) }
    }

    /// A scalar as a text with placeholders; the places of its placeholders are inside the scalar.
    mutating func templateText(of node: YAMLNode) -> TemplateText? {
        guard case .scalar(let scalar) = node.content else {
            _ = value(of: node, expecting: Bilingual(vi: "một dòng chữ", en: "a line of text")) {
                $0
            }
            return nil
        }
        var start = node.place
        start.column = start.column.map { $0 + (scalar.isPlain ? 0 : 1) }
        var log = DiagnosticLog()
        let text = TemplateText(scalar.text, at: start, log: &log)
        for diagnostic in log.entries { report(diagnostic) }
        return text
    }

    /// `when: previous` or a list of conditions.
    mutating func conditions() -> [Condition] {
        let place = place(of: "when")
        return optionalTextOrTexts("when").compactMap { text in
            var log = DiagnosticLog()
            let condition = Condition(text, at: place, log: &log)
            for diagnostic in log.entries { report(diagnostic) }
            return condition
        }
    }

    /// Formats such as `ty_dong 1 | number`.
    mutating func formats(_ key: String = "format") -> [String] {
        optionalText(key)?.split(separator: "|").map(\.trimmed) ?? []
    }

    /// Which members: the kind under `key`, with `by`, `top` and `nonzero` beside it.
    mutating func memberList(_ key: String) -> MemberList? {
        let place = place(of: key)
        let by = optionalText("by")
        let top = optionalInteger("top")
        let isNonzero = optionalFlag("nonzero") ?? false
        return memberKind(key).map {
            MemberList(kind: $0, by: by, top: top, nonzero: isNonzero, place: place)
        }
    }

    /// `sectors`, `units`, `missing` or `classes COLUMN`.
    mutating func memberKind(_ key: String) -> MemberKind? {
        value(
            key,
            expecting: Bilingual(
                vi: "một trong: sectors, units, populations, missing, given, measures, classes CỘT",
                en: "one of sectors, units, populations, missing, given, measures, classes COLUMN"
            ),
            MemberKind.init
        )
    }
}
