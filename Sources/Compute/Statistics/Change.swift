import StatisticsModel
import Vocabulary

extension Computation {
    /// This period less the previous one; `before` is aligned to the cells of this period.
    mutating func changes(of now: Amounts, on before: Amounts, indicator: String) -> Amounts {
        eachCell(of: indicator) { cell throws(Overflow) -> ExactDecimal? in
            guard let now = now[cell], let before = before[cell] else { return nil }
            guard let change = now.subtracting(before) else { throw Overflow() }
            return change
        }
    }

    /// The change in percent of the previous period; `nil` when that was zero or less.
    mutating func growth(of changes: Amounts, on before: Amounts, indicator: String)
        -> [FigureValue?]
    {
        eachCell(of: indicator) { cell throws(Overflow) in
            try percentage(of: changes[cell], in: before[cell])
        }
    }

    /// Change and growth of amounts that add up; `before` is in the cells of the previous period.
    mutating func comparisons(
        of amounts: Amounts,
        on before: Amounts?,
        indicator: String,
        unitOfMeasure: String,
        answers: [Int]
    ) -> [Series] {
        let nothing = Amounts(repeating: nil, count: tally.grid.cellCount)
        let before = before.flatMap { comparison?.aligned($0) } ?? nothing
        let changes = changes(of: amounts, on: before, indicator: indicator)
        let growth = growth(of: changes, on: before, indicator: indicator)
        return [
            series(indicator, .change, in: unitOfMeasure, answers: answers, changes.asValues),
            series(indicator, .growth, in: UnitKeys.percent, answers: answers, growth),
        ]
    }
}
