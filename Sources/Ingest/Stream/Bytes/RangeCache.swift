import CByteMarks

/// The two ends of the ranges that a file writes, by their bytes as written: most come again and again.
final class RangeCache {
    private let spellings = CodeCache(keepsAll: false)
    private var ranges: [(low: Int64, high: Int64)] = []

    /// Puts both ends of each cell of a column; `read` reads those of new spellings.
    func ranges(
        _ column: inout cell_column,
        indices: UnsafeMutablePointer<Int32>,
        lows: UnsafeMutablePointer<Int64>,
        highs: UnsafeMutablePointer<Int64>,
        read: (Range<Int>) -> (low: Int64, high: Int64)
    ) {
        let remembered = ranges.count
        spellings.values(&column, to: indices) { cell in
            ranges.append(read(cell))
            return Int32(truncatingIfNeeded: ranges.count - 1)
        }
        ranges.withUnsafeBufferPointer { ranges in
            for row in 0..<Int(column.row_count) {
                let isThere = indices[row] >= 0
                let range = isThere ? ranges[Int(indices[row])] : Self.nothing
                lows[row] = range.low
                highs[row] = range.high
            }
        }
        // Above it all are of this block only.
        if ranges.count > Self.limit { ranges.removeSubrange(max(remembered, Self.limit)...) }
    }

    private static let nothing = (low: NumberBytes.missing, high: NumberBytes.missing)
    private static let limit = 4096
}
