import Diagnostics
import PeriodModel
import Vocabulary

/// A table of answers or corrections, whatever program saved it: columns are found by their headings in
/// any order, blank rows are passed over.
struct AmendmentTable<Field: Hashable & Sendable> {
    private let table: CellTable
    private let positions: [Field: Int]
    private let heading: RecordSpan
    /// The rows below the headings that are not blank and have no fault of quoting.
    let rows: [RecordSpan]

    /// Rows above the headings that are looked at, such as a line that names the delimiter.
    private static var depth: Int { 20 }

    /// `nil`, with a doubt, when the file cannot be read or lacks the headings that are `needed`.
    init?(
        _ source: SourceText,
        headings: [Field: [String]],
        needed: [Field],
        kind: AmendmentFault.Kind,
        log: inout DiagnosticLog
    ) {
        guard let text = ReceivedText(source, log: &log) else { return nil }
        var names: [String: Field] = [:]
        for (field, list) in headings {
            for name in list { names[name.foldedName] = field }
        }
        let (dialect, _) = sniffDialect(text, pins: ReadingPins()) { names[$0.foldedName] != nil }
        let table = CellTable(text, dialect: dialect)
        var best: (head: Int, positions: [Field: Int])?
        for (index, record) in table.records.prefix(Self.depth).enumerated() {
            let found = Self.positions(of: record, in: table, names: names)
            if found.count > best?.positions.count ?? 0 { best = (index, found) }
        }
        guard let best, needed.allSatisfy({ best.positions[$0] != nil }) else {
            let missing = needed.filter { best?.positions[$0] == nil }
            let words = missing.map { headings[$0]?.first ?? "" }
            log.append(AmendmentFault(kind).noHeadings(words, at: Place(file: source.path)))
            return nil
        }
        self.table = table
        positions = best.positions
        heading = table.records[best.head]
        rows = table.records[(best.head + 1)...].filter { record in
            !record.isBroken && !table.isBlank(record)
        }
        var doubted = -1
        for fault in table.faults where fault.record != doubted {
            doubted = fault.record
            let record = table.records[fault.record]
            log.append(
                RowFault.quoting(
                    fault.kind,
                    at: table.place(ofByte: fault.offset, column: fault.column, of: record)
                )
            )
        }
    }

    private static func positions(
        of record: RecordSpan,
        in table: CellTable,
        names: [String: Field]
    ) -> [Field: Int] {
        var positions: [Field: Int] = [:]
        for column in 0..<min(record.fields.count, 200) {
            let field = table.field(column, of: record)
            guard field.end - field.start <= 200,
                let name = names[table.words(field).foldedName], positions[name] == nil
            else { continue }
            positions[name] = column
        }
        return positions
    }

    /// The cell as written, without blanks at its ends and without the apostrophe that keeps a
    /// spreadsheet from calculating; empty when the row ends before it.
    func text(_ field: Field, of record: RecordSpan) -> String {
        guard let column = positions[field], column < record.fields.count else { return "" }
        var text = table.rawText(table.field(column, of: record)).composed[...]
        while text.first?.isWhitespace == true, text.first != "\t" { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return SpreadsheetGuard.removed(from: String(text))
    }

    /// Where the cell stands; the file's first column when the table has no such column.
    func place(_ field: Field, of record: RecordSpan) -> Place {
        table.place(column: positions[field] ?? 0, of: record)
    }
}
