/// How well a dialect explains a text: rows of one length, cells that are something.
struct DialectScore {
    /// The higher the better.
    private(set) var value = 0.0
    /// Cells of a row, as the dialect's table has them.
    private(set) var width = 1
    /// Rows of that length, and rows that are not blank.
    private(set) var regular = 0
    private(set) var rows = 0
    /// Headings of the schema in the row that has most of them.
    private(set) var headings = 0
    private(set) var faults = 0
    /// Cells in quotes; and of them, with escaped quotes.
    private(set) var quotedCells = 0
    private(set) var escapedQuotes = 0
    private(set) var lineEnds: [Dialect.LineEnd: Int] = [:]

    private static let rowLimit = 300
    private static let cellLimit = 6000

    init(
        _ sample: [UInt8],
        dialect: Dialect,
        belief: Double,
        isOneColumn: Bool = false,
        isHeading: ((String) -> Bool)?
    ) {
        let scanned = RecordScanner.scan(sample, dialect: dialect)
        var histogram: [Int: Int] = [:]
        var shown: [RecordSpan] = []
        var further = FurtherBlocks()
        for record in scanned.records {
            if record.fields.count == 1, scanned.fields[record.fields.lowerBound].isEmpty {
                further.end()
                continue
            }
            further.add(record.fields.count)
            if let comment = dialect.comment, sample[record.start...].starts(with: comment) {
                continue
            }
            rows += 1
            histogram[record.fields.count, default: 0] += 1
            shown.append(record)
            if record.isBroken { faults += 1 }
        }
        guard rows > 0 else { return }
        further.end()
        for field in scanned.fields where field.isQuoted {
            quotedCells += 1
            if field.hasDoubledQuotes { escapedQuotes += 1 }
        }
        let singles = histogram[1] ?? 0
        var best = 0.0
        for (width, count) in histogram.sorted(by: { $0.key < $1.key })
        where isOneColumn ? width == 1 : width > 1 {
            // Titles and notes around a table are lines of one cell; they speak little against it.
            let others =
                Double(rows - count - (width > 1 ? singles : 0))
                - (width > 1 ? 0.7 * Double(further.rows(besides: width)) : 0)
            let against = others + (width > 1 ? Double(singles) * 0.4 : 0)
            let consistency = Double(count) / (Double(count) + against)
            let gain = width == 1 ? 0.45 : Double(width - 1) / Double(width)
            let score = consistency * consistency.squareRoot() * gain
            if score > best {
                best = score
                self.width = width
                regular = count
            }
        }
        let regularRows = shown.filter { $0.fields.count == width }
        let (sense, values) = Self.sense(of: regularRows, scanned.fields, sample)
        let doubt = 1 - 0.5 * Double(faults) / Double(rows)
        if Self.arePartsOfNumbers(shown, width, scanned.fields, dialect, sample) { best *= 0.5 }
        value = best * sense * doubt * belief * Self.fit(quotes: quotedCells, dialect, sample)
        // Blanks stand between the words of any text; between numbers they separate cells.
        if dialect.delimiter == [Byte.blank] { value *= 0.75 + 0.4 * values }
        if let isHeading {
            headings = Self.headings(in: shown, scanned.fields, sample, isHeading)
            value += Double(headings)
        }
    }

    /// Whether the cells of a row are the parts of one number: the heading right above is one cell, or they
    /// are groups of three digits, more in some rows or with zeros first.
    private static func arePartsOfNumbers(
        _ records: [RecordSpan],
        _ width: Int,
        _ fields: [FieldSpan],
        _ dialect: Dialect,
        _ sample: [UInt8]
    ) -> Bool {
        guard width > 1, dialect.delimiter == [UInt8(ascii: ",")], records.count > 1 else {
            return false
        }
        let hasHeading =
            records[0].fields.count == 1
            && !hasBlankLine(sample[records[0].start..<records[1].start])
        var areGroups = true
        var isProved = false
        for record in hasHeading ? records.dropFirst() : records[...] {
            guard record.fields.count <= width else { return false }
            isProved = isProved || record.fields.count < width
            for index in record.fields.dropFirst() {
                let part = fields[index]
                let length = part.end - part.start
                guard !part.isQuoted, length == 3 || width == 2 && (1...4).contains(length),
                    sample[part.start..<part.end].allSatisfy({ $0 &- 0x30 < 10 })
                else { return false }
                areGroups = areGroups && length == 3
                isProved = isProved || sample[part.start] == UInt8(ascii: "0")
            }
        }
        return hasHeading || areGroups && isProved && records.count > 2
    }

    private static func hasBlankLine(_ bytes: ArraySlice<UInt8>) -> Bool {
        var isLineStart = false
        for byte in bytes where byte != Byte.carriageReturn {
            if byte == Byte.lineFeed, isLineStart { return true }
            isLineStart = byte == Byte.lineFeed
        }
        return false
    }

    /// Double quotes that enclose no cell speak against a dialect: another one may explain them.
    private static func fit(quotes cells: Int, _ dialect: Dialect, _ sample: [UInt8]) -> Double {
        let all = sample.count { $0 == Byte.quote }
        guard all > 3 else { return 1 }
        let explained = dialect.quote == Byte.quote ? min(1, 2 * Double(cells) / Double(all)) : 0
        return 0.6 + 0.4 * explained
    }

    /// How much sense the cells make, 0…1, averaged over the columns, and the share of columns of values.
    private static func sense(
        of records: [RecordSpan],
        _ fields: [FieldSpan],
        _ sample: [UInt8]
    ) -> (sense: Double, values: Double) {
        guard let width = records.first?.fields.count else { return (0, 0) }
        let columns = min(width, 200)
        let rowCount = min(records.count, rowLimit, max(4, cellLimit / columns))
        // Rows are taken from all over the sample.
        let step = max(1, records.count / rowCount)
        var total = 0.0
        var valueColumns = 0
        for column in 0..<columns {
            var counts = [Int](repeating: 0, count: CellShape.allCases.count)
            var seen = 0
            var position = 0
            while position < records.count {
                let field = fields[records[position].fields.lowerBound + column]
                let shape =
                    isCutWrong(field, sample)
                    ? CellShape.odd : CellShape(sample, field.start..<field.end)
                counts[Int(shape.rawValue)] += 1
                seen += 1
                position += step
            }
            total += sense(ofColumn: counts, seen: seen)
            let values = CellShape.allCases.reduce(0) {
                $0 + ($1.isValue ? counts[Int($1.rawValue)] : 0)
            }
            if values * 2 > seen { valueColumns += 1 }
        }
        return (total / Double(columns), Double(valueColumns) / Double(columns))
    }

    private static func sense(ofColumn counts: [Int], seen: Int) -> Double {
        var sum = 0.0
        var largest = 0
        for shape in CellShape.allCases {
            let count = counts[Int(shape.rawValue)]
            let worth: Double =
                switch shape {
                case .number, .percent, .money, .date, .time, .dateTime, .address: 1
                case .code: 0.85
                case .word: 0.85
                case .text: 0.75
                case .mark, .empty: 0.65
                case .odd: 0.1
                }
            sum += worth * Double(count)
            if shape != .empty { largest = max(largest, count) }
        }
        let filled = seen - counts[Int(CellShape.empty.rawValue)]
        // A column of one kind makes more sense than a mixture.
        let purity = filled == 0 ? 0.8 : Double(largest) / Double(filled)
        return sum / Double(max(1, seen)) * (0.8 + 0.2 * purity)
    }

    /// A cell without quotes that begins or ends with one.
    private static func isCutWrong(_ field: FieldSpan, _ sample: [UInt8]) -> Bool {
        guard !field.isQuoted, !field.isEmpty else { return false }
        let first = sample[field.start]
        if first == Byte.quote { return true }
        // A quote that is no sign for inches, which stands behind a digit.
        var previous: UInt8 = 0
        for byte in sample[field.start..<min(field.end, field.start + 256)] {
            if byte == Byte.quote, previous &- 0x30 >= 10, previous != Byte.quote { return true }
            previous = byte
        }
        let apostrophe = UInt8(ascii: "'")
        return first == apostrophe && field.end - field.start > 1
    }

    private static func headings(
        in records: [RecordSpan],
        _ fields: [FieldSpan],
        _ sample: [UInt8],
        _ isHeading: (String) -> Bool
    ) -> Int {
        records.prefix(40).map { record in
            record.fields.prefix(1000).count { index in
                let field = fields[index]
                let end = min(field.end, field.start + 1000)
                return isHeading(String(decoding: sample[field.start..<end], as: UTF8.self))
            }
        }.max() ?? 0
    }
}

/// Rows of one length below a blank line: another table, which speaks little against the first.
private struct FurtherBlocks {
    private var counts: [Int: Int] = [:]
    private var all = 0
    private var width = 0
    private var length = 0
    private var isFirst = true

    /// A row of so many cells.
    mutating func add(_ count: Int) {
        if length > 0, count != width { width = 0 } else if length == 0 { width = count }
        length += 1
    }

    /// A blank line or the end.
    mutating func end() {
        defer { length = 0 }
        guard length > 0 else { return }
        defer { isFirst = false }
        guard !isFirst, length > 1, width > 1 else { return }
        counts[width, default: 0] += length
        all += length
    }

    /// Rows of other tables than those of this width.
    func rows(besides width: Int) -> Int { all - (counts[width] ?? 0) }
}
