import DatasetModel
import Vocabulary

/// What the rows read at once come to, in each unit and sector, in numbers that a processor adds.
///
/// One cell more than units × sectors × strata takes the rows that do not count, so that no loop has to ask.
final class BlockTotals {
    /// One measure in one cell.
    struct Measure {
        var answers = 0
        var lowSum: Int64 = 0
        var highSum: Int64 = 0
        var low = Int64.max
        var high = Int64.min
    }

    /// A ratio in each cell.
    struct Ratio {
        struct Sums {
            var answers = 0
            var of: Int128 = 0
            var per: Int128 = 0
        }

        let parts: RatioTotals.Parts?
        let sums: UnsafeMutablePointer<Sums>

        fileprivate init(_ parts: RatioTotals.Parts?, cellCount: Int) {
            self.parts = parts
            sums = .allocate(capacity: cellCount + 1)
            sums.initialize(repeating: Sums(), count: cellCount + 1)
        }
    }

    let cellCount: Int
    let population: UnsafeMutablePointer<Int>
    /// For each class column: cell by cell, first those without a class, then each class.
    let classes: [UnsafeMutablePointer<Int>]
    let classCounts: [Int]
    /// For each column of classes that populations ask for: what each class, first none, adds to a cell.
    private let weights: [(column: Int, weights: [Int32])]
    private let strataCount: Int32
    /// For each ratio: the two columns, and both sums cell by cell.
    let ratios: [Ratio]
    /// For each measure column: cell by cell.
    let measures: [UnsafeMutablePointer<Measure>]

    init(_ plan: StreamPlan) {
        let cells = plan.unitCount * plan.sectorCount * plan.strata.count
        strataCount = Int32(plan.strata.count)
        weights = plan.strata.weights.map { ($0.column, $0.weights.map { Int32($0) }) }
        ratios = plan.ratios.map { Ratio($0, cellCount: cells) }
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
        for ratio in ratios { ratio.sums.deallocate() }
    }

    /// The sum of a measure in a cell.
    func sum(_ measure: Int, _ cell: Int) -> Int128 {
        let own = measures[measure][cell]
        return Int128(own.highSum) << 32 + Int128(own.lowSum)
    }

    /// Adds the rows of a tile, each to its cell.
    func add(_ tile: Tile) {
        let (count, cells) = (tile.count, tile.cells)
        addStrata(tile)
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
        for ratio in ratios { add(tile, to: ratio) }
    }

    /// Moves each row from the cell of its unit and sector to that of its stratum.
    private func addStrata(_ tile: Tile) {
        guard strataCount > 1 else { return }
        let (cells, nowhere) = (tile.cells, Int32(cellCount))
        for row in 0..<tile.count where cells[row] != nowhere { cells[row] &*= strataCount }
        for (column, weights) in weights {
            let values = tile.classes[column]
            weights.withUnsafeBufferPointer { weights in
                for row in 0..<tile.count where cells[row] != nowhere {
                    cells[row] &+= weights[Int(max(-1, values[row])) &+ 1]
                }
            }
        }
    }

    /// Adds the rows that have both values of a ratio.
    private func add(_ tile: Tile, to ratio: Ratio) {
        guard let parts = ratio.parts else { return }
        let (first, cells) = (tile.lows[parts.of], tile.cells)
        let one = Int64(powerOfTen(NumberBytes.scale))
        for row in 0..<tile.count where first[row] != NumberBytes.missing {
            let second = parts.per.map { tile.lows[$0][row] } ?? one
            if second == NumberBytes.missing { continue }
            let sums = ratio.sums + Int(cells[row])
            sums.pointee.answers &+= 1
            sums.pointee.of += Int128(first[row])
            sums.pointee.per += Int128(second)
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
