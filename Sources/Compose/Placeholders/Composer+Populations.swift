import DatasetModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// What the organisations are called of which a figure speaks, inside a sentence.
    func populationPhrase(of key: FigureKey) -> String {
        if let population = key.population {
            return settings.population(population)?.phrase ?? population
        }
        let base = key.baseIndicator
        if let ratio = settings.ratios.first(where: { $0.key == base }) {
            return phrase(ofPopulation: ratio.population)
        }
        let column = base.split(separator: "=", maxSplits: 1).first.map(String.init) ?? base
        return phrase(ofPopulation: settings.schema.column(column)?.population)
    }

    /// A population's phrase; that of every organisation without a key.
    func phrase(ofPopulation key: String?) -> String {
        guard let key else {
            return order.words.registered.isEmpty
                ? settings.wording.organisationName : order.words.registered
        }
        return settings.population(key)?.phrase ?? key
    }

    /// Words about populations, ratios, classes of size and rounding.
    func statisticsWord(_ name: String, in scope: Scope) -> String? {
        switch name {
        case "population.label": return scope.population?.label
        case "population.phrase": return scope.population?.phrase
        case "population.key": return scope.population?.key
        case "rounding.note": return order.words.rounding[settings.rounding.shares.word] ?? ""
        default: break
        }
        let parts = name.split(separator: ".").map(String.init)
        guard parts.count == 3 else { return nil }
        switch (parts[0], parts[2]) {
        case ("population", "label"): return settings.population(parts[1])?.label
        case ("population", "phrase"): return settings.population(parts[1])?.phrase
        case ("ratio", "label"):
            return settings.ratios.first { $0.key == parts[1] }?.label
        case ("ratio", "population"):
            return settings.ratios.first { $0.key == parts[1] }.map {
                phrase(ofPopulation: $0.population)
            }
        case ("column", "label"): return settings.schema.column(parts[1])?.label
        case ("column", "population"):
            return settings.schema.column(parts[1]).map { phrase(ofPopulation: $0.population) }
        case ("column", "basis"):
            return settings.sizeClasses.first { $0.key == parts[1] }?.legalBasis
        case ("column", "undecided"):
            return settings.sizeClasses.first { $0.key == parts[1] }.map(undecided)
        default: return nil
        }
    }

    /// How many organisations have no class of size, for each reason: `24 HTX: REASON; 3 HTX: REASON`.
    private func undecided(_ sizes: SizeClassification) -> String {
        let rows = material.dataset.rows
        let columns = settings.schema.measureColumns
        let missing = Set(settings.missing.map(\.code))
        var counts: [(reason: String, count: Int)] = []
        for row in 0..<rows.count where !missing.contains(settings.units[rows.units[row]].code) {
            let decision = sizes.decision(sector: settings.sectors[rows.sectors[row]].code) { key in
                guard let index = columns.firstIndex(where: { $0.key == key }),
                    case .value(let value) = rows.measures[index][row]
                else { return nil }
                return value
            }
            guard case .undecided(let reason) = decision else { continue }
            if let index = counts.firstIndex(where: { $0.reason == reason }) {
                counts[index].count += 1
            } else {
                counts.append((reason, 1))
            }
        }
        return counts.map { reason, count in
            let number = NumberStyle().text(ExactDecimal(count))
            return "\(number)\u{A0}\(settings.wording.organisation): \(reason)"
        }.joined(separator: "; ")
    }

    /// Whether each row of the dataset belongs to a population; everyone without a key.
    func members(ofPopulation key: String?) -> [Bool]? {
        guard let key, let population = settings.population(key) else { return nil }
        let totals = CellTotals(settings)
        let isMember = totals.strata.members(of: population, settings)
        return totals.cells(of: material.dataset.rows).map { isMember[$0] }
    }
}

extension ReportMaterial {
    /// Whether somebody who counts has no class of size.
    func hasUndecided(_ key: String) -> Bool {
        guard let sizes = settings.sizeClasses.first(where: { $0.key == key }),
            let column = settings.schema.classColumns.firstIndex(where: { $0.key == key })
        else { return false }
        let missing = Set(settings.missing.map(\.code))
        return zip(dataset.rows.classes[column], dataset.rows.units).contains { code, unit in
            code == sizes.classes.count && !missing.contains(settings.units[unit].code)
        }
    }
}

extension RoundingPolicy.Shares {
    /// The policy's name in `order.yaml`.
    fileprivate var word: String {
        switch self {
        case .each: "each"
        case .largestRemainder: "largest-remainder"
        case .digits: "digits"
        }
    }
}
