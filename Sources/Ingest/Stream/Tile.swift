import CByteMarks
import PeriodModel

/// A few rows of a block, column by column: no more than stays in the nearest cache with their bytes.
final class Tile {
    static let capacity = 128
    /// Numbers are written four at a time.
    private static let room = capacity + 3

    var count = 0
    /// For each row the cells that could not be read at once, a bit for each position; 0 while it can be taken.
    let states: UnsafeMutablePointer<UInt64>
    /// For each row the cells that say in words that there is no value, where one is asked for: such a row is
    /// taken, but told.
    let told: UnsafeMutablePointer<UInt64>
    var hasTold = false
    let identifiers: UnsafeMutablePointer<UInt64>
    let names: UnsafeMutablePointer<UInt64>
    let nameSums: UnsafeMutablePointer<name_sums>
    let units: UnsafeMutablePointer<Int32>
    let sectors: UnsafeMutablePointer<Int32>
    /// The cell of the totals for each row.
    let cells: UnsafeMutablePointer<Int32>
    let indices: UnsafeMutablePointer<Int32>
    let classes: [UnsafeMutablePointer<Int32>]
    let lows: [UnsafeMutablePointer<Int64>]
    /// The same as `lows` but for ranges.
    let highs: [UnsafeMutablePointer<Int64>]

    init(_ plan: StreamPlan) {
        func column<Value>(_ value: Value) -> UnsafeMutablePointer<Value> {
            let column = UnsafeMutablePointer<Value>.allocate(capacity: Self.room)
            column.initialize(repeating: value, count: Self.room)
            return column
        }
        states = column(0)
        told = column(0)
        identifiers = column(0)
        names = column(0)
        nameSums = column(name_sums())
        units = column(0)
        sectors = column(0)
        cells = column(0)
        indices = column(0)
        classes = plan.classCounts.map { _ in column(CodeCache.missing) }
        let lows = (0..<plan.measureCount).map { _ in column(NumberBytes.missing) }
        var highs = lows
        for case .measure(let measure, .range) in plan.cells.map(\.kind) {
            highs[measure] = column(NumberBytes.missing)
        }
        self.lows = lows
        self.highs = highs
    }

    deinit {
        for column in [states, told, identifiers, names] { column.deallocate() }
        nameSums.deallocate()
        for column in [units, sectors, cells, indices] + classes { column.deallocate() }
        for (low, high) in zip(lows, highs) {
            low.deallocate()
            if high != low { high.deallocate() }
        }
    }

    /// Begins with other rows.
    func begin(count: Int) {
        self.count = count
        states.update(repeating: 0, count: count)
        if hasTold { told.update(repeating: 0, count: Self.capacity) }
        hasTold = false
    }

    /// The bit of a position; those far right share one.
    static func mark(_ position: Int) -> UInt64 {
        1 << UInt64(min(position, UnusualRow.lastPosition))
    }
}
