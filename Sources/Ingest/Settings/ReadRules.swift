package import Diagnostics
package import PeriodModel
import SettingsKit

/// Reads `rules.yaml`: severity, reason and limits of every rule; `nil` when it had an error.
///
/// A rule that is not there is a fault as well: no rule is dropped by leaving it out.
package func readRules(from source: SourceText, log: inout DiagnosticLog) -> RuleBook? {
    readSettingsFile(source, log: &log) { map in
        var entries: [PlausibilityRule: RuleBook.Entry] = [:]
        for rule in PlausibilityRule.allCases {
            entries[rule] = map.mapping(rule.rawValue) { map in
                let severity: Severity? = map.choice("severity")
                let reason = map.mapping("reason") { map in
                    Bilingual(vi: map.text("vi"), en: map.text("en"))
                }
                let limits =
                    rule.limits.isEmpty
                    ? [:] : map.mapping("limits") { $0.limits(of: rule, areRequired: true) }
                guard let severity, let reason, let limits else { return nil }
                return RuleBook.Entry(severity: severity.value, reason: reason, limits: limits)
            }
        }
        return RuleBook(entries)
    }
}
