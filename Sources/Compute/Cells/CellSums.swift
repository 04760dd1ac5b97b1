import DatasetModel
import Vocabulary

/// What the values of a measure come to in each cell of the grid.
struct CellSums {
    /// How many organisations answered.
    private(set) var answers: [Int]
    /// `nil` where the sum is too large to be exact.
    private(set) var sums: [ExactDecimal?]
    /// The smallest value and the largest; `nil` where nobody answered.
    private(set) var lows: [ExactDecimal?]
    private(set) var highs: [ExactDecimal?]

    /// The sums of a measure column, by its index.
    init(of measure: Int, in tally: Tally) {
        let totals = tally.totals.measures[measure]
        var result = MeasureTotals(cellCount: tally.grid.cellCount)
        tally.forEachCell { place, cells in
            guard let low = totals.lows[place], let high = totals.highs[place] else { return }
            for cell in cells {
                result.add(
                    answers: totals.answers[place],
                    sum: totals.sums[place],
                    low: low,
                    high: high,
                    to: cell
                )
            }
        }
        (answers, sums, lows, highs) = (result.answers, result.sums, result.lows, result.highs)
    }
}
