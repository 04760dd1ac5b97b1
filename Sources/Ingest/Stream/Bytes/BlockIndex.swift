import CByteMarks

/// Where the cells and lines of a block end, found 64 bytes at a time.
///
/// The arrays are made once and used for block after block.
final class BlockIndex {
    /// Offsets of delimiters and line feeds, in order; entry 0 stands before the block.
    let ends: UnsafeMutablePointer<Int32>
    private(set) var endCount = 0
    /// Offsets of line feeds.
    let lines: UnsafeMutablePointer<Int32>
    private(set) var lineCount = 0
    /// Offsets of quotes, and of carriage returns that no line feed follows.
    let oddities: UnsafeMutablePointer<Int32>
    private(set) var oddityCount = 0

    /// `capacity` bytes at most in a block; as many ends again may be added behind it.
    init(capacity: Int) {
        ends = .allocate(capacity: 2 * capacity + 24)
        lines = .allocate(capacity: capacity + 16)
        oddities = .allocate(capacity: capacity + 16)
    }

    deinit {
        ends.deallocate()
        lines.deallocate()
        oddities.deallocate()
    }

    /// Finds everything in the first `count` bytes; 64 more must be readable.
    func scan(_ bytes: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, quote: UInt8) {
        ends[0] = -1
        var marks = block_marks(
            ends: ends,
            end_count: 1,
            lines: lines,
            line_count: 0,
            oddities: oddities,
            oddity_count: 0
        )
        marks_scan(bytes, Int64(count), delimiter, quote, &marks)
        endCount = Int(marks.end_count)
        lineCount = Int(marks.line_count)
        oddityCount = Int(marks.oddity_count)
    }
}
