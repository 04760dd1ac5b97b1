import Vocabulary

/// Writes a table as RFC 4180 says: comma, CRLF, quotes where they are needed, the heading first.
struct TableCSV {
    private(set) var bytes: [UInt8] = []
    private let table: CellTable
    private let layout: TableLayout

    init(_ table: CellTable, layout: TableLayout) {
        self.table = table
        self.layout = layout
        bytes.reserveCapacity(table.bytes.count + table.bytes.count / 8)
        writeHeading()
        for (record, kind) in zip(table.records, layout.kinds) where kind.isKept { write(record) }
    }

    /// Heading rows joined column by column with one blank; an empty cell adds nothing, a merged one stands
    /// over each of its columns.
    private mutating func writeHeading() {
        let rows = table.headingCells(layout.headings)
        guard let first = rows.first else { return }
        let width = max(layout.width, first.count)
        for column in 0..<width {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            var text: [UInt8] = []
            for row in rows where column < row.count {
                guard let field = row[column] else { continue }
                if rows.count > 1, table.isBlank(field) { continue }
                if !text.isEmpty { text.append(Byte.blank) }
                text += table.rawBytes(field)
            }
            writeCell(text[...], isAlone: width == 1)
        }
        endLine()
    }

    private mutating func write(_ record: RecordSpan) {
        let width = max(layout.width, record.fields.count)
        for column in 0..<width {
            if column > 0 { bytes.append(UInt8(ascii: ",")) }
            guard column < record.fields.count else { continue }
            writeCell(table.rawBytes(table.field(column, of: record)), isAlone: width == 1)
        }
        endLine()
    }

    private mutating func writeCell(_ text: ArraySlice<UInt8>, isAlone: Bool) {
        var needsQuotes = isAlone && text.isEmpty
        var isPlain = true
        for byte in text {
            switch byte {
            case UInt8(ascii: ","), Byte.quote, Byte.carriageReturn, Byte.lineFeed:
                needsQuotes = true
            // First bytes of combining marks, U+0300…U+036F.
            case 0xCC, 0xCD: isPlain = false
            default: break
            }
        }
        guard isPlain else {
            let composed = String(decoding: text, as: UTF8.self).composed
            writeBytes(Array(composed.utf8)[...], quoted: needsQuotes)
            return
        }
        writeBytes(text, quoted: needsQuotes)
    }

    private mutating func writeBytes(_ text: ArraySlice<UInt8>, quoted: Bool) {
        guard quoted else {
            bytes.append(contentsOf: text)
            return
        }
        bytes.append(Byte.quote)
        for byte in text {
            if byte == Byte.quote { bytes.append(Byte.quote) }
            bytes.append(byte)
        }
        bytes.append(Byte.quote)
    }

    private mutating func endLine() {
        bytes.append(Byte.carriageReturn)
        bytes.append(Byte.lineFeed)
    }
}

extension RecordKind {
    /// Whether `convert` writes such a row below the heading.
    var isKept: Bool {
        switch self {
        case .data, .subtotal, .total, .subheading: true
        case .heading, .leftOut: false
        }
    }
}
