import WorkbookKit

extension CellTable {
    /// Takes over the merged rectangles of a sheet and marks the cells that they cover; `false`, with
    /// nothing taken, when rectangles overlap, as no spreadsheet lets them.
    mutating func cover(by rectangles: [CellRange]) -> Bool {
        let width = records.map(\.fields.count).max() ?? 0
        // Rectangles that lie apart have no more cells than the table.
        var cells = fields.count
        var patience = 8 * fields.count + 1_000_000
        var covered: [Int] = []
        for rectangle in rectangles where rectangle.columns.lowerBound < width {
            var row = firstRecord(from: rectangle.rows.lowerBound)
            while row < records.count, records[row].number <= rectangle.rows.upperBound {
                let record = records[row]
                let end = min(rectangle.columns.upperBound + 1, record.fields.count)
                let isFirst = record.number == rectangle.rows.lowerBound
                let start = rectangle.columns.lowerBound + (isFirst ? 1 : 0)
                cells -= max(0, end - rectangle.columns.lowerBound)
                patience -= 1
                guard cells >= 0, patience >= 0 else { return false }
                if start < end {
                    covered += (record.fields.lowerBound + start)..<(record.fields.lowerBound + end)
                }
                row += 1
            }
        }
        for index in covered { fields[index].isCovered = true }
        merges = rectangles
        return true
    }

    /// The first record at or below a row of the sheet.
    private func firstRecord(from number: Int) -> Int {
        var (low, high) = (0, records.count)
        while low < high {
            let middle = (low + high) / 2
            if records[middle].number < number { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
