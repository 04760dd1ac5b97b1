import DatasetModel
import Vocabulary

/// The values of the rows read at once, of each measure in each cell, equal ones counted together.
///
/// Memory grows with the different values only, and no further than `limit` of them.
final class BlockValues {
    /// The values of one measure in one cell.
    fileprivate struct Cell {
        /// Different values in ascending order, and how often each came.
        var values: [Int64] = []
        var counts: [Int32] = []
        /// Values that came since those were counted.
        var fresh: [Int64] = []
    }

    /// The most different values, over all measures and cells, that one reader holds.
    private let limit: Int
    private var held = 0
    /// Whether there were more different values than may be held: then nothing is known.
    private(set) var isFull = false
    private var cells: [[Cell]]
    /// Ranges have no middle.
    private let measures: [Int]

    init(_ plan: StreamPlan, cellCount: Int, limit: Int) {
        self.limit = limit
        measures = plan.singleMeasures
        cells = Array(
            repeating: Array(repeating: Cell(), count: cellCount),
            count: plan.measureCount
        )
    }

    /// Takes the rows of a tile whose cells are those of the totals; others stand in `nowhere`.
    func add(_ tile: Tile, nowhere: Int32) {
        guard !isFull else { return }
        for measure in measures {
            let lows = tile.lows[measure]
            for row in 0..<tile.count where tile.cells[row] != nowhere {
                let value = lows[row]
                if value == NumberBytes.missing { continue }
                let cell = Int(tile.cells[row])
                cells[measure][cell].fresh.append(value)
                // Counted when as many came as there are: each is then moved a few times only.
                if cells[measure][cell].fresh.count >= max(64, cells[measure][cell].values.count) {
                    count(measure, cell)
                }
            }
        }
    }

    private func count(_ measure: Int, _ index: Int) {
        var cell = Cell()
        swap(&cell, &cells[measure][index])
        held += cell.count()
        swap(&cell, &cells[measure][index])
        if held > limit {
            isFull = true
            cells = []
        }
    }

    /// All that was counted, measure by measure.
    func entries() -> [[Distribution.Entry]] {
        cells.map { cells in
            cells.enumerated().flatMap { index, cell -> [Distribution.Entry] in
                var cell = cell
                _ = cell.count()
                return zip(cell.values, cell.counts).map { value, count in
                    Distribution.Entry(
                        value: ExactDecimal(Int128(value), scale: NumberBytes.scale),
                        cell: Int32(index),
                        count: count
                    )
                }
            }
        }
    }
}

extension BlockValues.Cell {
    /// Counts the fresh values among the others; by how many different ones that is more.
    fileprivate mutating func count() -> Int {
        guard !fresh.isEmpty else { return 0 }
        fresh.sort()
        var (merged, sums): ([Int64], [Int32]) = ([], [])
        merged.reserveCapacity(values.count + 64)
        sums.reserveCapacity(values.count + 64)
        var (old, new) = (0, 0)
        while old < values.count || new < fresh.count {
            let takesOld =
                new == fresh.count || old < values.count && values[old] <= fresh[new]
            let value = takesOld ? values[old] : fresh[new]
            let count = takesOld ? counts[old] : 1
            if takesOld { old += 1 } else { new += 1 }
            if merged.last == value {
                sums[sums.count - 1] += count
            } else {
                merged.append(value)
                sums.append(count)
            }
        }
        let more = merged.count - values.count
        (values, counts) = (merged, sums)
        fresh.removeAll(keepingCapacity: false)
        return more
    }
}
