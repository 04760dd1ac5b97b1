import DatasetModel
import PeriodModel

/// Reads blocks of a file into totals and keys, column by column; one for each thread.
///
/// It takes the rows whose every cell it can read at once, exactly as the reader of single cells would; the
/// others it only lists.
final class BlockReader {
    let plan: StreamPlan
    let totals: BlockTotals
    let identifiers: KeyPartitions
    let names: KeyPartitions
    let file: Int
    /// Rows that were found to be repeated, when a file is counted again without them.
    var refused: Set<RowPosition> = []

    private let numbers: NumberBytes
    private let index: BlockIndex
    private let rows: BlockRows
    private var unitCodes = CodeCache()
    private var sectorCodes = CodeCache()
    private var classCodes: [CodeCache]
    private var resolver: CodeResolver

    /// One byte for each row; 0 while it can be taken.
    private let states: UnsafeMutablePointer<UInt8>
    private let units: UnsafeMutablePointer<Int32>
    private let sectors: UnsafeMutablePointer<Int32>
    private let classValues: [UnsafeMutablePointer<Int32>]
    private let lows: [UnsafeMutablePointer<Int64>]
    private let highs: [UnsafeMutablePointer<Int64>]
    private let identifierHashes: UnsafeMutablePointer<UInt64>
    private let nameSums: UnsafeMutablePointer<NameSums>
    private let capacity: Int
    /// Columns of ranges, which have two values.
    private let isRange: [Bool]

    /// `capacity` bytes at most in a block.
    init(_ plan: StreamPlan, resolver: CodeResolver, file: Int, capacity: Int) {
        self.plan = plan
        self.resolver = resolver
        self.file = file
        self.capacity = capacity
        totals = BlockTotals(plan)
        identifiers = KeyPartitions()
        names = KeyPartitions()
        numbers = NumberBytes(plan.assumed)
        index = BlockIndex(capacity: capacity)
        // A row has at least its line end.
        rows = BlockRows(index: index, capacity: capacity)
        classCodes = plan.classCounts.map { _ in CodeCache() }
        let most = capacity / max(1, plan.cells.count) + 1
        states = .allocate(capacity: most)
        units = .allocate(capacity: most)
        sectors = .allocate(capacity: most)
        identifierHashes = .allocate(capacity: most)
        nameSums = .allocate(capacity: most)
        classValues = plan.classCounts.map { _ in
            let values = UnsafeMutablePointer<Int32>.allocate(capacity: most)
            values.initialize(repeating: CodeCache.missing, count: most)
            return values
        }
        var isRange = Array(repeating: false, count: plan.measureCount)
        for case .measure(let measure, .range) in plan.cells.map(\.kind) { isRange[measure] = true }
        self.isRange = isRange
        func values() -> UnsafeMutablePointer<Int64> {
            let values = UnsafeMutablePointer<Int64>.allocate(capacity: most)
            values.initialize(repeating: NumberBytes.missing, count: most)
            return values
        }
        lows = isRange.map { _ in values() }
        highs = zip(isRange, lows).map { isRange, lows in isRange ? values() : lows }
    }

    deinit {
        states.deallocate()
        units.deallocate()
        sectors.deallocate()
        identifierHashes.deallocate()
        nameSums.deallocate()
        for values in classValues { values.deallocate() }
        for measure in lows.indices {
            if isRange[measure] { highs[measure].deallocate() }
            lows[measure].deallocate()
        }
    }

    /// Reads a block of whole records; `nil` when its quotes or line ends need another reader.
    func read(_ bytes: UnsafeMutablePointer<UInt8>, _ block: Block) -> BlockResult? {
        index.scan(bytes, count: block.count, delimiter: plan.delimiter, quote: Byte.quote)
        let isWhole = rows.find(
            in: bytes,
            count: block.count,
            width: plan.cells.count,
            delimiter: plan.delimiter
        )
        guard isWhole else { return nil }
        var seen: SeenMarks = []
        states.initialize(repeating: 0, count: rows.count)
        for position in plan.cells.indices { readColumn(position, bytes, &seen) }
        let taken = take(from: block.offset)
        totals.endBlock()
        return BlockResult(
            block: block,
            lines: rows.lineCount,
            records: rows.recordCount,
            taken: taken,
            seen: seen,
            unusual: unusual(in: bytes, taken: taken)
        )
    }

    /// Calls `body` with each row and where its cell stands.
    @inline(__always)
    private func forEachCell(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ body: (_ row: Int, _ start: Int, _ end: Int) -> Void
    ) {
        let (first, ends) = (rows.first, index.ends)
        let isLast = position == plan.cells.count - 1
        for row in 0..<rows.count {
            let entry = Int(first[row]) &+ position
            let start = Int(ends[entry &- 1]) &+ 1
            var end = Int(ends[entry])
            if isLast, end > start, bytes[end &- 1] == Byte.carriageReturn { end &-= 1 }
            body(row, start, end)
        }
    }

    private func readColumn(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ seen: inout SeenMarks
    ) {
        let cell = plan.cells[position]
        let states = states
        switch cell.kind {
        case .passed: break
        case .blank:
            forEachCell(position, bytes) { row, start, end in
                if start != end { states[row] = 1 }
            }
        case .identifier:
            let hashes = identifierHashes
            forEachCell(position, bytes) { row, start, end in
                if let hash = NameHash.identifier(bytes, start, end) {
                    hashes[row] = hash
                } else {
                    states[row] = 1
                }
            }
        case .name:
            let sums = nameSums
            forEachCell(position, bytes) { row, start, end in
                if let sum = NameSums(bytes, start, end) {
                    sums[row] = sum
                } else {
                    states[row] = 1
                }
            }
        case .unit: readCodes(position, bytes, &unitCodes, to: units, isFilled: true)
        case .sector: readCodes(position, bytes, &sectorCodes, to: sectors, isFilled: true)
        case .classes(let column):
            readCodes(
                position,
                bytes,
                &classCodes[column],
                to: classValues[column],
                isFilled: cell.isFilled
            )
        case .measure(let measure, .range):
            readRanges(position, bytes, cell, lows[measure], highs[measure], &seen)
        case .measure(let measure, .year):
            readYears(position, bytes, cell, lows[measure])
        case .measure(let measure, .integer):
            readNumbers(position, bytes, cell, lows[measure], allowsDecimals: false, &seen)
        case .measure(let measure, _):
            readNumbers(position, bytes, cell, lows[measure], allowsDecimals: true, &seen)
        }
    }

    private func readCodes(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ codes: inout CodeCache,
        to values: UnsafeMutablePointer<Int32>,
        isFilled: Bool
    ) {
        let states = states
        let least = isFilled ? 0 : CodeCache.missing
        var cache = CodeCache()
        swap(&cache, &codes)
        forEachCell(position, bytes) { row, start, end in
            let value = cache.value(bytes, start, end) { start, end in
                resolver.resolve(
                    Array(UnsafeBufferPointer(start: bytes + start, count: end - start)),
                    position: position
                )
            }
            values[row] = value
            if value < least { states[row] = 1 }
        }
        swap(&cache, &codes)
    }

    @inline(__always)
    private func readNumbers(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ cell: StreamPlan.Cell,
        _ values: UnsafeMutablePointer<Int64>,
        allowsDecimals: Bool,
        _ seen: inout SeenMarks
    ) {
        let (numbers, states) = (numbers, states)
        let (minimum, maximum) = (cell.minimum, cell.maximum)
        let allowsMissing = !cell.isFilled
        var marks: SeenMarks = []
        forEachCell(position, bytes) { row, start, end in
            let value = numbers.read(
                bytes,
                start,
                end,
                allowsDecimals: allowsDecimals,
                seen: &marks
            )
            values[row] = value
            if value < minimum || value > maximum {
                if value != NumberBytes.missing || !allowsMissing { states[row] = 1 }
            }
        }
        seen.formUnion(marks)
    }

    private func readRanges(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ cell: StreamPlan.Cell,
        _ lows: UnsafeMutablePointer<Int64>,
        _ highs: UnsafeMutablePointer<Int64>,
        _ seen: inout SeenMarks
    ) {
        let (numbers, states) = (numbers, states)
        let (minimum, maximum) = (cell.minimum, cell.maximum)
        let allowsMissing = !cell.isFilled
        var marks: SeenMarks = []
        forEachCell(position, bytes) { row, start, end in
            let (low, high) = numbers.readRange(bytes, start, end, seen: &marks)
            lows[row] = low
            highs[row] = high
            if low < minimum || high > maximum {
                if low != NumberBytes.missing || !allowsMissing { states[row] = 1 }
            }
        }
        seen.formUnion(marks)
    }

    private func readYears(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ cell: StreamPlan.Cell,
        _ values: UnsafeMutablePointer<Int64>
    ) {
        let states = states
        let (minimum, maximum) = (cell.minimum, cell.maximum)
        let allowsMissing = !cell.isFilled
        forEachCell(position, bytes) { row, start, end in
            let filler: UInt64 = 0x3030_3030
            guard end &- start == 4,
                let year = ByteWord.number(ByteWord.load(bytes, start) &<< 32 | filler)
            else {
                values[row] = NumberBytes.missing
                if start != end || !allowsMissing { states[row] = 1 }
                return
            }
            values[row] = year &* 10_000
            if year &* 10_000 < minimum || year &* 10_000 > maximum { states[row] = 1 }
        }
    }

    /// Adds the rows that can be taken to the totals, and their keys; how many they are.
    private func take(from offset: Int) -> Int {
        let position = RowPosition(file: file, offset: offset).bits
        let sectorCount = Int32(truncatingIfNeeded: plan.sectorCount)
        let nowhere = Int32(truncatingIfNeeded: totals.cellCount)
        let (states, units, sectors, starts) = (states, units, sectors, rows.starts)
        let population = totals.population
        var taken = 0
        for row in 0..<rows.count {
            let here = position &+ UInt64(truncatingIfNeeded: starts[row])
            guard states[row] == 0, !isRefused(here) else {
                units[row] = nowhere
                continue
            }
            taken &+= 1
            identifiers.append(identifierHashes[row], at: here)
            names.append(NameHash.name(nameSums[row], unit: Int(units[row])), at: here)
            // From here on the row's cell stands in the place of its unit.
            units[row] = units[row] &* sectorCount &+ sectors[row]
            population[Int(units[row])] &+= 1
        }
        for column in classValues.indices {
            let (values, counts) = (classValues[column], totals.classes[column])
            let stride = plan.classCounts[column] + 1
            for row in 0..<rows.count {
                counts[Int(units[row]) &* stride &+ Int(max(-1, values[row])) &+ 1] &+= 1
            }
        }
        for measure in lows.indices { add(lows[measure], highs[measure], to: totals.measures[measure]) }
        return taken
    }

    @inline(__always)
    private func isRefused(_ position: UInt64) -> Bool {
        !refused.isEmpty && refused.contains(RowPosition(bits: position))
    }

    @inline(__always)
    private func add(
        _ lows: UnsafeMutablePointer<Int64>,
        _ highs: UnsafeMutablePointer<Int64>,
        to cells: UnsafeMutablePointer<BlockTotals.Measure>
    ) {
        let cellOfRow = units
        for row in 0..<rows.count {
            let (low, high) = (lows[row], highs[row])
            let isMissing = low == NumberBytes.missing
            let cell = cells + Int(cellOfRow[row])
            cell.pointee.answers &+= isMissing ? 0 : 1
            cell.pointee.sum &+= isMissing ? 0 : low
            cell.pointee.low = min(cell.pointee.low, isMissing ? Int64.max : low)
            // Nothing is lower than the mark of a missing value.
            cell.pointee.high = max(cell.pointee.high, high)
        }
    }

    /// The rows that were not taken and the misfits, in order, with their bytes.
    private func unusual(in bytes: UnsafePointer<UInt8>, taken: Int) -> UnusualRecords {
        var list = UnusualRecords()
        guard taken < rows.count || !rows.misfits.isEmpty else { return list }
        var misfit = 0
        func add(_ extent: RecordExtent) {
            list.append(
                extent,
                UnsafeBufferPointer(start: bytes + extent.start, count: extent.end - extent.start)
            )
        }
        for row in 0..<rows.count where states[row] != 0 {
            let start = Int(rows.starts[row])
            while misfit < rows.misfits.count, rows.misfits[misfit].start < start {
                add(rows.misfits[misfit])
                misfit += 1
            }
            add(
                RecordExtent(
                    start: start,
                    end: Int(rows.ends[row]),
                    record: Int(rows.records[row]),
                    line: Int(rows.lines[row])
                )
            )
        }
        for extent in rows.misfits[misfit...] { add(extent) }
        return list
    }
}
