/// Copies rows with quotes behind a block, as if nothing had to be quoted in them.
struct QuotedRows {
    private let bytes: UnsafeMutablePointer<UInt8>
    private let count: Int
    private let index: BlockIndex
    private var free: Int
    private var entry: Int

    /// Bytes behind a block that scans and loads may read.
    static let margin = 64

    /// As many bytes as the block has must be free behind it and the margin: rows without their quotes take
    /// no more room, and `index.ends` as many entries.
    init(_ bytes: UnsafeMutablePointer<UInt8>, count: Int, index: BlockIndex) {
        self.bytes = bytes
        self.count = count
        self.index = index
        free = count + Self.margin
        entry = index.endCount
    }

    /// A row that was copied.
    struct Row {
        /// The line feed at its end, in the block.
        var end: Int
        var firstEntry: Int
        var cells: Int
        /// Line ends inside its cells.
        var lineBreaks: Int
        /// Not to be read at once.
        var isOdd = false
    }

    /// Copies the row that begins at `start`; `nil` when its quotes are not as RFC 4180 has them.
    mutating func copy(from start: Int, delimiter: UInt8) -> Row? {
        var offset = start
        index.ends[entry] = Int32(truncatingIfNeeded: free - 1)
        var row = Row(end: 0, firstEntry: entry + 1, cells: 0, lineBreaks: 0)
        while offset < count {
            if bytes[offset] == Byte.quote {
                guard copyQuoted(&offset, &row) else { return nil }
            } else {
                while bytes[offset] != delimiter, bytes[offset] != Byte.lineFeed {
                    guard bytes[offset] != Byte.quote else { return nil }
                    if bytes[offset] == Byte.carriageReturn,
                        bytes[offset + 1] != Byte.lineFeed
                    {
                        return nil
                    }
                    put(bytes[offset])
                    offset += 1
                }
            }
            if bytes[offset] == Byte.carriageReturn, bytes[offset + 1] == Byte.lineFeed {
                offset += 1
            }
            let isEnd = bytes[offset] == Byte.lineFeed
            guard isEnd || bytes[offset] == delimiter else { return nil }
            entry += 1
            index.ends[entry] = Int32(truncatingIfNeeded: free)
            put(Byte.lineFeed)
            row.cells += 1
            if isEnd {
                row.end = offset
                entry += 1
                return row
            }
            offset += 1
        }
        return nil
    }

    /// Copies the content of a quoted cell; `offset` goes behind its closing quote.
    private mutating func copyQuoted(_ offset: inout Int, _ row: inout Row) -> Bool {
        offset += 1
        while offset < count {
            let byte = bytes[offset]
            if byte == Byte.quote {
                offset += 1
                if bytes[offset] != Byte.quote { return offset < count }
            } else if byte == Byte.lineFeed {
                row.lineBreaks += 1
            } else if byte == Byte.carriageReturn {
                // Not to be taken for half of a line end later: read with the misfits.
                row.isOdd = true
                if bytes[offset + 1] != Byte.lineFeed { row.lineBreaks += 1 }
            }
            put(byte)
            offset += 1
        }
        return false
    }

    private mutating func put(_ byte: UInt8) {
        bytes[free] = byte
        free += 1
    }
}
