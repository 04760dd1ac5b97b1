import Diagnostics
import Vocabulary
import WorkbookKit

extension CellTable {
    /// Empty cells that may be added so that a cell's position is its column: 24 bytes each.
    private static let emptyCellLimit = 8 << 20

    /// The cells of a sheet, from column A and as many in each row; `nil` when the sheet has so few cells
    /// so far apart that it is no table.
    ///
    /// A gap between rows becomes one blank record, with the number of its first row.
    init?(_ sheet: Sheet, path: String) {
        let width = (sheet.cells.map(\.column).max()).map { Int($0) + 1 } ?? 0
        let (whole, overflow) = sheet.rows.count.multipliedReportingOverflow(by: width)
        let isWide = overflow || whole - sheet.cells.count > Self.emptyCellLimit
        // Rows of very different length end where their last cell stands.
        let needed =
            isWide
            ? sheet.rows.reduce(0) { sum, row in
                sum + (row.cells.last.map { Int(sheet.cells[$0].column) + 1 } ?? 0)
            } : whole
        guard needed - sheet.cells.count <= Self.emptyCellLimit else { return nil }
        var fields: [FieldSpan] = []
        fields.reserveCapacity(needed)
        var records: [RecordSpan] = []
        var nextRow = 1
        for row in sheet.rows {
            if row.number > nextRow {
                let first = fields.count
                fields.append(FieldSpan(start: row.start, end: row.start))
                records.append(
                    RecordSpan(row: nextRow, start: row.start, fields: first..<first + 1)
                )
            }
            nextRow = row.number + 1
            let first = fields.count
            var end = row.start
            func fill(to count: Int) {
                while fields.count - first < count {
                    fields.append(FieldSpan(start: end, end: end))
                }
            }
            for cell in sheet.cells[row.cells] {
                fill(to: Int(cell.column))
                end = cell.end
                fields.append(FieldSpan(start: cell.start, end: cell.end, kind: cell.kind))
            }
            if !isWide { fill(to: width) }
            var record = RecordSpan(row: row.number, start: row.start, fields: first..<fields.count)
            record.isHidden = row.isHidden
            records.append(record)
        }
        self.init(
            path: path,
            bytes: sheet.bytes,
            fields: fields,
            records: records,
            dialect: .workbook
        )
        self.sheet = sheet.name
    }
}

extension RecordSpan {
    /// A row of a sheet.
    fileprivate init(row: Int, start: Int, fields: Range<Int>) {
        self.init(start: start, line: row, number: row, fields: fields)
    }
}

extension Dialect {
    /// What stands in for a workbook: no quotes, tabs between the cells of a row.
    fileprivate static let workbook = Dialect(delimiter: [Byte.tab], quote: nil, escape: nil)
}
