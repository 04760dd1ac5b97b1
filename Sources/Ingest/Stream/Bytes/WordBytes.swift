import CByteMarks

/// Tells cells of words that only the reader of single cells can judge, by a look at their bytes: whoever is told
/// here may still be right.
enum WordBytes {
    /// An identifier that says that there is none, that a spreadsheet has shortened, or that is too long.
    @inline(__always)
    static func mayBeNoIdentifier(_ column: cell_column, _ row: Int, _ marks: MissingMarks) -> Bool
    {
        let cell = column.cell(row)
        let start: UnsafePointer<UInt8> = column.bytes + cell.lowerBound
        guard cell.count > 0 else { return false }
        if start[0] &- UInt8(ascii: "0") < 10 { return isShortened(start, cell.count) }
        return start[0] == UInt8(ascii: "#") || cell.count > CellTable.longestWords
            || marks.mayBeMark(start, count: cell.count)
    }

    /// A name that says that there is none, that has no letters, or that is too long.
    @inline(__always)
    static func mayBeNoName(_ column: cell_column, _ row: Int, _ marks: MissingMarks) -> Bool {
        let cell = column.cell(row)
        let start: UnsafePointer<UInt8> = column.bytes + cell.lowerBound
        guard cell.count > 0 else { return false }
        return cell.count > CellTable.longestWords || marks.mayBeMark(start, count: cell.count)
            || !hasLetter(start, cell.count)
    }

    /// Whether a cell is longer than any real one.
    @inline(__always)
    static func isTooLong(_ column: cell_column, _ row: Int) -> Bool {
        column.cell(row).count > CellTable.longestWords
    }

    /// Figures with an `E`, as in `1.60123E+09`.
    @inline(__always)
    private static func isShortened(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for offset in 0..<count where start[offset] | 0x20 == UInt8(ascii: "e") { return true }
        return count > CellTable.longestWords
    }

    /// Whether there is a letter of ASCII, as nearly all names have.
    @inline(__always)
    private static func hasLetter(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
        for offset in 0..<count where (start[offset] | 0x20) &- UInt8(ascii: "a") < 26 {
            return true
        }
        return false
    }
}
