import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

extension MappingReader {
    /// `plausibility`: what a period changes of the rules, and the given figures that they ask.
    mutating func plausibility(columns: [Column], given: [String], units: [String])
        -> PlausibilitySettings
    {
        let known = SettingsNames(columns: columns, given: given, units: units)
        return optionalMapping("plausibility") { map in
            var settings = PlausibilitySettings()
            settings.changes = map.optionalMappings("changes") { $0.ruleChange(known) }
            settings.flow =
                map.optionalMapping("flow") { map in
                    PlausibilitySettings.GivenFlow(
                        before: map.givenKey("before", among: known.given),
                        entered: map.givenKey("entered", among: known.given),
                        left: map.givenKey("left", among: known.given)
                    )
                } ?? settings.flow
            settings.ratings = map.ratings(known)
            return settings
        } ?? PlausibilitySettings()
    }

    private mutating func ratings(_ known: SettingsNames) -> [PlausibilitySettings.GivenRatings] {
        optionalMapping("ratings") { map in
            var ratings: [PlausibilitySettings.GivenRatings] = []
            let columns = known.columns.filter { $0.role == .rating }.map(\.key)
            map.forEachKey { map, key, _ in
                if !known.columns.isEmpty, !columns.contains(key) {
                    let what = Bilingual(vi: "cột xếp loại", en: "rating column")
                    map.report(
                        SettingsDoubt.unknown(
                            key,
                            what: what,
                            among: columns,
                            at: map.keyPlace(of: key)
                        )
                    )
                }
                let keys = map.names(key, SettingsNames.givenWords, among: known.given)
                ratings.append(PlausibilitySettings.GivenRatings(column: key, keys: keys))
            }
            return ratings
        } ?? []
    }

    private mutating func ruleChange(_ known: SettingsNames) -> RuleChange? {
        let rule: PlausibilityRule? = choice("rule")
        let isOff = optionalFlag("off") ?? false
        let severity: Severity? = optionalChoice("severity")
        let limits = optionalMapping("limits") { map in
            map.limits(of: rule, areRequired: false)
        }
        let keys = names("keys", SettingsNames.keyWords, among: known.keys)
        let units = names(
            "units",
            Bilingual(vi: "đơn vị mã", en: "unit with the code"),
            among: known.units
        )
        let reason = text("reason")
        return rule.map {
            RuleChange(
                rule: $0,
                isOff: isOff,
                severity: severity?.value,
                limits: limits ?? [:],
                keys: keys,
                units: units,
                reason: reason
            )
        }
    }

    /// The limits of a rule; of one that is not known nothing more is told.
    mutating func limits(
        of rule: PlausibilityRule?,
        areRequired: Bool
    ) -> [PlausibilityRule.Limit: ExactDecimal] {
        var limits: [PlausibilityRule.Limit: ExactDecimal] = [:]
        for limit in rule?.limits ?? PlausibilityRule.Limit.allCases {
            let name = limit.rawValue
            let value =
                areRequired
                ? value(name, expecting: limitWords) { ExactDecimal(plain: $0) }
                : optionalValue(name, expecting: limitWords) { ExactDecimal(plain: $0) }
            if let value { limits[limit] = value }
        }
        if let lower = limits[.lower], let upper = limits[.upper], lower > upper {
            report(.limitsReversed(at: place(of: PlausibilityRule.Limit.lower.rawValue)))
        }
        return limits
    }

    private mutating func givenKey(_ key: String, among given: [String]) -> String? {
        guard let name = optionalText(key) else { return nil }
        if !given.contains(name) {
            report(
                SettingsDoubt.unknown(
                    name,
                    what: SettingsNames.givenWords,
                    among: given,
                    at: place(of: key)
                )
            )
        }
        return name
    }

    /// A list of names that must be known; when none is known, those had their faults elsewhere.
    private mutating func names(
        _ key: String,
        _ what: Bilingual,
        among known: [String]
    ) -> [String] {
        optionalNodes(key).compactMap { node in
            guard let name = text(of: node, key: key) else { return nil }
            if !known.isEmpty, !known.contains(name) {
                report(SettingsDoubt.unknown(name, what: what, among: known, at: node.place))
            }
            return name
        }
    }
}

/// The words for severities in settings.
enum Severity: String, CaseIterable {
    case error
    case warning

    var value: Diagnostic.Severity { self == .error ? .error : .warning }
}

/// What changes of rules may name.
private struct SettingsNames {
    var columns: [Column]
    var given: [String]
    var units: [String]

    /// The key of the number of organisations is `htx` in every register.
    var keys: [String] { columns.isEmpty ? [] : ["htx"] + columns.map(\.key) + given }

    static let givenWords = Bilingual(
        vi: "số nào trong given có khóa",
        en: "figure under given has the key"
    )
    static let keyWords = Bilingual(
        vi: "cột hay số nào trong given có khóa",
        en: "column or figure under given has the key"
    )
}

private let limitWords = Bilingual(
    vi: "một số viết dấu chấm thập phân như 150 hay -12.5",
    en: "a number with a decimal point such as 150 or -12.5"
)

extension Diagnostic {
    fileprivate static func limitsReversed(at place: Place) -> Diagnostic {
        Diagnostic(
            "settings.rule.limits",
            at: place,
            message: Bilingual(
                vi: "Ngưỡng dưới (lower) lớn hơn ngưỡng trên (upper)",
                en: "The lower limit is above the upper one"
            ),
            hint: Bilingual(vi: "Đổi lại hai ngưỡng", en: "Correct the two limits")
        )
    }
}
