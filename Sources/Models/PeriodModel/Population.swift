/// A named part of the register of which figures may speak: `htx@hoat_dong.count`.
package struct Population: Sendable, Hashable {
    /// Who belongs to a population.
    package indirect enum Rule: Sendable, Hashable {
        /// Every organisation of the register.
        case everyone
        case units([String])
        case sectors([String])
        /// Those whose class of a column is one of the codes; without a class nobody is.
        case classes(column: String, codes: [String])
        /// Those of another population.
        case population(String)
        /// All organisations but these, those without a class included.
        case not(Rule)
        case all([Rule])
        case any([Rule])
    }

    package var key: String
    /// As printed in tables: `HTX đang hoạt động`.
    package var label: String
    /// As written inside sentences.
    package var phrase: String
    package var rule: Rule
    /// The indicators of which figures are made for it beside the number of organisations, such as a column's or a
    /// ratio's key; all of them when `nil`.
    package var indicators: [String]?

    package init(
        key: String,
        label: String,
        phrase: String,
        rule: Rule,
        indicators: [String]? = nil
    ) {
        self.key = key
        self.label = label
        self.phrase = phrase
        self.rule = rule
        self.indicators = indicators
    }

    /// Whether figures of a column or a ratio are made for it.
    package func has(_ indicator: String) -> Bool { indicators?.contains(indicator) ?? true }
}

extension Population.Rule {
    /// The keys of the populations that it names.
    package var populations: [String] {
        switch self {
        case .everyone, .units, .sectors, .classes: []
        case .population(let key): [key]
        case .not(let rule): rule.populations
        case .all(let rules), .any(let rules): rules.flatMap(\.populations)
        }
    }

    /// Whether units make a difference, other populations aside.
    package var asksUnits: Bool {
        switch self {
        case .everyone, .sectors, .classes, .population: false
        case .units: true
        case .not(let rule): rule.asksUnits
        case .all(let rules), .any(let rules): rules.contains(where: \.asksUnits)
        }
    }

    /// The columns of classes that it asks for, with the codes.
    package var classes: [(column: String, codes: [String])] {
        switch self {
        case .everyone, .units, .sectors, .population: []
        case .classes(let column, let codes): [(column, codes)]
        case .not(let rule): rule.classes
        case .all(let rules), .any(let rules): rules.flatMap(\.classes)
        }
    }

    /// Whether an organisation belongs to it; a population that is not known has nobody.
    package func contains(
        unit: String,
        sector: String,
        among populations: [String: Population.Rule],
        hasClass: (_ column: String, _ codes: [String]) -> Bool
    ) -> Bool {
        func contains(_ rule: Self) -> Bool {
            rule.contains(unit: unit, sector: sector, among: populations, hasClass: hasClass)
        }
        return switch self {
        case .everyone: true
        case .units(let codes): codes.contains(unit)
        case .sectors(let codes): codes.contains(sector)
        case .classes(let column, let codes): hasClass(column, codes)
        case .population(let key): populations[key].map(contains) ?? false
        case .not(let rule): !contains(rule)
        case .all(let rules): rules.allSatisfy(contains)
        case .any(let rules): rules.contains(where: contains)
        }
    }
}

extension PeriodSettings {
    /// The population with this key.
    package func population(_ key: String) -> Population? {
        populations.first { $0.key == key }
    }

    /// These settings with another period's populations and ratios, as far as they mean something here: those
    /// whose columns, codes and sectors exist. Figures of two periods are then made alike.
    package func adopting(_ other: PeriodSettings) -> PeriodSettings {
        var settings = self
        var known: Set<String> = []
        // A population may name one that stands behind it.
        for _ in other.populations {
            for population in other.populations where isDefined(population.rule, among: known) {
                known.insert(population.key)
            }
        }
        settings.populations = other.populations.filter { known.contains($0.key) }
        settings.ratios = other.ratios.filter { ratio in
            [ratio.of, ratio.per].allSatisfy { key in
                key == RatioIndicator.organisations || schema.column(key)?.addsUp ?? false
            } && unitOfMeasure(ratio.unitOfMeasure) != nil
                && ratio.population.map(known.contains) ?? true
        }
        for index in settings.schema.columns.indices {
            let column = other.schema.column(settings.schema.columns[index].key)
            settings.schema.columns[index].population = column?.population.flatMap {
                known.contains($0) ? $0 : nil
            }
        }
        return settings
    }

    private func isDefined(_ rule: Population.Rule, among known: Set<String>) -> Bool {
        switch rule {
        case .everyone: true
        case .units(let codes): codes.allSatisfy { code in units.contains { $0.code == code } }
        case .sectors(let codes): codes.allSatisfy { code in sectors.contains { $0.code == code } }
        case .classes(let key, let codes):
            codes.allSatisfy { code in
                schema.classColumns.first { $0.key == key }?.codes.contains { $0.code == code }
                    ?? false
            }
        case .population(let key): known.contains(key)
        case .not(let rule): isDefined(rule, among: known)
        case .all(let rules), .any(let rules):
            rules.allSatisfy { isDefined($0, among: known) }
        }
    }
}
