import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// The figures of measure columns, given by their indices, as their types allow.
///
/// Integers and decimals add up; years have a middle and extremes; ranges have extremes only, for no
/// average of them is known.
func measureSeries(_ computation: inout Computation, _ positions: [Int]) -> [Series] {
    let columns = computation.tally.data.settings.schema.measureColumns
    return positions.flatMap { position -> [Series] in
        let figures = MeasureFigures(of: position, in: computation.tally)
        return switch columns[position].type {
        case .integer, .decimal:
            figures.totals(&computation) + figures.middles(&computation)
                + figures.extremes(computation)
        case .year: figures.middles(&computation) + figures.extremes(computation)
        case .range: figures.extremes(computation)
        case .text, .code: []
        }
    }
}

/// The values of one column, and what is made of them.
private struct MeasureFigures {
    let column: Column
    let tally: Tally
    let sums: CellSums
    private let position: Int

    init(of position: Int, in tally: Tally) {
        column = tally.data.settings.schema.measureColumns[position]
        self.tally = tally
        self.position = position
        sums = CellSums(of: position, in: tally)
    }

    private var answers: [Int] { sums.answers }

    private func series(
        _ computation: Computation,
        _ measure: FigureMeasure,
        _ unit: String?,
        _ values: [FigureValue?]
    ) -> Series {
        computation.series(column.key, measure, in: unit, answers: answers, values)
    }

    /// Smallest and largest value.
    func extremes(_ computation: Computation) -> [Series] {
        [
            series(computation, .min, column.unitOfMeasure, sums.lows.asValues),
            series(computation, .max, column.unitOfMeasure, sums.highs.asValues),
        ]
    }

    /// Median and quartiles; nothing where neither rows nor distributions are known: a middle is not made of totals.
    func middles(_ computation: inout Computation) -> [Series] {
        let measures: [(FigureMeasure, Int)] = [(.q1, 1), (.median, 2), (.q3, 3)]
        if let distribution = tally.data.dataset.distributions?[position] {
            let values = RankedValues(of: distribution, in: tally)
            return measures.map { measure, quarters in
                let middles = computation.eachCell(of: column.key) { cell throws(Overflow) in
                    try values.quartile(quarters, ofCell: cell)
                }
                return series(computation, measure, column.unitOfMeasure, middles)
            }
        }
        guard let sorted = computation.columns[position] else { return [] }
        let values = CellValues(of: sorted, in: tally)
        return measures.map { measure, quarters in
            let middles = computation.eachCell(of: column.key) { cell throws(Overflow) in
                try Compute.quartile(quarters, of: values[cell])
            }
            return series(computation, measure, column.unitOfMeasure, middles)
        }
    }

    /// Sum, mean, and the share, change and growth of the sum.
    func totals(_ computation: inout Computation) -> [Series] {
        let sums = knownSums(&computation)
        let means = computation.eachCell(of: column.key) { cell throws(Overflow) -> FigureValue? in
            guard let sum = sums[cell] else { return nil }
            return try mean(sum: sum, answers: answers[cell])
        }
        let shares = computation.shares(of: sums, indicator: column.key)
        let before = sumsBefore(&computation)
        return [
            series(computation, .sum, column.unitOfMeasure, sums.asValues),
            series(computation, .mean, column.unitOfMeasure, means),
            series(computation, .share, UnitKeys.percent, shares),
        ]
            + computation.comparisons(
                of: sums,
                on: before,
                indicator: column.key,
                unitOfMeasure: column.unitOfMeasure ?? "",
                answers: answers
            )
    }

    /// The sum of each cell; unknown where nobody answered and where the unit sent nothing.
    private func knownSums(_ computation: inout Computation) -> Amounts {
        let overflows = sums.sums.contains { $0 == nil }
        if overflows { computation.log.append(.overflow(column.key)) }
        return sums.sums.indices.map { cell in
            guard !tally.grid.isMissing(cell), let sum = sums.sums[cell] else { return nil }
            return known(sum, answers: answers[cell], population: tally.population[cell])
        }
    }

    /// The previous period's sums in this column's unit of measure; `nil` when there are none.
    private func sumsBefore(_ computation: inout Computation) -> Amounts? {
        guard let previous = computation.comparison?.previous else { return nil }
        let columns = previous.data.settings.schema.measureColumns
        guard let position = columns.firstIndex(where: { $0.key == column.key }),
            columns[position].type == .integer || columns[position].type == .decimal,
            let conversion = UnitConversion(
                of: columns[position].unitOfMeasure,
                in: previous.data.settings,
                to: column.unitOfMeasure,
                in: tally.data.settings
            )
        else {
            computation.log.append(Self.notComparable(column))
            return nil
        }
        let sums = MeasureFigures(of: position, in: previous).knownSums(&computation)
        return sums.map { $0.flatMap(conversion.convert) }
    }

    private static func notComparable(_ column: Column) -> Diagnostic {
        Diagnostic(
            "compute.comparison.different-column",
            .warning,
            at: Place(file: "report.yaml"),
            value: column.key,
            message: Bilingual(
                vi:
                    "Kỳ trước không có cột “\(column.key)” cộng được với cùng loại đơn vị tính: không "
                    + "so sánh được chỉ tiêu này.",
                en:
                    "The previous period has no column “\(column.key)” that adds up in the same kind "
                    + "of unit: it cannot be compared."
            ),
            hint: Bilingual(
                vi: "Kiểm tra “schema” và “units_of_measure” của hai kỳ.",
                en: "Check `schema` and `units_of_measure` of both periods."
            )
        )
    }
}
