import WorkbookKit

/// Where the content of one cell stands; quotes around it are outside.
///
/// There is one for each cell of a file: it is kept as small as it can be.
struct FieldSpan: Equatable {
    private var first: UInt32
    private var behind: UInt32
    var isQuoted = false
    /// Has escaped quotes inside, such as `""`, each of which stands for one.
    var hasDoubledQuotes = false
    /// What a workbook says that the cell holds; `nil` in a text file, where only the text can tell.
    var kind: CellKind?
    /// Belongs to a merged cell that begins elsewhere: it is empty without meaning so.
    var isCovered = false

    /// Bytes of the largest text that is cut into cells; offsets have room for amendments behind it.
    static let largestText = 3 << 30

    init(start: Int, end: Int, isQuoted: Bool = false, kind: CellKind? = nil) {
        first = UInt32(start)
        behind = UInt32(end)
        self.isQuoted = isQuoted
        self.kind = kind
    }

    var start: Int {
        get { Int(first) }
        set { first = UInt32(newValue) }
    }

    var end: Int {
        get { Int(behind) }
        set { behind = UInt32(newValue) }
    }

    /// A number that a workbook stores, whatever the sheet shows of it.
    var isNumber: Bool { kind == .number || kind == .percent || kind == .scaledNumber }
    var isEmpty: Bool { start == end }

    /// The first character of the cell, its opening quote included.
    var outerStart: Int { isQuoted ? start - 1 : start }
}

/// Where one record stands; as small as a cell's span, since a file may have as many.
struct RecordSpan: Equatable {
    private var first: UInt32
    private var firstLine: UInt32
    private var row: UInt32
    private var firstField: UInt32
    private var fieldCount: UInt32
    /// Had a fault of quoting, which stayed in this record; a cell may not be what the sender meant.
    var isBroken = false
    /// A row that the spreadsheet does not show.
    var isHidden = false

    init(start: Int, line: Int, number: Int, fields: Range<Int>, isBroken: Bool = false) {
        first = UInt32(start)
        // A file read in stretches may have more lines than can be told; no place is then exact.
        firstLine = UInt32(clamping: line)
        row = UInt32(clamping: number)
        firstField = UInt32(fields.lowerBound)
        fieldCount = UInt32(fields.count)
        self.isBroken = isBroken
    }

    /// Offset of the first byte, which begins a line.
    var start: Int {
        get { Int(first) }
        set { first = UInt32(newValue) }
    }

    /// Physical line of the first byte, from 1.
    var line: Int {
        get { Int(firstLine) }
        set { firstLine = UInt32(clamping: newValue) }
    }

    /// Row in a spreadsheet, from 1: blank lines count, quoted line breaks do not.
    var number: Int {
        get { Int(row) }
        set { row = UInt32(clamping: newValue) }
    }

    /// Indices into `ScannedRecords.fields`.
    var fields: Range<Int> {
        let lower = Int(firstField)
        return lower..<lower + Int(fieldCount)
    }
}

/// A fault of quoting.
struct QuoteFault: Equatable {
    enum Kind: Equatable {
        /// A quote that opens a cell and that none closes; it is read as a letter.
        case unterminated
        /// A quote in a cell that does not begin with one.
        case insideUnquoted
        /// Something between the quote that seems to close a cell and the delimiter.
        case textAfterQuote
        /// The row has the table's width with another delimiter only, and was read with that.
        case otherDelimiter
    }

    var kind: Kind
    var offset: Int
    /// Index into `ScannedRecords.records`.
    var record: Int
    /// Cell in the record, from 0.
    var column: Int
}

/// The records of a file as byte ranges; no text is made of a cell until someone reads it.
struct ScannedRecords: Equatable {
    var fields: [FieldSpan] = []
    var records: [RecordSpan] = []
    var faults: [QuoteFault] = []
    /// The record that has more cells than any table; it and what follows it was not read.
    var tooWide: RecordSpan?
}
