import WorkbookKit

extension CellTable {
    /// The cells of heading rows, row by row, as wide as the widest: a merged cell's text stands in every
    /// column that it spans, and in the first of its rows only.
    func headingCells(_ headings: [Int]) -> [[FieldSpan?]] {
        let width = headings.map { records[$0].fields.count }.max() ?? 0
        var cells: [[FieldSpan?]] = headings.map { index in
            let record = records[index]
            return (0..<width).map { column in
                guard column < record.fields.count else { return nil }
                let field = field(column, of: record)
                return field.isCovered ? nil : field
            }
        }
        let rows = headings.map { records[$0].number }
        for merge in merges {
            guard let row = rows.firstIndex(of: merge.rows.lowerBound),
                merge.columns.lowerBound < width
            else { continue }
            let first = cells[row][merge.columns.lowerBound]
            for column in merge.columns.dropFirst() where column < width {
                cells[row][column] = first
            }
        }
        return cells
    }

    /// Whether a cell spans two records.
    func isMerged(_ record: Int, with other: Int) -> Bool {
        let (first, second) = (records[record].number, records[other].number)
        return merges.contains { $0.rows.contains(first) && $0.rows.contains(second) }
    }
}
