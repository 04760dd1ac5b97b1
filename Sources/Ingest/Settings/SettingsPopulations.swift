import DatasetModel
import Diagnostics
import PeriodModel
import SettingsKit
import Vocabulary

/// What populations and ratios may name.
struct NamedParts {
    var units: [ReportingUnit]
    var sectors: [Sector]
    var schema: Schema
    /// Nothing stands here that a fault of its own has not left out.
    var areComplete: Bool
}

/// A register is cut into no more populations than this.
private let mostPopulations = 100

extension MappingReader {
    /// `populations:`, named parts of the register.
    mutating func populations(_ parts: NamedParts) -> [Population] {
        var names = GivenNames()
        var places: [String: Place] = [:]
        var number = 0
        let populations = optionalMappings("populations") { map -> Population? in
            let key = map.figureKey("key")
            let label = map.text("label")
            let phrase = map.optionalText("phrase") ?? label
            let rule = map.rule(parts)
            let indicators = map.optionalNode("indicators").map { _ in
                map.optionalTexts("indicators")
            }
            number += 1
            map.reportRepeated(key, owner: number, at: map.place(of: "key"), in: &names)
            places[key] = map.place(of: "key")
            return rule.map {
                Population(key: key, label: label, phrase: phrase, rule: $0, indicators: indicators)
            }
        }
        if number > mostPopulations {
            report(SettingsDoubt.tooManyPopulations(number, at: place(of: "populations")))
            return []
        }
        if populations.count == number { checkNames(of: populations, places) }
        checkColumnPopulations(among: places.keys.sorted())
        return hasErrors ? [] : populations
    }

    /// Who belongs to a population: everything that is said of it holds.
    private mutating func rule(_ parts: NamedParts) -> Population.Rule? {
        var rules = optionalMapping("where") { map -> [Population.Rule]? in
            var rules: [Population.Rule] = []
            map.forEachKey { map, key, _ in
                if let rule = map.rule(of: key, parts) { rules.append(rule) }
            }
            return rules
        }
        if has("not") || optionalNode("not") != nil {
            rules = (rules ?? []) + [.not(.population(text("not")))]
        }
        if optionalNode("all_of") != nil {
            rules = (rules ?? []) + [.all(optionalTexts("all_of").map { .population($0) })]
        }
        if optionalNode("any_of") != nil {
            rules = (rules ?? []) + [.any(optionalTexts("any_of").map { .population($0) })]
        }
        guard let rules else {
            if !hasErrors { report(SettingsDoubt.noRule(at: place)) }
            return nil
        }
        return rules.isEmpty ? .everyone : rules.count == 1 ? rules[0] : .all(rules)
    }

    /// `COLUMN: [CODES]`
    private mutating func rule(
        of key: String,
        _ parts: NamedParts
    ) -> Population.Rule? {
        let items = optionalNodes(key)
        let codes = items.compactMap { text(of: $0, key: key) }
        guard parts.areComplete else { return .everyone }
        let columns = parts.schema.columns + parts.schema.derived
        guard let column = columns.first(where: { $0.key == key }), column.hasCodes else {
            report(
                SettingsDoubt.unknown(
                    key,
                    what: Bilingual(
                        vi: "cột phân loại, đơn vị hay lĩnh vực",
                        en: "column of classes, units or sectors called"
                    ),
                    among: columns.filter(\.hasCodes).map(\.key),
                    at: keyPlace(of: key)
                )
            )
            return nil
        }
        let known =
            switch column.role {
            case .unit: parts.units.map(\.code)
            case .sector: parts.sectors.map(\.code)
            default: column.codes.map(\.code)
            }
        if isEmptyList(key) { report(SettingsDoubt.emptyList(key, at: place(of: key))) }
        for (item, code) in zip(items, codes) where !known.contains(code) {
            report(
                SettingsDoubt.unknown(
                    code,
                    what: Bilingual(vi: "mã của cột \(key):", en: "code of the column \(key):"),
                    among: known,
                    at: item.place
                )
            )
        }
        return switch column.role {
        case .unit: .units(codes)
        case .sector: .sectors(codes)
        default: .classes(column: key, codes: codes)
        }
    }

    /// Populations that others name must be there, and none may be made of itself.
    private mutating func checkNames(of populations: [Population], _ places: [String: Place]) {
        let keys = populations.map(\.key)
        var faults = false
        for population in populations {
            for name in population.rule.populations where !keys.contains(name) {
                faults = true
                report(
                    SettingsDoubt.unknown(
                        name,
                        what: SettingsDoubt.population,
                        among: keys,
                        at: places[population.key] ?? place
                    )
                )
            }
        }
        guard !faults else { return }
        let rules = Dictionary(
            populations.map { ($0.key, $0.rule) },
            uniquingKeysWith: { first, _ in first }
        )
        var settled: Set<String> = []
        for key in keys where !settled.contains(key) {
            if let cycle = Self.cycle(from: key, rules, path: [], &settled) {
                report(SettingsDoubt.ofItself(cycle, at: places[cycle[0]] ?? place))
                return
            }
        }
    }

    /// The populations that lead from one back to itself.
    private static func cycle(
        from key: String,
        _ rules: [String: Population.Rule],
        path: [String],
        _ settled: inout Set<String>
    ) -> [String]? {
        if let start = path.firstIndex(of: key) { return path[start...] + [key] }
        guard !settled.contains(key) else { return nil }
        for next in rules[key]?.populations ?? [] {
            if let cycle = cycle(from: next, rules, path: path + [key], &settled) { return cycle }
        }
        settled.insert(key)
        return nil
    }

    /// The populations that columns name for themselves.
    private mutating func checkColumnPopulations(among keys: [String]) {
        guard case .sequence(let items)? = optionalNode("schema")?.content else { return }
        for item in items {
            guard case .mapping(let entries) = item.content else { continue }
            for entry in entries where entry.key == "population" {
                guard let name = entry.value.text, !keys.contains(name) else { continue }
                report(
                    SettingsDoubt.unknown(
                        name,
                        what: SettingsDoubt.population,
                        among: keys,
                        at: entry.value.place
                    )
                )
            }
        }
    }

    /// A population's key under `key`, checked.
    mutating func populationKey(_ key: String, among populations: [Population]) -> String? {
        guard let name = optionalText(key) else { return nil }
        if !populations.isEmpty, !populations.contains(where: { $0.key == name }) {
            report(
                SettingsDoubt.unknown(
                    name,
                    what: SettingsDoubt.population,
                    among: populations.map(\.key),
                    at: place(of: key)
                )
            )
        }
        return name
    }

    /// Whether populations tell apart no more strata than totals hold; a doubt when not.
    mutating func checkStrata(of settings: PeriodSettings) {
        let asked = settings.populations.flatMap(\.rule.classes)
        var count = 1
        for column in settings.schema.classColumns {
            let named = Set(asked.filter { $0.column == column.key }.flatMap(\.codes))
            count = min(count * (named.count + 1), Strata.most + 1)
        }
        if count > Strata.most {
            report(SettingsDoubt.tooManyStrata(at: place(of: "populations")))
        }
    }
}

extension Column {
    /// Whether its values are codes that a population may ask for.
    fileprivate var hasCodes: Bool {
        switch role {
        case .unit, .sector, .state, .rating: true
        case .identifier, .name, .measure: false
        }
    }
}
