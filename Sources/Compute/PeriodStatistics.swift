package import DatasetModel
package import Diagnostics
import PeriodModel
package import StatisticsModel

/// Every figure of `current`, for each unit and sector and for all of them; changes are on `previous`.
///
/// A value is exact and is not rounded here. Without a value a figure has the status `missing`: its unit
/// sent nothing, nobody answered, there is nothing to compare with, or a percentage would have a base
/// of zero or less, which means nothing. An organisation without an answer is never a zero.
package func statistics(
    of current: PeriodData,
    previous: PeriodData? = nil,
    log: inout DiagnosticLog
) -> Statistics {
    let tally = Tally(of: current)
    let comparison = previous.map { Comparison(of: tally, with: Tally(of: $0), log: &log) }
    var computation = Computation(tally: tally, comparison: comparison, log: log)
    var series = organisationSeries(&computation)
    series += classSeries(&computation)
    series += measureSeries(&computation)
    log = computation.log
    return Statistics(
        year: current.settings.period.year,
        figures: figures(of: series, in: tally)
    )
}

/// What each indicator is computed from.
struct Computation {
    let tally: Tally
    let comparison: Comparison?
    var log: DiagnosticLog
}

/// Figures in the order of their keys, so that nothing has to sort them again.
private func figures(of series: [Series], in tally: Tally) -> [Figure] {
    let grid = tally.grid
    let series = series.sorted {
        ($0.indicator, $0.measure.rawValue) < ($1.indicator, $1.measure.rawValue)
    }
    var figures: [Figure] = []
    figures.reserveCapacity(grid.cellCount * series.count)
    for cell in grid.cellsByCode {
        let unit = grid.unitCode(of: cell)
        let sector = grid.sectorCode(of: cell)
        for series in series {
            let value = series.values[cell]
            figures.append(
                Figure(
                    key: FigureKey(series.indicator, series.measure, unit: unit, sector: sector),
                    value: value,
                    unitOfMeasure: series.unitOfMeasure,
                    answers: series.answers[cell],
                    population: tally.population[cell],
                    status: value == nil ? .missing : .normal
                )
            )
        }
    }
    return figures
}
