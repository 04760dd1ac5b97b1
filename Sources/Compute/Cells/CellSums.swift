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

    init(of totals: MeasureTotals, in grid: CellGrid) {
        var result = MeasureTotals(cellCount: grid.cellCount)
        grid.forEachPair { pair, cells in
            guard let low = totals.lows[pair], let high = totals.highs[pair] else { return }
            for cell in cells {
                result.add(
                    answers: totals.answers[pair],
                    sum: totals.sums[pair],
                    low: low,
                    high: high,
                    to: cell
                )
            }
        }
        (answers, sums, lows, highs) = (result.answers, result.sums, result.lows, result.highs)
    }
}
