import Vocabulary

/// Collects the cells of one sheet in the order of the file and puts them in the order of rows and columns.
struct SheetBuilder {
    private(set) var sheet: Sheet
    private(set) var faults: [WorkbookFault] = []
    private(set) var budget: Budget
    private var row = SheetRow(number: 0, start: 0, cells: 0..<0, isHidden: false)
    private var isInOrder = true

    init(_ sheet: Sheet, budget: Budget) {
        self.sheet = sheet
        self.budget = budget
    }

    /// The number of the row that cells go into now; 0 before the first.
    var rowNumber: Int { row.number }

    mutating func beginRow(_ number: Int, isHidden: Bool = false) {
        endRow()
        row = SheetRow(
            number: number,
            start: sheet.bytes.count,
            cells: sheet.cells.count..<sheet.cells.count,
            isHidden: isHidden
        )
    }

    /// A cell that holds something; one without text is dropped.
    mutating func add(_ text: some Collection<UInt8>, _ kind: CellKind, column: Int)
        throws(WorkbookFault)
    {
        guard !text.isEmpty || kind == .formulaWithoutValue else { return }
        budget.cells -= 1
        budget.text -= text.count + 1
        guard budget.cells >= 0, budget.text >= 0 else {
            throw WorkbookFault(.tooLarge, sheet: sheet.name, row: row.number, column: column)
        }
        if sheet.cells.count > row.cells.lowerBound, let last = sheet.cells.last {
            isInOrder = isInOrder && last.column < column
        }
        let start = sheet.bytes.count
        sheet.bytes.append(contentsOf: text)
        sheet.cells.append(
            SheetCell(start: start, end: sheet.bytes.count, column: Int32(column), kind: kind)
        )
        sheet.bytes.append(UInt8(ascii: "\t"))
    }

    /// Notes what is wrong with a cell of the row.
    mutating func note(_ kind: WorkbookFault.Kind, column: Int?, text: String? = nil) {
        note(WorkbookFault(kind, sheet: sheet.name, row: row.number, column: column, text: text))
    }

    private mutating func note(_ fault: WorkbookFault) {
        guard faults.count <= Limits.faults else { return }
        faults.append(
            faults.count < Limits.faults
                ? fault : WorkbookFault(.tooManyFaults, sheet: sheet.name, row: fault.row)
        )
    }

    mutating func merge(_ range: CellRange) {
        // One cell alone is not merged with anything.
        guard range.rows.count > 1 || range.columns.count > 1 else { return }
        sheet.merges.append(range)
    }

    mutating func hideColumns(_ columns: ClosedRange<Int>) {
        sheet.hiddenColumns.append(columns)
    }

    private mutating func endRow() {
        let end = sheet.cells.count
        guard end > row.cells.lowerBound else { return }
        row.cells = row.cells.lowerBound..<end
        sheet.bytes.append(UInt8(ascii: "\n"))
        isInOrder = isInOrder && (sheet.rows.last?.number ?? 0) < row.number
        sheet.rows.append(row)
    }

    /// Ends the sheet; `hiddenRows` are those that were not known to be when they began.
    mutating func finish(hiddenRows: Set<Int> = []) {
        endRow()
        if !hiddenRows.isEmpty {
            for index in sheet.rows.indices where hiddenRows.contains(sheet.rows[index].number) {
                sheet.rows[index].isHidden = true
            }
        }
        if !isInOrder { sortCells() }
        sheet.hiddenColumns = Self.joined(sheet.hiddenColumns)
    }

    /// Files of other programs may give rows and cells in any order, even in pieces.
    private mutating func sortCells() {
        var order: [(row: Int, cell: Int)] = []
        for (index, row) in sheet.rows.enumerated() { order += row.cells.map { (index, $0) } }
        let old = sheet
        order.sort { left, right in
            (old.rows[left.row].number, old.cells[left.cell].column, left.cell)
                < (old.rows[right.row].number, old.cells[right.cell].column, right.cell)
        }
        sheet.cells = []
        sheet.rows = []
        for (rowIndex, cellIndex) in order {
            let (source, cell) = (old.rows[rowIndex], old.cells[cellIndex])
            let count = sheet.cells.count
            if let last = sheet.rows.last, last.number == source.number {
                sheet.rows[sheet.rows.count - 1].isHidden = last.isHidden || source.isHidden
            } else {
                sheet.rows.append(source)
                sheet.rows[sheet.rows.count - 1].cells = count..<count
            }
            if let last = sheet.cells.last, sheet.rows[sheet.rows.count - 1].cells.isEmpty == false,
                last.column == cell.column
            {
                // A cell given twice: which one holds cannot be known.
                note(
                    WorkbookFault(
                        .repeatedCell,
                        sheet: sheet.name,
                        row: source.number,
                        column: Int(cell.column),
                        text: String(decoding: old.bytes[cell.start..<cell.end], as: UTF8.self)
                    )
                )
                continue
            }
            sheet.cells.append(cell)
            let first = sheet.rows[sheet.rows.count - 1].cells.lowerBound
            sheet.rows[sheet.rows.count - 1].cells = first..<count + 1
        }
    }

    /// Ranges in order, those that touch made one.
    private static func joined(_ ranges: [ClosedRange<Int>]) -> [ClosedRange<Int>] {
        var result: [ClosedRange<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, range.lowerBound <= last.upperBound + 1 {
                result[result.count - 1] =
                    last.lowerBound...max(last.upperBound, range.upperBound)
            } else {
                result.append(range)
            }
        }
        return result
    }
}
