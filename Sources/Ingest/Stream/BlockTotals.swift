import DatasetModel
import Vocabulary

/// What the rows read at once come to, in each unit and sector, in numbers that a processor adds.
///
/// One cell more than units × sectors takes the rows that do not count, so that no loop has to ask.
final class BlockTotals {
    /// One measure in one cell.
    struct Measure {
        var answers = 0
        var lowSum: Int64 = 0
        var highSum: Int64 = 0
        var low = Int64.max
        var high = Int64.min
    }

    let cellCount: Int
    let population: UnsafeMutablePointer<Int>
    /// For each class column: cell by cell, first those without a class, then each class.
    let classes: [UnsafeMutablePointer<Int>]
    let classCounts: [Int]
    /// For each measure column: cell by cell.
    let measures: [UnsafeMutablePointer<Measure>]

    init(_ plan: StreamPlan) {
        let cells = plan.unitCount * plan.sectorCount
        cellCount = cells
        population = .allocate(capacity: cells + 1)
        population.initialize(repeating: 0, count: cells + 1)
        classCounts = plan.classCounts
        classes = plan.classCounts.map { count in
            let counts = UnsafeMutablePointer<Int>.allocate(capacity: (cells + 1) * (count + 1))
            counts.initialize(repeating: 0, count: (cells + 1) * (count + 1))
            return counts
        }
        measures = (0..<plan.measureCount).map { _ in
            let measure = UnsafeMutablePointer<Measure>.allocate(capacity: cells + 1)
            measure.initialize(repeating: Measure(), count: cells + 1)
            return measure
        }
    }

    deinit {
        population.deallocate()
        for pointer in classes { pointer.deallocate() }
        for pointer in measures { pointer.deallocate() }
    }

    /// The sum of a measure in a cell.
    func sum(_ measure: Int, _ cell: Int) -> Int128 {
        let own = measures[measure][cell]
        return Int128(own.highSum) << 32 + Int128(own.lowSum)
    }

    /// Adds the rows of a tile, each to its cell.
    func add(_ tile: Tile) {
        let (count, cells) = (tile.count, tile.cells)
        for row in 0..<count { population[Int(cells[row])] &+= 1 }
        for column in classes.indices {
            let (values, counts) = (tile.classes[column], classes[column])
            let stride = classCounts[column] + 1
            for row in 0..<count {
                counts[Int(cells[row]) &* stride &+ Int(max(-1, values[row])) &+ 1] &+= 1
            }
        }
        for measure in measures.indices {
            Self.add(tile.lows[measure], tile.highs[measure], to: measures[measure], cells, count)
        }
    }

    @inline(__always)
    private static func add(
        _ lows: UnsafeMutablePointer<Int64>,
        _ highs: UnsafeMutablePointer<Int64>,
        to measures: UnsafeMutablePointer<Measure>,
        _ cells: UnsafeMutablePointer<Int32>,
        _ count: Int
    ) {
        for row in 0..<count {
            let (low, high) = (lows[row], highs[row])
            if low == NumberBytes.missing { continue }
            let measure = measures + Int(cells[row])
            measure.pointee.answers &+= 1
            // In two halves, so that no number of rows is too many.
            measure.pointee.lowSum &+= low & 0xFFFF_FFFF
            measure.pointee.highSum &+= low &>> 32
            // Seldom: asking costs less than writing each time.
            if low < measure.pointee.low { measure.pointee.low = low }
            if high > measure.pointee.high { measure.pointee.high = high }
        }
    }
}
