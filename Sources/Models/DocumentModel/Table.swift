package import Diagnostics

/// A table of figures: every row has one cell for each column, spans counted.
package struct Table: Sendable {
    package var anchor: String
    /// `Bảng 1`
    package var label: String
    package var caption: String
    /// What stands after `Đơn vị tính:` above the table; `nil` when columns say their own units.
    package var unit: String?
    package var columns: [Column]
    /// Heading rows, each covering all columns with the spans of `HeadCell`.
    package var head: [[HeadCell]]
    package var rows: [Row]
    package var notes: [String]
    package var source: String?
    /// Set on narrow letters because it has many columns.
    package var isWide: Bool
    package var origin: Place?
    /// The data files that its cells come from; a file of the report that may hold files holds them.
    package var dataFiles: [DataFile]
    /// Heads the column of data that says under which group row a row stands.
    package var groupHeading: String?

    package init(
        anchor: String,
        label: String,
        caption: String,
        unit: String? = nil,
        columns: [Column],
        head: [[HeadCell]],
        rows: [Row],
        notes: [String] = [],
        source: String? = nil,
        isWide: Bool = false,
        origin: Place? = nil,
        dataFiles: [DataFile] = []
    ) {
        self.anchor = anchor
        self.label = label
        self.caption = caption
        self.unit = unit
        self.columns = columns
        self.head = head
        self.rows = rows
        self.notes = notes
        self.source = source
        self.isWide = isWide
        self.origin = origin
        self.dataFiles = dataFiles
    }

    /// How the cells of a column are set.
    package struct Column: Sendable, Hashable {
        /// Where the text of a cell stands.
        package enum Alignment: Sendable, Hashable {
            case leading
            case centre
            /// Right-aligned on the decimal comma.
            case decimal
        }

        package var alignment: Alignment
        /// Whether its cells head their rows (`scope="row"`).
        package var isRowHeader: Bool
        /// What its cells are as data where rows do not say it.
        package var letters = Letters.words

        /// What letters stand for.
        package enum Letters: Sendable, Hashable {
            case words
            /// Numbers, all their decimals printed.
            case numbers
            /// Lowest and highest, or one number for both.
            case ranges
        }

        package init(_ alignment: Alignment, isRowHeader: Bool = false) {
            self.alignment = alignment
            self.isRowHeader = isRowHeader
        }
    }

    /// A cell of the head; cells covered by a span from the left or from above are not listed.
    package struct HeadCell: Sendable, Hashable {
        package var text: String
        package var columnSpan: Int
        package var rowSpan: Int

        package init(_ text: String, columnSpan: Int = 1, rowSpan: Int = 1) {
            self.text = text
            self.columnSpan = columnSpan
            self.rowSpan = rowSpan
        }
    }

    /// One row of the body.
    package struct Row: Sendable, Hashable {
        /// What a row is among the others.
        package enum Kind: Sendable, Hashable {
            case normal
            /// Heavier, for totals.
            case total
            /// One cell over all columns that heads the rows below it.
            case group
        }

        package var kind: Kind
        /// One for each column; a single one in a `group` row.
        package var cells: [String]
        /// Where cells lead, by column; followed in HTML, words only in print.
        package var links: [Int: LinkTarget]
        /// What cells hold as data, by column; a cell that is not named holds its letters.
        package var values: [Int: Value] = [:]

        package init(
            _ cells: [String],
            kind: Kind = .normal,
            links: [Int: LinkTarget] = [:]
        ) {
            self.cells = cells
            self.kind = kind
            self.links = links
        }
    }
}
