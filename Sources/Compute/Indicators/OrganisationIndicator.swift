import StatisticsModel
import Vocabulary

/// The number of organisations: count, share, change, growth, entered, left.
func organisationSeries(_ computation: inout Computation) -> [Series] {
    let indicator = FigureKey.organisations
    let tally = computation.tally
    let counts = tally.organisationCounts
    let before = computation.comparison?.previous.organisationCounts
    let unknown = Amounts(repeating: nil, count: tally.grid.cellCount)
    func series(
        _ computation: Computation,
        _ measure: FigureMeasure,
        _ unit: String,
        _ values: [FigureValue?]
    ) -> Series {
        computation.series(indicator, measure, in: unit, answers: tally.population, values)
    }
    let entered = computation.comparison?.entered(in: tally) ?? unknown
    let left = computation.comparison?.left(by: tally) ?? unknown
    let shares = computation.shares(of: counts, indicator: indicator)
    return [
        series(computation, .count, UnitKeys.organisation, counts.asValues),
        series(computation, .share, UnitKeys.percent, shares),
        series(computation, .entered, UnitKeys.organisation, entered.asValues),
        series(computation, .left, UnitKeys.organisation, left.asValues),
    ]
        + computation.comparisons(
            of: counts,
            on: before,
            indicator: indicator,
            unitOfMeasure: UnitKeys.organisation,
            answers: tally.population
        )
}

extension Tally {
    /// Organisations in each cell; nothing is known of units that sent nothing.
    fileprivate var organisationCounts: Amounts {
        population.indices.map { grid.isMissing($0) ? nil : ExactDecimal(population[$0]) }
    }
}
