/// Splits bytes into records and cells by a dialect.
///
/// Lines end at CRLF, LF or CR. What breaks the rules of quoting is contained: a quote that nothing
/// closes is a letter of its own cell, and the rows after it are read as if it were not there. Each such
/// quote is a fault with its place. Time is linear in the bytes, whatever they are.
struct RecordScanner {
    let bytes: [UInt8]
    let delimiter: [UInt8]
    let quote: UInt8?
    let escape: UInt8?
    private let takesBlanks: Bool
    private let comment: [UInt8]?
    fileprivate let endsAtLineFeed: Bool
    fileprivate let endsAtReturn: Bool
    private let width: Int?
    var offset = 0
    var line = 1
    var result = ScannedRecords()
    /// A cell does not go on behind the end of its line; set while a row is read a second time.
    var isLimitedToLine = false
    /// No quote before this offset closes a cell that is opened before it.
    var noClosingBefore = 0
    /// Bytes that may still be read twice before rows are taken as they come.
    private var patience: Int
    private var lineSearch = LineSearch()
    /// Cells that a row may have: 128 times as many as a spreadsheet's.
    private static let cellLimit = 1 << 21

    private init(_ bytes: [UInt8], dialect: Dialect) {
        self.bytes = bytes
        delimiter = dialect.delimiter
        quote = dialect.quote
        escape = dialect.escape
        takesBlanks = dialect.takesBlanks
        comment = dialect.comment
        endsAtLineFeed = dialect.onlyLineEnd != .cr && dialect.onlyLineEnd != .crlf
        endsAtReturn = dialect.onlyLineEnd != .lf
        // Where blanks separate, no other reading of a line is looked for.
        width = dialect.takesBlanks ? nil : dialect.width
        patience = 2 * bytes.count + 65_536
    }

    /// All records; with `headOnly` those up to the first that is not blank.
    static func scan(_ bytes: [UInt8], dialect: Dialect, headOnly: Bool = false) -> ScannedRecords {
        var scanner = RecordScanner(bytes, dialect: dialect)
        while scanner.offset < bytes.count {
            scanner.scanRecord()
            if headOnly, !scanner.isLastBlank { break }
        }
        return scanner.result
    }

    private var isLastBlank: Bool {
        result.records.last.map { record in
            record.fields.allSatisfy { index in
                let field = result.fields[index]
                return bytes[field.start..<field.end].allSatisfy { $0 <= Byte.blank }
            }
        } ?? true
    }

    /// Where a record began, to read it again.
    private struct Start {
        var offset: Int
        var line: Int
        var fields: Int
        var faults: Int
    }

    private mutating func scanRecord() {
        let start = Start(
            offset: offset,
            line: line,
            fields: result.fields.count,
            faults: result.faults.count
        )
        if let comment, starts(with: comment, at: offset) {
            scanComment()
        } else {
            scanFields()
            if result.fields.count - start.fields > Self.cellLimit {
                refuse(start)
                return
            }
            if let width { reconsider(start, width) }
        }
        endLine()
        result.records.append(
            RecordSpan(
                start: start.offset,
                line: start.line,
                number: result.records.count + 1,
                fields: start.fields..<result.fields.count,
                isBroken: result.faults.count > start.faults
            )
        )
    }

    /// Stops before a row that no table has, whose cells would fill the memory.
    private mutating func refuse(_ start: Start) {
        result.fields.removeLast(result.fields.count - start.fields)
        result.faults.removeLast(result.faults.count - start.faults)
        result.tooWide = RecordSpan(
            start: start.offset,
            line: start.line,
            number: result.records.count + 1,
            fields: start.fields..<start.fields
        )
        offset = bytes.count
    }

    private mutating func scanComment() {
        let start = offset
        while offset < bytes.count, !isLineEnd(bytes[offset]) { offset += 1 }
        result.fields.append(FieldSpan(start: start, end: offset))
    }

    private mutating func scanFields() {
        let first = result.fields.count
        var hasMore = true
        if takesBlanks { skipBlanks() }
        while hasMore, result.fields.count - first <= Self.cellLimit {
            scanField(column: result.fields.count - first)
            hasMore = offset < bytes.count && isDelimiter(at: offset)
            guard hasMore else { break }
            offset += delimiter.count
            if takesBlanks {
                skipBlanks()
                // Blanks at the end of a line are no cell.
                hasMore = offset < bytes.count && !isLineEnd(bytes[offset])
            }
        }
    }

    private mutating func skipBlanks() {
        while offset < bytes.count, bytes[offset] == Byte.blank { offset += 1 }
    }

    /// A row with a fault, or of unusual length over several lines: another reading may be right.
    private mutating func reconsider(_ start: Start, _ width: Int) {
        let count = result.fields.count - start.fields
        let faults = result.faults.count - start.faults
        guard patience > 0, faults > 0 || count != width || line > start.line else { return }
        if line > start.line {
            if count == width {
                guard isSwallowing(start, width) else { return }
                go(back: start, isLimited: true)
                return
            }
            patience -= offset - start.offset
            go(back: start, isLimited: true)
            let limited = result.fields.count - start.fields
            if limited == width || faults > 0 { return }
            patience -= offset - start.offset
            // Neither has the right length: a cell of several lines is what most files mean.
            go(back: start, isLimited: patience <= 0)
            return
        }
        if faults > 0,
            let fields = lineSearch.fields(of: self, in: start.offset..<offset, width: width)
        {
            replaceFields(from: start, by: fields)
        } else if count != width, width > 2, let fields = fieldsOfOtherDelimiter(start, width) {
            result.faults.removeLast(faults)
            replaceFields(from: start, by: fields)
            note(.otherDelimiter, at: start.offset, column: 0)
        }
    }

    /// Whether a row of several lines has swallowed others: each line is a row of the right length by
    /// itself, which lines of a text inside a cell hardly are.
    private mutating func isSwallowing(_ start: Start, _ width: Int) -> Bool {
        let lines = line - start.line + 1
        guard width > 4 || width > 2 && lines > 2 else { return false }
        patience -= offset - start.offset
        var scanner = RecordScanner(
            Array(bytes[start.offset..<offset]),
            dialect: Dialect(delimiter: delimiter, quote: quote, escape: escape)
        )
        scanner.isLimitedToLine = true
        while scanner.offset < scanner.bytes.count {
            scanner.scanRecord()
            guard scanner.result.records.last?.fields.count == width else { return false }
        }
        return true
    }

    private mutating func replaceFields(from start: Start, by fields: [FieldSpan]) {
        result.fields.removeLast(result.fields.count - start.fields)
        result.fields.append(contentsOf: fields)
    }

    /// The line cut by another usual delimiter, where that gives exactly the table's width.
    ///
    /// Blanks stand in any title: they need a quoted cell to be believed.
    private mutating func fieldsOfOtherDelimiter(_ start: Start, _ width: Int) -> [FieldSpan]? {
        let range = start.offset..<offset
        guard range.count <= 65_536 else { return nil }
        for other in [UInt8(ascii: ","), UInt8(ascii: ";"), Byte.tab, Byte.blank]
        where [other] != delimiter {
            patience -= range.count
            guard bytes[range].count(where: { $0 == other }) >= width - 1 else { continue }
            let line = Array(bytes[range])
            let dialect = Dialect(delimiter: [other], quote: quote, escape: escape)
            let scanned = RecordScanner.scan(line, dialect: dialect)
            guard scanned.records.count == 1, scanned.fields.count == width,
                scanned.faults.isEmpty,
                other != Byte.blank || scanned.fields.contains(where: \.isQuoted)
            else { continue }
            return scanned.fields.map { field in
                var field = field
                field.start += range.lowerBound
                field.end += range.lowerBound
                return field
            }
        }
        return nil
    }

    private mutating func go(back start: Start, isLimited: Bool) {
        offset = start.offset
        line = start.line
        result.fields.removeLast(result.fields.count - start.fields)
        result.faults.removeLast(result.faults.count - start.faults)
        isLimitedToLine = isLimited
        // What was found out about closing quotes held without the limit.
        if isLimited { noClosingBefore = min(noClosingBefore, offset) }
        scanFields()
        isLimitedToLine = false
    }

    private mutating func endLine() {
        guard offset < bytes.count else { return }
        if bytes[offset] == Byte.carriageReturn, isBeforeLineFeed(offset) { offset += 1 }
        offset += 1
        line += 1
    }

    mutating func note(_ kind: QuoteFault.Kind, at offset: Int, column: Int) {
        result.faults.append(
            QuoteFault(kind: kind, offset: offset, record: result.records.count, column: column)
        )
    }
}

extension RecordScanner {
    func isBeforeLineFeed(_ offset: Int) -> Bool {
        offset + 1 < bytes.count && bytes[offset + 1] == Byte.lineFeed
    }

    func isLineEnd(_ byte: UInt8) -> Bool {
        byte == Byte.lineFeed && endsAtLineFeed || byte == Byte.carriageReturn && endsAtReturn
    }

    func isDelimiter(at offset: Int) -> Bool {
        guard bytes[offset] == delimiter[0] else { return false }
        return delimiter.count == 1 || starts(with: delimiter, at: offset)
    }

    /// Whether a cell ends before this offset: a delimiter, the end of a line or of the file.
    func isCellEnd(at offset: Int) -> Bool {
        offset >= bytes.count || isLineEnd(bytes[offset]) || isDelimiter(at: offset)
    }

    /// Whether a cell begins at this offset: behind a delimiter or at the start of a line.
    func isCellStart(at offset: Int) -> Bool {
        guard offset > 0 else { return true }
        if isLineEnd(bytes[offset - 1]) { return true }
        guard bytes[offset - 1] == delimiter[delimiter.count - 1] else { return false }
        let start = offset - delimiter.count
        return delimiter.count == 1 || start >= 0 && starts(with: delimiter, at: start)
    }

    private func starts(with word: [UInt8], at offset: Int) -> Bool {
        guard offset + word.count <= bytes.count else { return false }
        for index in word.indices where bytes[offset + index] != word[index] { return false }
        return true
    }
}
