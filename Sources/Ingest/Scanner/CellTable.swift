import Diagnostics
import Vocabulary

/// A scanned file: cells by record and column, their text and their places.
struct CellTable {
    let text: ReceivedText
    let scanned: ScannedRecords

    init(_ text: ReceivedText, delimiter: UInt8) {
        self.text = text
        scanned = RecordScanner.scan(text.bytes, delimiter: delimiter)
    }

    var records: [RecordSpan] { scanned.records }

    func field(_ column: Int, of record: RecordSpan) -> FieldSpan {
        scanned.fields[record.fields.lowerBound + column]
    }

    /// Nothing in it, or delimiters and blanks only, as spreadsheets leave below a table.
    func isBlank(_ record: RecordSpan) -> Bool {
        record.fields.allSatisfy { isBlank(scanned.fields[$0]) }
    }

    func isBlank(_ field: FieldSpan) -> Bool {
        NumberText.trimmed(text.bytes, field.start..<field.end).isEmpty
    }

    /// The cell as it was written, doubled quotes undone.
    func rawText(_ field: FieldSpan) -> String {
        guard field.hasDoubledQuotes else {
            return String(decoding: text.bytes[field.start..<field.end], as: UTF8.self)
        }
        var bytes: [UInt8] = []
        var offset = field.start
        while offset < field.end {
            bytes.append(text.bytes[offset])
            offset += text.bytes[offset] == Byte.quote ? 2 : 1
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The cell's words: letters composed, blanks at the ends dropped, other runs of blanks one blank.
    func words(_ field: FieldSpan) -> String {
        let range = NumberText.trimmed(text.bytes, field.start..<field.end)
        if !field.hasDoubledQuotes, hasSingleBlanksOnly(range) {
            return String(decoding: text.bytes[range], as: UTF8.self).composed
        }
        return rawText(field).composed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Whether no blank follows another and none but U+0020 can be there.
    private func hasSingleBlanksOnly(_ range: Range<Int>) -> Bool {
        var previous: UInt8 = 0
        for byte in text.bytes[range] {
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

    /// Place of a cell's first character; a column past the end stands behind the last cell.
    func place(column: Int, of record: RecordSpan) -> Place {
        let address = cellAddress(column: column, row: record.number)
        let offset =
            column < record.fields.count
            ? field(column, of: record).outerStart
            : record.fields.last.map { index in
                let last = scanned.fields[index]
                return last.isQuoted && last.end < text.bytes.count ? last.end + 1 : last.end
            } ?? record.start
        return text.place(ofByte: offset, from: record.start, line: record.line, cell: address)
    }

    /// Place of a byte inside a record's cell.
    func place(ofByte offset: Int, column: Int, of record: RecordSpan) -> Place {
        let address = cellAddress(column: column, row: record.number)
        return text.place(ofByte: offset, from: record.start, line: record.line, cell: address)
    }
}

/// `F17`: the address of a cell in a spreadsheet; `column` from 0, `row` from 1.
func cellAddress(column: Int, row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
        let letter = Unicode.Scalar(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
        letters = String(letter) + letters
        rest = (rest - 1) / 26
    }
    return letters + String(row)
}
