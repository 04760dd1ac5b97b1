import DatasetModel
import Vocabulary

/// What the rows read at once come to, in each unit and sector, in numbers that a processor adds.
///
/// One cell more than units × sectors takes the rows that do not count, so that no loop has to ask.
final class BlockTotals {
    /// One measure in one cell.
    struct Measure {
        var answers = 0
        var sum: Int64 = 0
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
    /// Sums of the blocks before.
    private var sums: [[Int128]]

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
        sums = Array(repeating: Array(repeating: 0, count: cells), count: plan.measureCount)
    }

    deinit {
        population.deallocate()
        for pointer in classes { pointer.deallocate() }
        for pointer in measures { pointer.deallocate() }
    }

    /// Puts the sums of a block away before they could outgrow their 64 bits.
    func endBlock() {
        for measure in measures.indices {
            for cell in 0..<cellCount {
                sums[measure][cell] += Int128(measures[measure][cell].sum)
                measures[measure][cell].sum = 0
            }
        }
    }

    /// The sum of a measure in a cell, over all blocks that have ended.
    func sum(_ measure: Int, _ cell: Int) -> Int128 { sums[measure][cell] }
}
