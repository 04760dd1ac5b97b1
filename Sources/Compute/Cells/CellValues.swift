import Vocabulary

/// The values of a column in each cell, in ascending order.
struct CellValues {
    private let starts: [Int]
    private let values: [ExactDecimal]

    /// `value` gives the number of a row, `nil` when it has none.
    init(in tally: Tally, _ value: (_ row: Int) -> ExactDecimal?) {
        var answered: [(row: Int, value: ExactDecimal)] = []
        var starts = [Int](repeating: 0, count: tally.grid.cellCount + 1)
        for row in tally.rows {
            guard let value = value(row) else { continue }
            answered.append((row, value))
            for cell in tally.cells(ofRow: row) { starts[cell + 1] += 1 }
        }
        for cell in 0..<tally.grid.cellCount { starts[cell + 1] += starts[cell] }
        // Sorted once: rows handed out in this order leave each cell sorted.
        answered.sort { $0.value < $1.value }
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
