import PeriodModel
import StatisticsModel

/// Decides figure by figure what may be public: what is not known to be safe is suppressed.
struct PublicRelease {
    let now: Patterns
    let before: Patterns?

    /// The same figures, those that may not be public without their values.
    func statistics(_ statistics: Statistics) -> Statistics {
        let rules = now.secrecy.settings.disclosure
        return Statistics(
            year: statistics.year,
            figures: statistics.figures.map { figure in
                // Of cells in which nobody answered there is nothing to tell.
                guard figure.answers > 0, !isPublic(figure, rules) else { return figure }
                var figure = figure
                figure.value = nil
                figure.status = .suppressed
                return figure
            }
        )
    }

    private func isPublic(_ figure: Figure, _ rules: DisclosureSettings) -> Bool {
        let key = figure.key
        let indicator = key.indicator
        if isCount(indicator) || rules.open.contains(indicator) { return true }
        guard let column = now.secrecy.settings.schema.column(indicator) else { return false }
        guard now.secrecy.isSecret(column) else { return true }
        let isOpen = isOpen(key, in: now)
        switch key.measure {
        case .sum, .mean: return isOpen
        case .share: return isOpen && self.isOpen(key.whole, in: now)
        case .change, .growth: return isOpen && before.map { self.isOpen(key, in: $0) } ?? true
        case .median: return isOpen && figure.answers >= rules.quantiles
        case .count: return true
        // The smallest and the largest value are one organisation's own. A new measure is no more public
        // than these until it is thought through.
        default: return false
        }
    }

    /// Whether an indicator counts organisations or those of a class, in whatever population.
    private func isCount(_ indicator: String) -> Bool {
        let name = indicator.prefix { $0 != "@" }
        if name == FigureKey.organisations { return true }
        guard let sign = name.firstIndex(of: "=") else { return false }
        return now.secrecy.settings.schema.classColumns.contains { $0.key == name[..<sign] }
    }

    private func isOpen(_ key: FigureKey, in patterns: Patterns) -> Bool {
        !patterns.isSuppressed(key.indicator, unit: key.unit, sector: key.sector)
    }
}

extension FigureKey {
    /// The cell of which this one is a share: all sectors of its unit; for a unit's total, the whole.
    fileprivate var whole: FigureKey {
        var key = self
        if sector == Self.all { key.unit = Self.all }
        key.sector = Self.all
        return key
    }
}
