package import DocumentModel

/// A table as data: one heading row, one value a cell, every row of one kind.
package struct DataTable: Sendable {
    /// Of its file, without the ending; unlike that of every other table.
    package var name: String
    /// `Bảng 1`
    package var label: String
    package var caption: String
    package var unit: String?
    package var source: String?
    package var notes: [String]
    package var columns: [DataColumn]
    package var rows: [[DataCell]]
    /// The rows that are totals of others, from 0.
    package var totals: Set<Int> = []

    package init(
        name: String,
        label: String,
        caption: String,
        unit: String? = nil,
        source: String? = nil,
        notes: [String] = [],
        columns: [DataColumn],
        rows: [[DataCell]]
    ) {
        self.name = name
        self.label = label
        self.caption = caption
        self.unit = unit
        self.source = source
        self.notes = notes
        self.columns = columns
        self.rows = rows
    }

    /// Label and caption: `Bảng 1. …`.
    package var title: String { label.isEmpty ? caption : "\(label). \(caption)" }
}

/// A column of data.
package struct DataColumn: Sendable, Hashable {
    /// What its cells are.
    package enum Kind: Sendable, Hashable {
        case text
        case integer
        case decimal
    }

    /// ASCII, unlike the others of its table.
    package var name: String
    /// As people read it, unlike the others of its table in more than capitals.
    package var title: String
    package var kind: Kind
    /// Letters that stand in a column of numbers where there is none.
    package var signs: [String]
    package var isRowHeader: Bool

    package init(
        name: String,
        title: String,
        kind: Kind = .text,
        signs: [String] = [],
        isRowHeader: Bool = false
    ) {
        self.name = name
        self.title = title
        self.kind = kind
        self.signs = signs
        self.isRowHeader = isRowHeader
    }
}

/// A cell of data.
package enum DataCell: Sendable, Hashable {
    case blank
    case text(String)
    case number(Table.Number)
}

/// The codes of one column of `tidy.csv`, with what they mean.
package struct CodeList: Sendable {
    /// Of its file, without the ending.
    package var name: String
    package var title: String
    /// Name and meaning of each column; the first is the code.
    package var columns: [(name: String, title: String)]
    package var rows: [[String]]
    /// The lists that its own columns refer to, by the column's name.
    package var references: [(column: String, list: String)]

    package init(
        name: String,
        title: String,
        columns: [(name: String, title: String)],
        rows: [[String]],
        references: [(column: String, list: String)] = []
    ) {
        self.name = name
        self.title = title
        self.columns = columns
        self.rows = rows
        self.references = references
    }
}
