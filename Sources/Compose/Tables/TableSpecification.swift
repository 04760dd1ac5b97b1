import Diagnostics
import DocumentModel

/// A table as `tables.yaml` describes it.
struct TableSpecification: Sendable {
    enum Rows: Sendable {
        case members(MemberList)
        /// Rows written out in the settings.
        case items([Item])
        /// One row for each organisation.
        case organisations(groupedByUnit: Bool)
    }

    enum TotalRow: String, Sendable, CaseIterable {
        case none
        case first
        case last
    }

    var caption: TemplateText
    var unit: TemplateText?
    var rows: Rows
    /// Neighbouring rows of members for which it says the same stand together under it.
    var groupHeading: TemplateText?
    var total: TotalRow
    var isWide: Bool
    var columns: [ColumnSpecification]
    var notes: [TemplateText]
    var source: TemplateText?
    var conditions: [Condition]
    var place: Place

    /// A row of a table of `items`: texts and figure keys by field.
    struct Item: Sendable {
        var label: TemplateText
        var unit: TemplateText?
        /// Figure keys by the field that a column asks for.
        var figures: [String: String]
        var formats: [String]
        var conditions: [Condition]
        var place: Place
    }
}

/// How the cells of a column are set, as templates write it.
enum CellAlignment: String, Sendable, CaseIterable {
    case leading
    case centre
    case decimal

    var inTables: Table.Column.Alignment {
        switch self {
        case .leading: .leading
        case .centre: .centre
        case .decimal: .decimal
        }
    }
}

/// A column, or one for each member of a kind.
struct ColumnSpecification: Sendable {
    enum Content: Sendable {
        /// A text of the row's member, and what the total row says instead.
        case text(TemplateText, total: TemplateText?)
        case figure(String, formats: [String])
        /// A field of an item, written in the column's formats where it has any.
        case item(String, formats: [String]?)
        /// 1, 2, 3, …
        case ordinal
        /// A column of the submissions, by key.
        case cell(String)
        /// All columns of the submissions.
        case cells
    }

    var heading: TemplateText?
    /// Neighbours of one group share a heading above them.
    var group: TemplateText?
    var content: Content
    /// How its cells are set; by its content when `nil`.
    var alignment: CellAlignment?
    /// Repeats the column for each member.
    var each: MemberKind?
    var conditions: [Condition]
    /// Says that the figures of items are the shares of one whole.
    var isShares = false
    var place: Place
}
