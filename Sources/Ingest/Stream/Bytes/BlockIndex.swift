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
        ends = .allocate(capacity: 2 * capacity + 2)
        lines = .allocate(capacity: capacity)
        oddities = .allocate(capacity: capacity)
    }

    deinit {
        ends.deallocate()
        lines.deallocate()
        oddities.deallocate()
    }

    /// Finds everything in the first `count` bytes; 64 more must be readable.
    func scan(_ bytes: UnsafePointer<UInt8>, count: Int, delimiter: UInt8, quote: UInt8) {
        let (ends, lines, oddities) = (ends, lines, oddities)
        ends[0] = -1
        var (endCount, lineCount, oddityCount) = (1, 0, 0)
        var start = 0
        while start < count {
            var marks = byte_marks_of_64(bytes + start, delimiter, quote)
            if start &+ 64 > count {
                let inside = (1 as UInt64) &<< UInt64(count &- start) &- 1
                marks.ends &= inside
                marks.lines &= inside
                marks.quotes &= inside
                marks.returns &= inside
            }
            Self.append(marks.ends, from: start, to: ends, &endCount)
            Self.append(marks.lines, from: start, to: lines, &lineCount)
            if marks.quotes | marks.returns != 0 {
                // A return in the last byte of the 64 may be half of a line end.
                let next: UInt64 = bytes[start &+ 64] == Byte.lineFeed ? 1 &<< 63 : 0
                let lone = marks.returns & ~(marks.lines &>> 1 | next)
                Self.append(marks.quotes | lone, from: start, to: oddities, &oddityCount)
            }
            start &+= 64
        }
        (self.endCount, self.lineCount, self.oddityCount) = (endCount, lineCount, oddityCount)
    }

    @inline(__always)
    private static func append(
        _ marks: UInt64,
        from start: Int,
        to list: UnsafeMutablePointer<Int32>,
        _ count: inout Int
    ) {
        var rest = marks
        while rest != 0 {
            list[count] = Int32(truncatingIfNeeded: start &+ rest.trailingZeroBitCount)
            count &+= 1
            rest &= rest &- 1
        }
    }
}
