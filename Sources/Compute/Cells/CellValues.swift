import DatasetModel
import Vocabulary

/// The rows that have a single value in a column, by that value: sorted once for every population.
struct SortedColumn {
    fileprivate let answered: [(row: Int, value: ExactDecimal)]

    /// Of a measure column, by its index; ranges count with their lower ends.
    init(of measure: Int, in tally: Tally) {
        let cells = tally.data.dataset.rows.measures[measure]
        answered = tally.rows.compactMap { row in cells[row].low.map { (row, $0) } }
            .sorted { $0.value < $1.value }
    }
}

/// The values of a column in each cell, in ascending order.
struct CellValues {
    private let starts: [Int]
    private let values: [ExactDecimal]

    init(of column: SortedColumn, in tally: Tally) {
        let answered = column.answered.filter { tally.hasMember($0.row) }
        var starts = [Int](repeating: 0, count: tally.grid.cellCount + 1)
        for (row, _) in answered {
            for cell in tally.cells(ofRow: row) { starts[cell + 1] += 1 }
        }
        for cell in 0..<tally.grid.cellCount { starts[cell + 1] += starts[cell] }
        // Rows handed out in the order of their values leave each cell sorted.
        var values = [ExactDecimal](repeating: .zero, count: answered.count * 4)
        var next = starts
        for (row, value) in answered {
            for cell in tally.cells(ofRow: row) {
                values[next[cell]] = value
                next[cell] += 1
            }
        }
        self.starts = starts
        self.values = values
    }

    subscript(cell: Int) -> ArraySlice<ExactDecimal> { values[starts[cell]..<starts[cell + 1]] }
}
