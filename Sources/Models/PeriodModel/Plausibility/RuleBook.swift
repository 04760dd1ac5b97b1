package import Diagnostics
package import Vocabulary

/// The rules of plausibility with their severities and limits, as `Templates/rules.yaml` has them.
package struct RuleBook: Sendable {
    /// What is data of a rule.
    package struct Entry: Sendable, Hashable {
        package var severity: Diagnostic.Severity
        /// Why the rule is kept.
        package var reason: Bilingual
        package var limits: [PlausibilityRule.Limit: ExactDecimal]

        package init(
            severity: Diagnostic.Severity,
            reason: Bilingual,
            limits: [PlausibilityRule.Limit: ExactDecimal]
        ) {
            self.severity = severity
            self.reason = reason
            self.limits = limits
        }

        /// A limit; zero for one that the rule does not have.
        package subscript(limit: PlausibilityRule.Limit) -> ExactDecimal { limits[limit] ?? .zero }

        /// A limit that counts things.
        package func count(_ limit: PlausibilityRule.Limit) -> Int {
            let whole = self[limit].rounded(to: 0).coefficient
            return Int(clamping: max(0, whole))
        }
    }

    private let entries: [PlausibilityRule: Entry]
    private var changes: [RuleChange] = []

    package init(_ entries: [PlausibilityRule: Entry]) {
        self.entries = entries
    }

    /// The same rules with what a period changes.
    package func changed(by changes: [RuleChange]) -> RuleBook {
        var book = self
        book.changes += changes
        return book
    }

    /// The rule as it holds for a column or given figure and a unit; `nil` when it is switched off there.
    ///
    /// Later changes go before earlier ones.
    package func entry(_ rule: PlausibilityRule, key: String? = nil, unit: String? = nil) -> Entry?
    {
        guard var entry = entries[rule] else { return nil }
        for change in changes where change.holds(for: rule, key: key, unit: unit) {
            guard !change.isOff else { return nil }
            entry.severity = change.severity ?? entry.severity
            entry.limits.merge(change.limits) { _, new in new }
        }
        return entry
    }
}

/// What a period's settings change of a rule, and why; reports print it.
package struct RuleChange: Sendable, Hashable {
    package var rule: PlausibilityRule
    package var isOff: Bool
    package var severity: Diagnostic.Severity?
    package var limits: [PlausibilityRule.Limit: ExactDecimal]
    /// Keys of the columns or given figures that it is about; all when empty.
    package var keys: [String]
    /// Codes of the units that it is about; all when empty.
    package var units: [String]
    package var reason: String

    package init(
        rule: PlausibilityRule,
        isOff: Bool = false,
        severity: Diagnostic.Severity? = nil,
        limits: [PlausibilityRule.Limit: ExactDecimal] = [:],
        keys: [String] = [],
        units: [String] = [],
        reason: String
    ) {
        self.rule = rule
        self.isOff = isOff
        self.severity = severity
        self.limits = limits
        self.keys = keys
        self.units = units
        self.reason = reason
    }

    fileprivate func holds(for rule: PlausibilityRule, key: String?, unit: String?) -> Bool {
        self.rule == rule && (keys.isEmpty || key.map(keys.contains) ?? false)
            && (units.isEmpty || unit.map(units.contains) ?? false)
    }
}

/// What `report.yaml` says of plausibility.
package struct PlausibilitySettings: Sendable, Hashable {
    package var changes: [RuleChange] = []
    /// Keys of the given figures of stocks and flows.
    package var flow = GivenFlow()
    /// For a rating column the keys of the given numbers of its classes.
    package var ratings: [GivenRatings] = []

    package init() {}

    /// Numbers of organisations that are given beside the lists.
    package struct GivenFlow: Sendable, Hashable {
        package var before: String?
        package var entered: String?
        package var left: String?

        package init(before: String? = nil, entered: String? = nil, left: String? = nil) {
            self.before = before
            self.entered = entered
            self.left = left
        }
    }

    /// Numbers of a rating's classes that are given beside the lists.
    package struct GivenRatings: Sendable, Hashable {
        package var column: String
        package var keys: [String]

        package init(column: String, keys: [String]) {
            self.column = column
            self.keys = keys
        }
    }
}
