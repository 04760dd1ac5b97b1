import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// What each indicator is computed from: the organisations of a population, and of the same one a period before.
struct Computation {
    let tally: Tally
    let comparison: Comparison?
    /// Key of the population that stands in the indicators' names; `nil` where none does.
    let population: String?
    /// For each measure column its values in order, where rows are kept.
    let columns: [SortedColumn?]
    var log: DiagnosticLog

    /// Of every organisation.
    init(tally: Tally, comparison: Comparison?, log: DiagnosticLog) {
        self.tally = tally
        self.comparison = comparison
        population = nil
        self.log = log
        let measures = tally.data.settings.schema.measureColumns
        columns = measures.indices.map { index in
            guard tally.data.dataset.keepsRows, measures[index].type != .range else { return nil }
            return SortedColumn(of: index, in: tally)
        }
    }

    /// Of a population of `whole`, named or not in its indicators; `nil` when settings do not have it.
    ///
    /// Where the period before cannot tell who belongs to it, nothing is compared.
    private init?(of key: String, isNamed: Bool, in whole: Computation) {
        guard let tally = Tally(key, in: whole.tally) else { return nil }
        self.tally = tally
        comparison = whole.comparison.flatMap { $0.restricted(to: key) }
        population = isNamed ? key : nil
        columns = whole.columns
        log = whole.log
    }

    /// What `body` makes of a population; of every organisation when `key` is `nil`.
    mutating func within(
        _ key: String?,
        isNamed: Bool,
        _ body: (inout Computation) -> [Series]
    ) -> [Series] {
        guard let key else { return body(&self) }
        guard var part = Computation(of: key, isNamed: isNamed, in: self) else { return [] }
        let series = body(&part)
        log = part.log
        return series
    }

    /// A series of an indicator of the population at hand.
    func series(
        _ indicator: String,
        _ measure: FigureMeasure,
        in unitOfMeasure: String?,
        answers: [Int],
        _ values: [FigureValue?]
    ) -> Series {
        Series(
            indicator: FigureKey.indicator(indicator, of: population),
            measure: measure,
            unitOfMeasure: unitOfMeasure ?? "",
            answers: answers,
            population: tally.population,
            values: values
        )
    }
}
