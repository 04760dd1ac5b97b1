import Disclosure

/// Numbers that look random and are the same in each run.
struct Dice {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }

    /// From 0 up to `limit`, without it.
    mutating func below(_ limit: Int) -> Int { Int(next() >> 11) % limit }
}

/// A table of organisations by units and sectors whose totals are right, its small cells secret.
func randomTable(
    _ dice: inout Dice,
    rows: Int,
    columns: Int,
    isSigned: Bool = false,
    largestCell: Int = 9
) -> CellTable {
    var parts = [[[(value: Double, organisation: Int)]]](
        repeating: Array(repeating: [], count: columns + 1),
        count: rows + 1
    )
    var organisation = 0
    for row in 0..<rows {
        for column in 0..<columns {
            for _ in 0..<dice.below(largestCell) {
                // Sizes of very different order, as organisations have.
                var value = Double(1 + dice.below(9)) * [1, 10, 100, 1000][dice.below(4)]
                if isSigned, dice.below(4) == 0 { value = -value }
                for (toRow, toColumn) in [
                    (row, column), (row, columns), (rows, column), (rows, columns),
                ] {
                    parts[toRow][toColumn].append((value, organisation))
                }
                organisation += 1
            }
        }
    }
    let cells = parts.flatMap { $0 }.map { parts -> CellTable.Cell in
        let values = parts.map(\.value)
        let sizes = values.map(abs).sorted(by: >)
        let size = sizes.reduce(0, +)
        let isSecret =
            !values.isEmpty
            && (values.count < 3 || sizes[0] > 0.85 * size
                || size - sizes[0] - sizes[1] < 0.1 * sizes[0])
        return CellTable.Cell(
            value: values.reduce(0, +),
            answers: values.count,
            largest: sizes.first ?? 0,
            contributor: parts.max { abs($0.value) < abs($1.value) }?.organisation ?? -1,
            lower: isSigned ? -.infinity : 0,
            isKnown: values.isEmpty,
            limit: isSecret ? 0.1 * size : 0,
            weight: Double(values.count)
        )
    }
    return CellTable(rowCount: rows + 1, columnCount: columns + 1, cells: cells)
}
