/// A workbook as it was read: its sheets in their order, and what was wrong.
package struct Workbook: Sendable {
    package var sheets: [Sheet] = []
    /// Worst first when the whole file could not be read; otherwise in the order of reading.
    package var faults: [WorkbookFault] = []

    package init() {}
}

/// The cells of one sheet that hold something, row by row.
package struct Sheet: Sendable {
    /// Whether people see a sheet when they open the workbook.
    package enum Visibility: Sendable {
        case visible
        case hidden
        /// Hidden so that no menu shows it.
        case veryHidden
    }

    package var name: String
    package var visibility: Visibility
    /// Texts of the cells in UTF-8, letters composed: a tab behind each cell, a line feed behind each row.
    package var bytes: [UInt8] = []
    /// Row by row, in a row by column.
    package var cells: [SheetCell] = []
    /// Rows with cells, upwards.
    package var rows: [SheetRow] = []
    package var merges: [CellRange] = []
    /// From 0, upwards, apart from each other.
    package var hiddenColumns: [ClosedRange<Int>] = []

    package init(name: String, visibility: Visibility = .visible) {
        self.name = name
        self.visibility = visibility
    }
}

/// A cell that holds something.
package struct SheetCell: Sendable, Equatable {
    /// Offsets into the sheet's bytes.
    package var start: Int
    package var end: Int
    /// From 0.
    package var column: Int32
    package var kind: CellKind
}

/// What a workbook says that a cell holds; its text follows from it.
package enum CellKind: UInt8, Sendable {
    case text
    /// Plain digits with a point.
    case number
    /// A number that the sheet shows a hundred times as large, with a percent sign.
    case percent
    /// A number that the sheet shows a thousand times as small or more.
    case scaledNumber
    /// ISO 8601: a day, a time of day, or both.
    case date
    /// `TRUE` or `FALSE`.
    case boolean
    /// Such as `#N/A`.
    case error
    /// A formula whose result is not in the file; no text, or a 0 that stands in for it.
    case formulaWithoutValue
}

/// A row that holds something.
package struct SheetRow: Sendable, Equatable {
    /// As the spreadsheet shows it, from 1.
    package var number: Int
    /// Offset of its first cell's text.
    package var start: Int
    /// Indices into the sheet's cells.
    package var cells: Range<Int>
    package var isHidden: Bool
}

/// A rectangle of cells.
package struct CellRange: Sendable, Equatable {
    /// From 1.
    package var rows: ClosedRange<Int>
    /// From 0.
    package var columns: ClosedRange<Int>

    package init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }
}
