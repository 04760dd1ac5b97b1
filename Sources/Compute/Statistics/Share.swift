import StatisticsModel
import Vocabulary

extension Computation {
    /// Each cell's amount in percent of its unit's over all sectors; a unit's total in percent of all
    /// units'.
    mutating func shares(of amounts: Amounts, indicator: String) -> [FigureValue?] {
        let grid = tally.grid
        return eachCell(of: indicator) { cell throws(Overflow) in
            try percentage(of: amounts[cell], in: amounts[grid.whole(of: cell)])
        }
    }
}
