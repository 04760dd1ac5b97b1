import DatasetModel
import Diagnostics
import Vocabulary
import WorkbookKit

/// A file or a sheet cut into cells: by record and column, with their text and their places.
///
/// Text files and workbooks come to this one form; all later steps read it alone.
struct CellTable {
    /// The file as people know it.
    let path: String
    /// The sheet of a workbook; `nil` for a text file.
    var sheet: String?
    /// UTF-8, letters composed; the spans point into it. Amended texts stand behind those of the file.
    private(set) var bytes: [UInt8]
    var fields: [FieldSpan]
    /// Where amended fields stand in the file: places are told from there.
    private var received: [Int: FieldSpan] = [:]
    let records: [RecordSpan]
    var faults: [QuoteFault] = []
    /// The row with more cells than any table has, at which reading stopped.
    private(set) var tooWide: RecordSpan?
    /// Rectangles of a sheet whose cells are merged into their first.
    var merges: [CellRange] = []
    /// How a text file separates its cells; for a workbook a stand-in that is never asked.
    let dialect: Dialect
    /// The last line of a text file has no end: what stood behind may have been lost.
    private(set) var isLastLineOpen = false

    /// A table of cells that someone else has cut.
    init(
        path: String,
        bytes: [UInt8],
        fields: [FieldSpan],
        records: [RecordSpan],
        dialect: Dialect
    ) {
        self.path = path
        self.bytes = bytes
        self.fields = fields
        self.records = records
        self.dialect = dialect
    }

    init(_ text: ReceivedText, dialect: Dialect) {
        self.init(path: text.path, bytes: text.bytes, dialect: dialect)
    }

    /// `bytes` in UTF-8.
    init(path: String, bytes: [UInt8], dialect: Dialect) {
        self.init(
            path: path,
            bytes: bytes,
            scanned: RecordScanner.scan(bytes, dialect: dialect),
            dialect: dialect
        )
    }

    /// `scanned` are the records of `bytes`.
    init(path: String, bytes: [UInt8], scanned: ScannedRecords, dialect: Dialect) {
        self.path = path
        self.bytes = bytes
        fields = scanned.fields
        records = scanned.records
        faults = scanned.faults
        tooWide = scanned.tooWide
        self.dialect = dialect
        if let last = bytes.last {
            isLastLineOpen = last != Byte.lineFeed && last != Byte.carriageReturn
        }
    }

    /// The same sheet with other bytes and the spans that point into them.
    func with(bytes: [UInt8], fields: [FieldSpan], records: [RecordSpan]) -> CellTable {
        var table = CellTable(
            path: path,
            bytes: bytes,
            fields: fields,
            records: records,
            dialect: dialect
        )
        table.sheet = sheet
        table.merges = merges
        table.faults = faults
        return table
    }

    func field(_ column: Int, of record: RecordSpan) -> FieldSpan {
        fields[record.fields.lowerBound + column]
    }

    /// Puts another text in a field's place; all later steps read it, and places stay as they were.
    mutating func replaceText(ofField index: Int, with text: String) {
        received[index] = received[index] ?? fields[index]
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        fields[index] = FieldSpan(start: start, end: bytes.count)
    }

    /// Whether a field's text was put in its place.
    func isAmended(_ index: Int) -> Bool { received[index] != nil }

    /// Where a field stands in the file as it was received.
    private func receivedField(_ index: Int) -> FieldSpan { received[index] ?? fields[index] }

    /// Nothing in it, or delimiters and blanks only, as spreadsheets leave below a table.
    func isBlank(_ record: RecordSpan) -> Bool {
        record.fields.allSatisfy { isBlank(fields[$0]) }
    }

    func isBlank(_ field: FieldSpan) -> Bool {
        NumberText.trimmed(bytes, field.start..<field.end).isEmpty
    }

    /// The cell as it was written, its quotes and escapes undone.
    func rawText(_ field: FieldSpan) -> String {
        String(decoding: rawBytes(field), as: UTF8.self)
    }

    /// The bytes of `rawText`.
    func rawBytes(_ field: FieldSpan) -> ArraySlice<UInt8> {
        guard field.hasDoubledQuotes, let escape = dialect.escape else {
            return bytes[field.start..<field.end]
        }
        var text: [UInt8] = []
        var offset = field.start
        while offset < field.end {
            // An escape stands for what follows it: a quote, itself, or a delimiter in a plain cell.
            if bytes[offset] == escape, offset + 1 < field.end,
                isEscapable(bytes[offset + 1], isQuoted: field.isQuoted)
            {
                offset += 1
            }
            text.append(bytes[offset])
            offset += 1
        }
        return text[...]
    }

    private func isEscapable(_ byte: UInt8, isQuoted: Bool) -> Bool {
        byte == dialect.quote
            || byte == dialect.escape && (isQuoted || dialect.quote == nil)
            || byte == dialect.delimiter[0] && !isQuoted && dialect.quote == nil
    }

    /// Bytes of a cell that are looked at for its words: three for each letter that Excel lets into one.
    static let longestWords = 3 * 32_767

    /// Whether the cell is longer than any real one; its words are then cut off, and no value.
    func isTooLong(_ field: FieldSpan) -> Bool { field.end - field.start > Self.longestWords }

    /// The cell's words: letters composed, blanks at the ends dropped, other runs of blanks one blank.
    func words(_ field: FieldSpan) -> String {
        var field = field
        if isTooLong(field) {
            field.end = field.start + Self.longestWords
            while field.end > field.start, bytes[field.end] & 0xC0 == 0x80 { field.end -= 1 }
        }
        let range = NumberText.trimmed(bytes, field.start..<field.end)
        if !field.hasDoubledQuotes, hasSingleBlanksOnly(range) {
            return String(decoding: bytes[range], as: UTF8.self).composed
        }
        return rawText(field).composed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// The words of a cell that holds just these bytes.
    static func words(of bytes: [UInt8]) -> String {
        CellTable(path: "", bytes: bytes, dialect: .standard(Byte.tab))
            .words(FieldSpan(start: 0, end: bytes.count))
    }

    /// Whether no blank follows another and none but U+0020 can be there.
    private func hasSingleBlanksOnly(_ range: Range<Int>) -> Bool {
        var previous: UInt8 = 0
        for byte in bytes[range] {
            switch byte {
            case 0..<Byte.blank: return false
            // First bytes of U+0085, U+00A0, U+2000… and U+3000.
            case 0xC2, 0xE2, 0xE3: return false
            // U+1680; other letters beginning with 0xE1 are Vietnamese.
            case 0x9A where previous == 0xE1: return false
            case Byte.blank where previous == Byte.blank: return false
            default: previous = byte
            }
        }
        return true
    }

    /// The words of a record's cells in one line, for messages.
    func text(of record: RecordSpan) -> String {
        clipped(
            record.fields.lazy.map { words(fields[$0]) }.filter { !$0.isEmpty }
                .joined(separator: " | ")
        )
    }

    /// Place of a cell's first character; a column past the end stands behind the last cell.
    func place(column: Int, of record: RecordSpan) -> Place {
        let address = cellAddress(column: column, row: record.number)
        let offset =
            column < record.fields.count
            ? receivedField(record.fields.lowerBound + column).outerStart
            : record.fields.last.map { index in
                let last = receivedField(index)
                return last.isQuoted && last.end < bytes.count ? last.end + 1 : last.end
            } ?? record.start
        return place(ofByte: offset, from: record.start, line: record.line, cell: address)
    }

    /// `F17`, or `Biểu 1!F17` in a workbook.
    func address(column: Int, of record: RecordSpan) -> String {
        CellAddress(sheet: sheet, column: column, row: record.number).text
    }

    /// Place of a byte inside a record's cell.
    func place(ofByte offset: Int, column: Int, of record: RecordSpan) -> Place {
        let address = cellAddress(column: column, row: record.number)
        return place(ofByte: offset, from: record.start, line: record.line, cell: address)
    }
}

extension CellTable {
    /// Line and column of a byte, counted from the start of a line that is known.
    private func place(ofByte offset: Int, from start: Int, line: Int, cell: String) -> Place {
        // A workbook has no lines: its rows are counted, and an address names its sheet.
        if let sheet { return Place(file: path, line: line, cell: "\(sheet)!\(cell)") }
        return textPlace(ofByte: offset, in: bytes, path: path, from: start, line: line, cell: cell)
    }
}
