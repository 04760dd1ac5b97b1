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
    /// Cells of the first row, and whether they are names with no blank behind the delimiter.
    private(set) var firstWidth = 0
    private(set) var isFirstTight = false
    /// Whether all rows have the same cells, several, and nothing is out of order.
    var cutsAllAlike: Bool { width > 1 && regular == rows && faults == 0 }

    private static let rowLimit = 300

    init(
        _ sample: [UInt8],
        dialect: Dialect,
        belief: Double,
        isOneColumn: Bool = false,
        remark: UInt8? = nil,
        isHeading: ((String) -> Bool)?
    ) {
        let scanned = RecordScanner.scan(sample, dialect: dialect)
        var histogram: [Int: Int] = [:]
        var shownQuotes = 0
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
            if let remark, record.start < sample.count, sample[record.start] == remark { continue }
            rows += 1
            histogram[record.fields.count, default: 0] += 1
            shown.append(record)
            if record.isBroken { faults += 1 }
        }
        guard rows > 0 else { return }
        further.end()
        for field in scanned.fields where field.isQuoted {
            quotedCells += 1
            if !field.isEmpty { shownQuotes += 1 }
            if field.hasDoubledQuotes { escapedQuotes += 1 }
        }
        // Apostrophes around nothing may be text of their own.
        if dialect.quote == Byte.quote { shownQuotes = quotedCells }
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
            let gain = width == 1 ? 0.45 : Self.gain(width)
            let score = consistency * consistency.squareRoot() * gain
            if score > best {
                best = score
                self.width = width
                regular = count
            }
        }
        lookAtFirst(shown[0], scanned.fields, sample)
        let regularRows = shown.filter { $0.fields.count == width }
        let columns = ColumnSense(regularRows, scanned.fields, sample)
        let doubt = 1 - 0.5 * Double(faults) / Double(rows)
        if Self.arePartsOfNumbers(shown, width, scanned.fields, dialect, sample) { best *= 0.5 }
        if width > 1 {
            // A delimiter that only ends the lines separates nothing.
            if columns.empty > 0, columns.empty < width {
                best *= Self.gain(width - columns.empty) / Self.gain(width)
            }
            // A column whose cells should all be several shows that another delimiter stands inside it.
            if columns.odd > 0 { best *= 0.85 }
        }
        value =
            best * columns.sense * doubt * belief
            * Self.fit(quotes: shownQuotes, in: rows, faults: faults, dialect, sample)
        if dialect.delimiter[0] == Byte.blank {
            value *= weightOfBlanks(dialect, columns, shown, scanned.fields, sample)
        }
        if !isOneColumn, Self.isUsual(dialect.delimiter) {
            let cut = shown.filter { $0.fields.count > 1 }
            value = max(value, Self.ragged(cut, of: rows, scanned.fields, sample) * doubt)
        }
        if let isHeading {
            headings = Self.headings(in: shown, scanned.fields, sample, isHeading)
            value += Double(headings)
        }
    }

    /// What so many columns that have something in them are worth.
    private static func gain(_ columns: Int) -> Double {
        columns > 1 ? Double(columns - 1) / Double(columns) : 0.3
    }

    /// Whether it separates cells in most files and hardly stands in texts without a blank behind it.
    static func isUsual(_ delimiter: [UInt8]) -> Bool {
        delimiter.count == 1
            && DialectCandidates.usual.prefix(4).contains { [$0.byte] == delimiter }
    }

    /// What a delimiter is worth that cuts nearly all lines, but into any number of cells.
    private static func ragged(
        _ cut: [RecordSpan],
        of rows: Int,
        _ fields: [FieldSpan],
        _ sample: [UInt8]
    ) -> Double {
        guard cut.count > 2, cut.count * 4 >= rows * 3 else { return 0 }
        var values = 0
        var seen = 0
        for record in cut.prefix(rowLimit) {
            for index in record.fields.prefix(20) where !fields[index].isEmpty {
                let shape = CellShape(sample, fields[index].start..<fields[index].end)
                seen += 1
                if shape.isValue || shape == .code { values += 1 }
            }
        }
        // Commas stand in any sentence: only values show that they separate cells.
        guard values * 2 > seen else { return 0 }
        return 0.35 * Double(cut.count) / Double(rows) * Double(values) / Double(seen)
    }

    /// Blanks stand between the words of any text; between values they separate cells.
    private func weightOfBlanks(
        _ dialect: Dialect,
        _ columns: ColumnSense,
        _ records: [RecordSpan],
        _ fields: [FieldSpan],
        _ sample: [UInt8]
    ) -> Double {
        var weight = 0.75 + 0.4 * columns.values
        // Around a sign in each row they are not what separates.
        if columns.empty > 0 { weight *= 0.6 }
        if width == 2, arePairs(records, fields, sample) { weight *= 1.35 }
        guard dialect.takesBlanks else { return weight }
        // An empty cell is not seen among blanks: the rows must be regular from the first to the last.
        let first = records.firstIndex { $0.fields.count == width } ?? 0
        return records.count - first > regular || regular < 3 || width < 3 ? 0 : weight
    }

    /// Whether each line below a heading of two words is a name and its value, no name twice.
    private func arePairs(
        _ records: [RecordSpan],
        _ fields: [FieldSpan],
        _ sample: [UInt8]
    ) -> Bool {
        guard cutsAllAlike, records.count > 3 else { return false }
        var names: Set<ArraySlice<UInt8>> = []
        for (row, record) in records.enumerated() {
            let name = fields[record.fields.lowerBound]
            let value = fields[record.fields.lowerBound + 1]
            let isValue = CellShape(sample, value.start..<value.end).isValue
            guard isValue == (row > 0), names.insert(sample[name.start..<name.end]).inserted,
                !CellShape(sample, name.start..<name.end).isValue
            else { return false }
        }
        return true
    }

    private mutating func lookAtFirst(
        _ record: RecordSpan,
        _ fields: [FieldSpan],
        _ sample: [UInt8]
    ) {
        firstWidth = record.fields.count
        isFirstTight = record.fields.prefix(200).allSatisfy { index in
            let field = fields[index]
            guard !field.isEmpty, sample[field.start] != Byte.blank else { return false }
            return !CellShape(sample, field.start..<field.end).isValue
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
    private static func fit(
        quotes cells: Int,
        in rows: Int,
        faults: Int,
        _ dialect: Dialect,
        _ sample: [UInt8]
    ) -> Double {
        let apostrophe = UInt8(ascii: "'")
        if dialect.quote == apostrophe, cells >= rows,
            cells * 20 >= sample.count(where: { $0 == apostrophe }) * 9
        {
            // Where they enclose cells in each row and do nothing else, they are no letters.
            return 1.15
        }
        let all = sample.count { $0 == Byte.quote }
        guard all > 1 else { return 1 }
        guard dialect.quote == Byte.quote else { return 0.6 }
        let explained = faults == 0 && cells > 0 ? 1 : min(1, 2 * Double(cells) / Double(all))
        return 0.6 + 0.4 * explained
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
