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
        if indicator.contains("=") {
            // Classes that follow from money and people tell of a single organisation how large it is.
            return key.unit == FigureKey.all && key.sector == FigureKey.all
                && figure.answers >= rules.quantiles
        }
        guard let column = now.secrecy.settings.schema.column(indicator) else { return false }
        guard now.secrecy.isSecret(column) else { return true }
        let isOpen = isOpen(key, in: now)
        switch key.measure {
        case .sum, .mean: return isOpen
        case .share: return isOpen && self.isOpen(key.whole, in: now)
        case .change, .growth: return isOpen && before.map { self.isOpen(key, in: $0) } ?? true
        case .median: return isOpen && figure.answers >= rules.quantiles
        case .count: return true
        // The smallest and the largest value are one organisation's own.
        case .min, .max: return false
        default: return isOpen && isPublicByName(figure, rules)
        }
    }

    /// Measures that not every register computes; one that is not thought of here is not public.
    private func isPublicByName(_ figure: Figure, _ rules: DisclosureSettings) -> Bool {
        let key = figure.key
        switch key.measure.rawValue {
        case "q1", "q3": return figure.answers >= rules.quantiles
        // Parts of a whole's change and changes of shares: both cells and both wholes stand in them.
        case "contribution", "points":
            guard let before else { return false }
            return isOpen(key.whole, in: now) && isOpen(key, in: before)
                && isOpen(key.whole, in: before)
                && isOpen(key.top, in: now) && isOpen(key.top, in: before)
        default: return false
        }
    }

    /// Whether an indicator counts organisations or those of a class of the register, in whatever population.
    private func isCount(_ indicator: String) -> Bool {
        let name = indicator.prefix { $0 != "@" }
        if name == FigureKey.organisations { return true }
        guard let sign = name.firstIndex(of: "=") else { return false }
        return now.secrecy.settings.schema.columns.contains {
            ($0.role == .state || $0.role == .rating) && $0.key == name[..<sign]
        }
    }

    private func isOpen(_ key: FigureKey, in patterns: Patterns) -> Bool {
        !patterns.isSuppressed(key.indicator, unit: key.unit, sector: key.sector)
    }
}

extension FigureKey {
    /// The whole of all units and sectors.
    fileprivate var top: FigureKey { FigureKey(indicator, measure) }

    /// The cell of which this one is a share: all sectors of its unit; for a unit's total, the whole.
    fileprivate var whole: FigureKey {
        var key = self
        if sector == Self.all { key.unit = Self.all }
        key.sector = Self.all
        return key
    }
}
