import DocumentModel

/// The cells of a table's head with the rows and columns that they cover.
struct HeadGrid {
    struct Cell {
        var text: String
        var rows: Range<Int>
        var columns: Range<Int>
    }

    private(set) var cells: [Cell] = []
    let rowCount: Int

    init(_ head: [[Table.HeadCell]], columns: Int) {
        rowCount = head.count
        var taken = Array(repeating: Array(repeating: false, count: columns), count: head.count)
        for (row, line) in head.enumerated() {
            var column = 0
            for cell in line {
                while column < columns, taken[row][column] { column += 1 }
                guard column < columns else { break }
                let right = min(columns, column + max(1, cell.columnSpan))
                let bottom = min(head.count, row + max(1, cell.rowSpan))
                for covered in row..<bottom {
                    for place in column..<right { taken[covered][place] = true }
                }
                cells.append(Cell(text: cell.text, rows: row..<bottom, columns: column..<right))
                column = right
            }
        }
    }
}
