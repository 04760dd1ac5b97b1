import Diagnostics
import PeriodModel
import SettingsKit

extension MappingReader {
    /// `disclosure` and `published`: what public editions must not give away, and what is public already.
    mutating func disclosure(schema: [Column]) -> DisclosureSettings {
        var settings =
            optionalMapping("disclosure") { $0.disclosureRules(schema: schema) }
            ?? DisclosureSettings()
        settings.published = optionalNodes("published").compactMap { node in
            text(of: node, key: "published").map {
                DisclosureSettings.PublishedPath(path: $0, place: node.place)
            }
        }
        return settings
    }

    private mutating func disclosureRules(schema: [Column]) -> DisclosureSettings? {
        var rules = DisclosureSettings()
        rules.minimum = within(3...1000, "minimum") ?? rules.minimum
        _ = optionalMapping("dominance") { map -> Bool? in
            rules.largest = map.within(1...2, "largest") ?? rules.largest
            rules.dominance = map.within(1...99, "percent") ?? rules.dominance
            return true
        }
        rules.closeness = within(1...100, "closeness") ?? rules.closeness
        rules.protection = within(1...100, "protection") ?? rules.protection
        rules.quantiles = within(3...1000, "quantiles") ?? rules.quantiles
        let keys = schema.map(\.key)
        for node in optionalNodes("open") {
            guard let key = text(of: node, key: "open") else { continue }
            guard keys.contains(key) else {
                report(
                    SettingsDoubt.unknown(
                        key,
                        what: Bilingual(vi: "cột", en: "column"),
                        among: keys,
                        at: node.place
                    )
                )
                continue
            }
            rules.open.append(key)
        }
        return rules
    }

    /// A whole number of a range; `nil` when the key is not there.
    private mutating func within(_ range: ClosedRange<Int>, _ key: String) -> Int? {
        optionalValue(
            key,
            expecting: Bilingual(
                vi: "một số nguyên từ \(range.lowerBound) đến \(range.upperBound)",
                en: "a whole number from \(range.lowerBound) to \(range.upperBound)"
            )
        ) { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }
}
