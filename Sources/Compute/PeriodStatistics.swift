package import DatasetModel
package import Diagnostics
import PeriodModel
package import StatisticsModel

/// Every figure of `current`, for each unit and sector and for all of them; changes are on `previous`.
///
/// First of every organisation, or of the population that a column names for itself; then of each population
/// of the settings. A value is exact and is not rounded here. Without a value a figure has the status `missing`:
/// its unit sent nothing, nobody answered, there is nothing to compare with, or a percentage would have a base
/// of zero or less, which means nothing. An organisation without an answer is never a zero.
package func statistics(
    of current: PeriodData,
    previous: PeriodData? = nil,
    log: inout DiagnosticLog
) -> Statistics {
    let settings = current.settings
    let tally = Tally(of: current)
    let comparison = previous.map { previous in
        var previous = previous
        // Totals without rows were made under settings that had adopted these already.
        if previous.dataset.keepsRows { previous.settings = previous.settings.adopting(settings) }
        return Comparison(of: tally, with: Tally(of: previous), log: &log)
    }
    var computation = Computation(tally: tally, comparison: comparison, log: log)
    var series = organisationSeries(&computation)
    for (key, columns) in columnsByPopulation(settings) {
        series += computation.within(key, isNamed: false) { part in
            classSeries(&part, columns.classes) + measureSeries(&part, columns.measures)
        }
    }
    for index in settings.ratios.indices {
        series += computation.within(settings.ratios[index].population, isNamed: false) { part in
            ratioSeries(&part, index)
        }
    }
    for population in settings.populations {
        series += computation.within(population.key, isNamed: true) { part in
            seriesOfPopulation(population, settings, &part)
        }
    }
    log = computation.log
    return Statistics(year: settings.period.year, figures: figures(of: series, in: tally.grid))
}

/// The indices of class and measure columns by the population that they speak of.
private func columnsByPopulation(
    _ settings: PeriodSettings
) -> [(population: String?, columns: (classes: [Int], measures: [Int]))] {
    let (classes, measures) = (settings.schema.classColumns, settings.schema.measureColumns)
    let keys = [nil] + Set((classes + measures).compactMap(\.population)).sorted()
    return keys.map { key in
        (
            key,
            (
                classes.indices.filter { classes[$0].population == key },
                measures.indices.filter { measures[$0].population == key }
            )
        )
    }
}

/// The figures that settings ask for of a population.
private func seriesOfPopulation(
    _ population: Population,
    _ settings: PeriodSettings,
    _ computation: inout Computation
) -> [Series] {
    let (classes, measures) = (settings.schema.classColumns, settings.schema.measureColumns)
    var series = organisationSeries(&computation)
    series += classSeries(
        &computation,
        classes.indices.filter { population.has(classes[$0].key) }
    )
    series += measureSeries(
        &computation,
        measures.indices.filter { population.has(measures[$0].key) }
    )
    for index in settings.ratios.indices where population.has(settings.ratios[index].key) {
        series += ratioSeries(&computation, index)
    }
    return series
}

/// Figures in the order of their keys, so that nothing has to sort them again.
private func figures(of series: [Series], in grid: CellGrid) -> [Figure] {
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
                    population: series.population[cell],
                    status: value == nil ? .missing : .normal
                )
            )
        }
    }
    return figures
}
