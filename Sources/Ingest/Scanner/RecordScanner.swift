/// Splits bytes into records and cells as RFC 4180 says, with any one-byte delimiter.
///
/// Lines end at CRLF, LF or CR. A quote opens a cell only as its first byte; everything else is a
/// fault, after which the scanner goes on as well as it can.
struct RecordScanner {
    private let bytes: [UInt8]
    private let delimiter: UInt8
    private var offset = 0
    private var line = 1
    private var result = ScannedRecords()

    private init(_ bytes: [UInt8], delimiter: UInt8) {
        self.bytes = bytes
        self.delimiter = delimiter
    }

    /// All records; with `headOnly` those up to the first that is not blank.
    static func scan(_ bytes: [UInt8], dialect: Dialect, headOnly: Bool = false) -> ScannedRecords {
        var scanner = RecordScanner(bytes, delimiter: dialect.delimiter.first ?? Byte.tab)
        while scanner.offset < bytes.count {
            let isBlank = scanner.scanRecord()
            if headOnly, !isBlank { break }
        }
        return scanner.result
    }

    /// Scans one record and the end of its line; whether nothing stood in it.
    private mutating func scanRecord() -> Bool {
        var record = RecordSpan(
            start: offset,
            line: line,
            number: result.records.count + 1,
            fields: result.fields.count..<result.fields.count
        )
        let firstField = result.fields.count
        let firstFault = result.faults.count
        var hasMore = true
        var isBlank = true
        while hasMore {
            let column = result.fields.count - firstField
            let field =
                offset < bytes.count && bytes[offset] == Byte.quote
                ? quotedField(column: column) : plainField(column: column)
            isBlank = isBlank && bytes[field.start..<field.end].allSatisfy { $0 <= Byte.blank }
            result.fields.append(field)
            hasMore = offset < bytes.count && bytes[offset] == delimiter
            if hasMore { offset += 1 }
        }
        endLine()
        record.fields = firstField..<result.fields.count
        record.isBroken = result.faults.count > firstFault
        result.records.append(record)
        return isBlank
    }

    private mutating func plainField(column: Int) -> FieldSpan {
        let start = offset
        var hasFault = false
        while offset < bytes.count, !endsField(bytes[offset]) {
            if bytes[offset] == Byte.quote, !hasFault {
                hasFault = true
                note(.insideUnquoted, at: offset, column: column)
            }
            offset += 1
        }
        return FieldSpan(start: start, end: offset)
    }

    private mutating func quotedField(column: Int) -> FieldSpan {
        let opening = offset
        offset += 1
        var field = FieldSpan(start: offset, end: offset, isQuoted: true)
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == Byte.quote {
                guard offset + 1 < bytes.count, bytes[offset + 1] == Byte.quote else { break }
                field.hasDoubledQuotes = true
                offset += 1
            } else if byte == Byte.lineFeed || byte == Byte.carriageReturn && !isBeforeLineFeed {
                line += 1
            }
            offset += 1
        }
        field.end = offset
        guard offset < bytes.count else {
            note(.unterminated, at: opening, column: column)
            return field
        }
        offset += 1
        if offset < bytes.count, !endsField(bytes[offset]) {
            note(.textAfterQuote, at: offset, column: column)
            while offset < bytes.count, !endsField(bytes[offset]) { offset += 1 }
        }
        return field
    }

    private mutating func endLine() {
        guard offset < bytes.count else { return }
        if bytes[offset] == Byte.carriageReturn, isBeforeLineFeed { offset += 1 }
        offset += 1
        line += 1
    }

    private var isBeforeLineFeed: Bool {
        offset + 1 < bytes.count && bytes[offset + 1] == Byte.lineFeed
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == delimiter || byte == Byte.lineFeed || byte == Byte.carriageReturn
    }

    private mutating func note(_ kind: QuoteFault.Kind, at offset: Int, column: Int) {
        result.faults.append(
            QuoteFault(kind: kind, offset: offset, record: result.records.count, column: column)
        )
    }
}
