import CByteMarks
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

    /// For each row the cells that could not be read at once, a bit for each position; 0 while it can be taken.
    private let states: UnsafeMutablePointer<UInt64>
    private let units: UnsafeMutablePointer<Int32>
    private let sectors: UnsafeMutablePointer<Int32>
    /// The cell of the totals for each row.
    private let cells: UnsafeMutablePointer<Int32>
    private let classValues: [UnsafeMutablePointer<Int32>]
    private let lows: [UnsafeMutablePointer<Int64>]
    private let highs: [UnsafeMutablePointer<Int64>]
    private let identifierHashes: UnsafeMutablePointer<UInt64>
    private let nameHashes: UnsafeMutablePointer<UInt64>
    private let nameSums: UnsafeMutablePointer<name_sums>
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
        cells = .allocate(capacity: most)
        identifierHashes = .allocate(capacity: most)
        nameHashes = .allocate(capacity: most)
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
        cells.deallocate()
        identifierHashes.deallocate()
        nameHashes.deallocate()
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

    /// The bit of a position; those far right share one.
    private static func mark(_ position: Int) -> UInt64 {
        1 << UInt64(min(position, UnusualRow.lastPosition))
    }

    private func readColumn(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ seen: inout SeenMarks
    ) {
        let cell = plan.cells[position]
        let (states, mark) = (states, Self.mark(position))
        switch cell.kind {
        case .passed: break
        case .blank:
            forEachCell(position, bytes) { row, start, end in
                if start != end { states[row] |= mark }
            }
        case .identifier:
            var column = column(position, bytes)
            NameHash.identifiers(&column, to: identifierHashes)
            refuseZeros(identifierHashes, mark)
        case .name:
            var column = column(position, bytes)
            NameHash.names(&column, sums: nameSums, to: nameHashes)
            refuseZeros(nameHashes, mark)
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

    private func column(_ position: Int, _ bytes: UnsafePointer<UInt8>) -> cell_column {
        cell_column(
            bytes: bytes,
            ends: index.ends,
            first: rows.first,
            row_count: Int64(rows.count),
            position: Int64(position),
            is_last: position == plan.cells.count - 1
        )
    }

    private func refuseZeros(_ hashes: UnsafeMutablePointer<UInt64>, _ mark: UInt64) {
        let states = states
        for row in 0..<rows.count where hashes[row] == 0 { states[row] |= mark }
    }

    private func readCodes(
        _ position: Int,
        _ bytes: UnsafePointer<UInt8>,
        _ codes: inout CodeCache,
        to values: UnsafeMutablePointer<Int32>,
        isFilled: Bool
    ) {
        let (states, mark) = (states, Self.mark(position))
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
            if value < least { states[row] |= mark }
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
        let (numbers, states, mark) = (numbers, states, Self.mark(position))
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
                if value != NumberBytes.missing || !allowsMissing { states[row] |= mark }
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
        let (numbers, states, mark) = (numbers, states, Self.mark(position))
        let (minimum, maximum) = (cell.minimum, cell.maximum)
        let allowsMissing = !cell.isFilled
        var marks: SeenMarks = []
        forEachCell(position, bytes) { row, start, end in
            let (low, high) = numbers.readRange(bytes, start, end, seen: &marks)
            lows[row] = low
            highs[row] = high
            if low < minimum || high > maximum {
                if low != NumberBytes.missing || !allowsMissing { states[row] |= mark }
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
        let (states, mark) = (states, Self.mark(position))
        let (minimum, maximum) = (cell.minimum, cell.maximum)
        let allowsMissing = !cell.isFilled
        forEachCell(position, bytes) { row, start, end in
            let filler: UInt64 = 0x3030_3030
            guard end &- start == 4,
                let year = ByteWord.number(ByteWord.load(bytes, start) &<< 32 | filler)
            else {
                values[row] = NumberBytes.missing
                if start != end || !allowsMissing { states[row] |= mark }
                return
            }
            values[row] = year &* 10_000
            if year &* 10_000 < minimum || year &* 10_000 > maximum { states[row] |= mark }
        }
    }

    /// Adds the rows that can be taken to the totals, and their keys; how many they are.
    private func take(from offset: Int) -> Int {
        let position = RowPosition(file: file, offset: offset).bits
        let sectorCount = Int32(truncatingIfNeeded: plan.sectorCount)
        let nowhere = Int32(truncatingIfNeeded: totals.cellCount)
        let (states, units, sectors, starts) = (states, units, sectors, rows.starts)
        let cells = cells
        let population = totals.population
        var taken = 0
        for row in 0..<rows.count {
            let here = position &+ UInt64(truncatingIfNeeded: starts[row])
            guard states[row] == 0, !isRefused(here) else {
                cells[row] = nowhere
                continue
            }
            taken &+= 1
            identifiers.append(identifierHashes[row], at: here)
            names.append(NameHash.name(nameHashes[row], unit: Int(units[row])), at: here)
            let cell = units[row] &* sectorCount &+ sectors[row]
            cells[row] = cell
            population[Int(cell)] &+= 1
        }
        for column in classValues.indices {
            let (values, counts) = (classValues[column], totals.classes[column])
            let stride = plan.classCounts[column] + 1
            for row in 0..<rows.count {
                counts[Int(cells[row]) &* stride &+ Int(max(-1, values[row])) &+ 1] &+= 1
            }
        }
        for measure in lows.indices {
            add(lows[measure], highs[measure], to: totals.measures[measure])
        }
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
        to totals: UnsafeMutablePointer<BlockTotals.Measure>
    ) {
        let cellOfRow = cells
        for row in 0..<rows.count {
            let (low, high) = (lows[row], highs[row])
            let isMissing = low == NumberBytes.missing
            let cell = totals + Int(cellOfRow[row])
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
        func add(_ extent: RecordExtent, _ row: UnusualRow? = nil) {
            list.append(
                extent,
                row,
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
                ),
                known(row)
            )
        }
        for extent in rows.misfits[misfit...] { add(extent) }
        return list
    }

    /// What is known of a row that was not taken; `nil` for one with quotes, whose cells were copied.
    private func known(_ row: Int) -> UnusualRow? {
        guard Int(rows.first[row]) < index.endCount else { return nil }
        let isBad = { [states, plan] (isKind: (StreamPlan.Cell.Kind) -> Bool) in
            plan.cells.indices.contains {
                isKind(plan.cells[$0].kind) && states[row] & Self.mark($0) != 0
            }
        }
        let hasIdentifier = !isBad { if case .identifier = $0 { true } else { false } }
        let hasUnit = !isBad { if case .unit = $0 { true } else { false } }
        return UnusualRow(
            cells: states[row],
            identifier: hasIdentifier ? identifierHashes[row] : nil,
            unit: hasUnit ? Int(units[row]) : nil
        )
    }
}
