extension CodeExplanation {
    /// The explanation for people.
    package func text(in language: Language) -> String {
        var text = "\(code)\n"
        if let rule {
            let severity: Bilingual =
                rule.severity == .error
                ? Bilingual(vi: "lỗi", en: "error") : Bilingual(vi: "cảnh báo", en: "warning")
            let limits = rule.limits.map { "\($0.name) \($0.value)" }
            text +=
                Bilingual(vi: "  Quy tắc: ", en: "  Rule: ").text(in: language)
                + ([severity.text(in: language)] + limits).joined(separator: ", ") + "\n"
        }
        let parts = [
            (Bilingual(vi: "Ý nghĩa", en: "Meaning"), means),
            (Bilingual(vi: "Vì sao quan trọng", en: "Why it matters"), why),
            (Bilingual(vi: "Cách sửa", en: "To do"), mend),
            (Bilingual(vi: "Ví dụ", en: "Example"), Bilingual(vi: example, en: example)),
        ]
        for (title, words) in parts {
            let lines = words.text(in: language).split(separator: "\n")
            text += "  \(title.text(in: language)): \(lines.joined(separator: "\n    "))\n"
        }
        return text
    }

    /// The same as an object; `rule` is `null` for codes that are no rule's.
    package func json(in language: Language) -> JSONText {
        .object([
            ("code", .string(code)), ("group", .string(group)),
            ("means", .string(means.text(in: language))),
            ("why", .string(why.text(in: language))),
            ("mend", .string(mend.text(in: language))), ("example", .string(example)),
            ("rule", rule.map { $0.json(in: language) } ?? .null),
        ])
    }
}

extension CodeExplanation.Rule {
    fileprivate func json(in language: Language) -> JSONText {
        .object([
            ("severity", .string(severity.rawValue)),
            ("reason", .string(reason.text(in: language))),
            ("limits", .object(limits.map { ($0.name, .decimal($0.value)) })),
        ])
    }
}

extension ExplanationCatalogue {
    /// All codes by groups, each with its meaning.
    package func text(in language: Language) -> String {
        groups.map { group in
            let lines = explanations.filter { $0.group == group.key }.map { explanation in
                "  \(explanation.code): \(explanation.means.text(in: language))\n"
            }
            return "\(group.title.text(in: language))\n" + lines.joined()
        }.joined(separator: "\n")
    }

    /// A list of all explanations.
    package func json(in language: Language) -> JSONText {
        .array(explanations.map { $0.json(in: language) })
    }
}
