import DatasetModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// The organisations of each class of columns, given by their indices: count, share, change, growth.
///
/// A share is of those that answered in the same cell.
func classSeries(_ computation: inout Computation, _ positions: [Int]) -> [Series] {
    let tally = computation.tally
    let columns = tally.data.settings.schema.classColumns
    return positions.flatMap { position in
        let column = columns[position]
        let counts = ClassCounts(of: position, in: tally)
        let before = computation.comparison.flatMap { ClassCounts(of: column, in: $0.previous) }
        return column.codes.indices.flatMap { code -> [Series] in
            let indicator = "\(column.key)=\(column.codes[code].code)"
            let amounts = counts.amounts(of: column.codes[code].code)
            let shares = computation.eachCell(of: indicator) { cell throws(Overflow) in
                try percentage(of: amounts[cell], in: ExactDecimal(counts.answers[cell]))
            }
            return [
                computation.series(
                    indicator,
                    .count,
                    in: UnitKeys.organisation,
                    answers: counts.answers,
                    amounts.asValues
                ),
                computation.series(
                    indicator,
                    .share,
                    in: UnitKeys.percent,
                    answers: counts.answers,
                    shares
                ),
            ]
                + computation.comparisons(
                    of: amounts,
                    on: before?.amounts(of: column.codes[code].code),
                    indicator: indicator,
                    unitOfMeasure: UnitKeys.organisation,
                    answers: counts.answers
                )
        }
    }
}

/// How many organisations of each cell are in each class of a column.
private struct ClassCounts {
    let column: Column
    let tally: Tally
    /// How many organisations of each cell have a class.
    let answers: [Int]
    /// By class, then cell.
    private let counts: [[Int]]

    init(of position: Int, in tally: Tally) {
        column = tally.data.settings.schema.classColumns[position]
        self.tally = tally
        counts = tally.totals.classes[position].map(tally.rolledUp)
        answers = (0..<tally.grid.cellCount).map { [counts] cell in
            counts.reduce(0) { $0 + $1[cell] }
        }
    }

    /// The counts of the column of the same key; `nil` when there is none.
    init?(of column: Column, in tally: Tally) {
        let columns = tally.data.settings.schema.classColumns
        guard let position = columns.firstIndex(where: { $0.key == column.key }) else { return nil }
        self.init(of: position, in: tally)
    }

    /// The organisations of the class in each cell; unknown where no organisation has any class.
    func amounts(of code: String) -> Amounts {
        guard let position = column.codes.firstIndex(where: { $0.code == code }) else {
            return Amounts(repeating: nil, count: answers.count)
        }
        return answers.indices.map { cell in
            tally.grid.isMissing(cell)
                ? nil
                : known(
                    ExactDecimal(counts[position][cell]),
                    answers: answers[cell],
                    population: tally.population[cell]
                )
        }
    }
}
