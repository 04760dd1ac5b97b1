import Vocabulary

/// What the search for a layout looks at in a record.
struct RowView {
    // Small: there is one for each line of a file.
    private let counts: (cells: Int32, filled: Int32)
    private let ends: (first: Int32, last: Int32)
    let isComment: Bool

    /// Cells of the record.
    var count: Int { Int(counts.cells) }
    /// Cells with something in them; cells that repeat a merged one count once.
    var filled: Int { Int(counts.filled) }
    /// The first and the last of them; -1 when there is none.
    var first: Int { Int(ends.first) }
    var last: Int { Int(ends.last) }

    var isBlank: Bool { filled == 0 }

    init(_ record: RecordSpan, of table: CellTable) {
        var filled = 0
        var first = -1
        var last = -1
        var previous: FieldSpan?
        for (column, index) in record.fields.enumerated() {
            let field = table.fields[index]
            if table.isBlank(field) { continue }
            last = column
            if first < 0 { first = column }
            // A merged cell is one span of bytes at several columns.
            if let previous, previous == field { continue }
            previous = field
            filled += 1
        }
        counts = (Int32(clamping: record.fields.count), Int32(clamping: filled))
        ends = (Int32(clamping: first), Int32(clamping: last))
        isComment =
            table.dialect.comment.map { mark in
                first == 0 && table.bytes[record.start...].starts(with: mark)
            } ?? false
    }
}

/// A table's cells as the search for a layout asks for them.
struct TableView {
    let table: CellTable
    let rows: [RowView]
    let matcher: ReadingMatcher

    init(_ table: CellTable, words: ReadingMatcher) {
        self.table = table
        rows = table.records.map { RowView($0, of: table) }
        matcher = words
    }

    /// The cell's span; `nil` behind the last cell of a short row.
    func field(_ row: Int, _ column: Int) -> FieldSpan? {
        let record = table.records[row]
        guard column < record.fields.count else { return nil }
        return table.field(column, of: record)
    }

    func shape(_ row: Int, _ column: Int) -> CellShape {
        guard let field = field(row, column) else { return .empty }
        return CellShape(table.bytes, field.start..<field.end)
    }

    /// The cell's words; empty behind the last cell of a short row.
    func words(_ row: Int, _ column: Int) -> String {
        field(row, column).map { table.words($0) } ?? ""
    }

    /// The words of the first cell that has some.
    func firstWords(_ row: Int) -> String {
        rows[row].first < 0 ? "" : words(row, rows[row].first)
    }

    /// Whether two cells begin with one letter, big or small; most rows are told apart by this alone.
    private func beginAlike(_ one: Int, _ other: Int, _ column: Int) -> Bool {
        guard let left = field(one, column), let right = field(other, column) else { return true }
        let first = NumberText.trimmed(table.bytes, left.start..<left.end).first
        let second = NumberText.trimmed(table.bytes, right.start..<right.end).first
        guard let first, let second else { return first == nil && second == nil }
        let (a, b) = (table.bytes[first], table.bytes[second])
        return a >= 0x80 || b >= 0x80 || a | 0x20 == b | 0x20
    }

    /// Whether two rows say the same, cell by cell.
    func areEqual(_ one: Int, _ other: Int) -> Bool {
        let width = max(rows[one].count, rows[other].count)
        guard rows[one].filled == rows[other].filled, rows[one].last == rows[other].last,
            rows[one].first == rows[other].first, beginAlike(one, other, rows[one].first)
        else { return false }
        return (0..<width).allSatisfy { words(one, $0).foldedName == words(other, $0).foldedName }
    }
}
