/// What a diagnostic's code means, for whoever meets it.
package struct CodeExplanation: Sendable, Hashable {
    package var code: String
    /// Key of its group.
    package var group: String
    package var means: Bilingual
    /// Why it matters.
    package var why: Bilingual
    /// How to mend it.
    package var mend: Bilingual
    /// What it looks like, as it may stand in a file.
    package var example: String
    /// Of a rule of plausibility.
    package var rule: Rule?

    /// What is data of a rule.
    package struct Rule: Sendable, Hashable {
        package var severity: Diagnostic.Severity
        package var reason: Bilingual
        /// Name and value, in the rule's order.
        package var limits: [Limit]

        package init(severity: Diagnostic.Severity, reason: Bilingual, limits: [Limit]) {
            self.severity = severity
            self.reason = reason
            self.limits = limits
        }
    }

    /// A limit of a rule as data has it.
    package struct Limit: Sendable, Hashable {
        package var name: String
        package var value: String

        package init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    package init(
        code: String,
        group: String,
        means: Bilingual,
        why: Bilingual,
        mend: Bilingual,
        example: String,
        rule: Rule? = nil
    ) {
        self.code = code
        self.group = group
        self.means = means
        self.why = why
        self.mend = mend
        self.example = example
        self.rule = rule
    }
}

/// The explanations of all codes, by groups.
package struct ExplanationCatalogue: Sendable {
    /// Codes of one subject.
    package struct Group: Sendable, Hashable {
        package var key: String
        package var title: Bilingual

        package init(key: String, title: Bilingual) {
            self.key = key
            self.title = title
        }
    }

    package let groups: [Group]
    /// In the order of groups.
    package let explanations: [CodeExplanation]

    package init(groups: [Group], explanations: [CodeExplanation]) {
        self.groups = groups
        self.explanations = explanations
    }

    /// The explanation of a code, which may be copied with the brackets in which messages have it.
    package subscript(code: String) -> CodeExplanation? {
        let name = Self.bare(code)
        return explanations.first { $0.code == name }
    }

    /// The codes most like one that there is not: alike as words, or with the same part.
    package func nearest(to code: String) -> [String] {
        let name = Self.bare(code)
        let codes = explanations.map(\.code)
        let alike = nearestNames(to: name, among: codes)
        let parts = codes.filter { code in
            !name.isEmpty && (code.hasPrefix(name + ".") || code.hasSuffix("." + name))
        }
        return Array((alike + parts.filter { !alike.contains($0) }).prefix(5))
    }

    private static func bare(_ code: String) -> String {
        var name = code[...]
        while let first = name.first, first == "[" || first.isWhitespace { name.removeFirst() }
        while let last = name.last, last == "]" || last.isWhitespace { name.removeLast() }
        return name.lowercased()
    }
}
