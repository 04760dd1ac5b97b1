import Diagnostics
import PeriodModel
import Vocabulary

extension Composer {
    /// What settings change of a rule of plausibility, and why.
    func ruleWord(_ name: String, in scope: Scope) -> String? {
        guard let change = scope.ruleChange else { return nil }
        switch name {
        case "rule.code": return change.rule.rawValue
        case "rule.reason": return change.reason.printable
        case "rule.change": return words(of: change)
        case "rule.scope":
            let columns = change.keys.map { key in
                settings.schema.column(key)?.label
                    ?? settings.given.first { $0.key == key }?.label
                    ?? settings.wording.organisation
            }
            let units = change.units.compactMap { code in
                settings.units.first { $0.code == code }?.title
            }
            let all = columns + units
            return all.isEmpty ? ruleWord("all") : all.joined(separator: ", ")
        default: return nil
        }
    }

    /// Switched off; or the new severity and limits, in the order of rules.
    private func words(of change: RuleChange) -> String {
        guard !change.isOff else { return ruleWord("off") }
        let severity = change.severity.map { [ruleWord($0.rawValue)] } ?? []
        let limits = change.rule.limits.compactMap { limit in
            change.limits[limit].map {
                "\(ruleWord(limit.rawValue)) \(NumberStyle(.upTo(12)).text($0))"
            }
        }
        let all = severity + limits
        return all.isEmpty ? ruleWord("as-before") : all.joined(separator: ", ")
    }

    /// A word of the order, or the settings' own.
    private func ruleWord(_ key: String) -> String { order.words.names["rule.\(key)"] ?? key }
}
