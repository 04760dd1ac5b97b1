/// A stretch of a file that holds whole records.
package struct Block: Sendable, Hashable {
    /// Its place among the file's blocks, from 0.
    package var number: Int
    /// Offset of its first byte in the file.
    package var offset: Int
    /// Its bytes; one line feed more than the file has where that ends without one.
    package var count: Int

    package init(number: Int, offset: Int, count: Int) {
        self.number = number
        self.offset = offset
        self.count = count
    }
}

/// What a block had that later blocks and the reader of single cells must know.
struct BlockResult {
    var block: Block
    var lines: Int
    var records: Int
    /// Rows that are in the totals.
    var taken: Int
    var seen: SeenMarks
    var unusual: UnusualRecords
}

/// The records of a block that were not taken at once, with a copy of their bytes.
struct UnusualRecords {
    private(set) var extents: [RecordExtent] = []
    /// For each of them what is known of it; `nil` when all must be read again.
    private(set) var rows: [UnusualRow?] = []
    /// One record after the other, each with a line feed.
    private(set) var bytes: [UInt8] = []

    mutating func append(
        _ extent: RecordExtent,
        _ row: UnusualRow?,
        _ block: UnsafePointer<UInt8>
    ) {
        extents.append(extent)
        rows.append(row)
        let text = UnsafeBufferPointer(
            start: block + extent.start,
            count: extent.end - extent.start
        )
        bytes.append(contentsOf: text)
        bytes.append(Byte.lineFeed)
    }

    /// The bytes of the records that begin at an offset of the block or behind it.
    func bytes(from offset: Int) -> ArraySlice<UInt8> {
        let before = extents.prefix { $0.start < offset }
        return bytes.dropFirst(before.reduce(0) { $0 + $1.end - $1.start + 1 })
    }
}

/// What was read at once of a row without quotes that was not taken, or that was taken with a doubt to tell.
struct UnusualRow {
    /// The row is in the totals: its cells are only read again for what there is to tell.
    var isTaken = false
    /// The cells that must be read again, a bit for each position; a row with the last bit is read as a whole.
    var cells: UInt64
    /// The hash of its identifier; `nil` when that is among them.
    var identifier: UInt64?
    /// The index of its unit; `nil` when that is among them.
    var unit: Int?

    static let lastPosition = 63
}
