/// How far a workbook is unpacked. What goes beyond is a fault, never a part of the data.
enum Limits {
    /// Unpacked bytes of one part: a full sheet of 1 048 576 rows and 14 columns has about 0,7 GB.
    static let partSize = 1 << 30
    /// Unpacked bytes of all parts; a part that two sheets name counts twice.
    static let totalSize = 2 << 30
    /// What unpacks to more than this must not be more than `ratio` times as large as the file that it
    /// came in: sheets shrink to a tenth or, at the extreme, a fiftieth; bombs to a thousandth.
    static let freeSize = 4 << 20
    static let ratio = 200
    /// Entries of the archive; each sheet has a handful.
    static let entries = 10_000
    static let sheets = 512
    /// Cells that hold something, in all sheets: 24 bytes each.
    static let cells = 16 << 20
    /// Text of all cells in bytes; shared strings count each time that they are used.
    static let text = 128 << 20
    /// Excel's own.
    static let rows = 1_048_576
    static let columns = 16_384
    /// Faults of one sheet that are told one by one.
    static let faults = 50
}

/// What the sheets of a workbook may still use of the limits.
struct Budget {
    var cells = Limits.cells
    var text = Limits.text
}
