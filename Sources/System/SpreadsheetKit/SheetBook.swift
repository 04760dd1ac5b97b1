package import Vocabulary

/// A workbook to be written: a cover of sheets, each with one table.
package struct SheetBook: Sendable {
    package var title: String
    package var author: String
    /// BCP 47, such as `vi-VN`.
    package var language: String
    /// The day that stands for "made on".
    package var date: CalendarDate
    package var sheets: [Sheet]

    package init(
        title: String,
        author: String,
        language: String,
        date: CalendarDate,
        sheets: [Sheet] = []
    ) {
        self.title = title
        self.author = author
        self.language = language
        self.date = date
        self.sheets = sheets
    }
}

/// A sheet: lines above, then one table without a gap, its heading row marked.
package struct Sheet: Sendable {
    /// As its tab should say; cut, and changed where a workbook does not take it.
    package var name: String
    /// The first is the sheet's title.
    package var lines: [SheetCell]
    /// Further cells beside a line, from the second column on, by line.
    package var besides: [Int: SheetCell] = [:]
    package var columns: [Column]
    package var rows: [[SheetCell]]
    /// Rows set in heavier letters, from 0.
    package var totals: Set<Int> = []
    /// Whether texts go on in a new line at the edge of their column.
    package var wraps = false

    package init(
        name: String,
        lines: [SheetCell],
        columns: [Column],
        rows: [[SheetCell]]
    ) {
        self.name = name
        self.lines = lines
        self.columns = columns
        self.rows = rows
    }

    /// A column of a sheet's table.
    package struct Column: Sendable, Hashable {
        /// Unlike the others of the sheet in more than capitals.
        package var title: String
        /// In letters of the usual face.
        package var width: Int
        /// Whether its cells head their rows.
        package var isRowHeader: Bool

        package init(title: String, width: Int, isRowHeader: Bool = false) {
            self.title = title
            self.width = width
            self.isRowHeader = isRowHeader
        }
    }

    /// Rows and columns that a sheet has in the file format.
    package static let mostRows = 1_048_576
    package static let mostColumns = 16_384
}

/// A cell of a sheet.
package enum SheetCell: Sendable, Hashable {
    case blank
    /// Letters as such, whatever they begin with.
    case text(String)
    /// A number, and its format in the words of spreadsheets, such as `#,##0.00`.
    case number(ExactDecimal, format: String)
    /// Leads to the first cell of a sheet, by its place in the book.
    case link(String, sheet: Int)
}
