/// How much sense the cells of a table make, column by column.
struct ColumnSense {
    /// 0…1, averaged over the columns.
    private(set) var sense = 0.0
    /// The share of columns of values.
    private(set) var values = 0.0
    /// Columns with nothing or nothing but signs in them, and columns whose cells are mostly cut wrongly.
    private(set) var empty = 0
    private(set) var odd = 0

    private static let rowLimit = 300
    private static let cellLimit = 6000

    /// Of rows of one length.
    init(_ records: [RecordSpan], _ fields: [FieldSpan], _ sample: [UInt8]) {
        guard let width = records.first?.fields.count else { return }
        let columns = min(width, 200)
        let rowCount = min(records.count, Self.rowLimit, max(4, Self.cellLimit / columns))
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
                    Self.isCutWrong(field, sample)
                    ? CellShape.odd : CellShape(sample, field.start..<field.end)
                counts[Int(shape.rawValue)] += 1
                seen += 1
                position += step
            }
            total += Self.sense(ofColumn: counts, seen: seen)
            let values = CellShape.allCases.reduce(0) {
                $0 + ($1.isValue ? counts[Int($1.rawValue)] : 0)
            }
            if values * 2 > seen { valueColumns += 1 }
            let signs = counts[Int(CellShape.mark.rawValue)]
            if counts[Int(CellShape.empty.rawValue)] + signs == seen { empty += 1 }
            if counts[Int(CellShape.odd.rawValue)] * 2 > seen { odd += 1 }
        }
        sense = total / Double(columns)
        values = Double(valueColumns) / Double(columns)
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
}
