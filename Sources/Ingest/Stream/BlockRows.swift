/// The rows of a block that have as many cells as the heading, as entries into `BlockIndex.ends`.
///
/// A row with quotes is copied behind the block without them, so that all rows are read alike.
final class BlockRows {
    /// For each row the entry of its first cell's end.
    let first: UnsafeMutablePointer<Int32>
    /// For each row where it begins and ends in the block, its line end left out.
    let starts: UnsafeMutablePointer<Int32>
    let ends: UnsafeMutablePointer<Int32>
    /// For each row how many records and lines of the block stand before it.
    let records: UnsafeMutablePointer<Int32>
    let lines: UnsafeMutablePointer<Int32>
    private(set) var count = 0
    /// Records in the block, and lines.
    private(set) var recordCount = 0
    private(set) var lineCount = 0
    /// Records with more or fewer cells, blank ones among them.
    private(set) var misfits: [RecordExtent] = []
    /// Where cells end in the rows that were copied.
    fileprivate let index: BlockIndex

    init(index: BlockIndex, capacity: Int) {
        self.index = index
        first = .allocate(capacity: capacity + 3)
        starts = .allocate(capacity: capacity)
        ends = .allocate(capacity: capacity)
        records = .allocate(capacity: capacity)
        lines = .allocate(capacity: capacity)
    }

    deinit {
        for list in [first, starts, ends, records, lines] { list.deallocate() }
    }

    /// Finds the rows of a block that was scanned; false when its quotes are not as RFC 4180 has them, or
    /// lines end at carriage returns alone.
    func find(
        in bytes: UnsafeMutablePointer<UInt8>,
        count: Int,
        width: Int,
        delimiter: UInt8
    ) -> Bool {
        var (rowCount, lineCount, recordCount) = (0, 0, 0)
        misfits.removeAll(keepingCapacity: true)
        var quoted = QuotedRows(bytes, count: count, index: index)
        var (entry, oddity) = (1, 0)
        var start = 0
        var line = 0
        let ends = index.ends
        while line < index.lineCount {
            var end = Int(index.lines[line])
            let rowLine = lineCount
            var firstEntry = entry
            if oddity < index.oddityCount, Int(index.oddities[oddity]) < end {
                guard let row = quoted.copy(from: start, delimiter: delimiter) else { return false }
                end = row.end
                while line < index.lineCount, Int(index.lines[line]) < end { line &+= 1 }
                lineCount &+= row.lineBreaks
                while oddity < index.oddityCount, Int(index.oddities[oddity]) < end {
                    oddity &+= 1
                }
                while entry < index.endCount, Int(ends[entry]) < end { entry &+= 1 }
                firstEntry = row.cells == width && !row.isOdd ? row.firstEntry : 0
            } else if entry &+ width > index.endCount || Int(ends[entry &+ width &- 1]) != end {
                while entry < index.endCount, Int(ends[entry]) < end { entry &+= 1 }
                firstEntry = 0
            } else {
                entry &+= width &- 1
            }
            if firstEntry > 0 {
                first[rowCount] = Int32(truncatingIfNeeded: firstEntry)
                starts[rowCount] = Int32(truncatingIfNeeded: start)
                self.ends[rowCount] = Int32(truncatingIfNeeded: end)
                records[rowCount] = Int32(truncatingIfNeeded: recordCount)
                lines[rowCount] = Int32(truncatingIfNeeded: rowLine)
                rowCount &+= 1
            } else {
                misfits.append(
                    RecordExtent(start: start, end: end, record: recordCount, line: rowLine)
                )
            }
            recordCount &+= 1
            lineCount &+= 1
            entry &+= 1
            line &+= 1
            start = end &+ 1
        }
        // Four rows are read at a time: the last one stands in for those behind it.
        for row in rowCount..<rowCount + 3 { first[row] = rowCount == 0 ? 1 : first[rowCount - 1] }
        self.count = rowCount
        (self.recordCount, self.lineCount) = (recordCount, lineCount)
        return start == count
    }
}

extension BlockRows {
    func extent(_ row: Int) -> RecordExtent {
        RecordExtent(
            start: Int(starts[row]),
            end: Int(ends[row]),
            record: Int(records[row]),
            line: Int(lines[row])
        )
    }

    /// Whether the row was copied without its quotes.
    func isCopy(_ row: Int) -> Bool { Int(first[row]) >= index.endCount }
}

/// Where a record stands in a block, and what stands before it.
struct RecordExtent {
    var start: Int
    /// Its line feed, or the return before it is the last byte inside.
    var end: Int
    var record: Int
    var line: Int
}
