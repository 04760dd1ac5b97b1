import Diagnostics
import DocumentModel
import PeriodModel

extension Composer {
    /// A column of the table as it is made, with the member that repeats it.
    struct MadeColumn {
        var heading: String
        var group: String?
        var content: ColumnSpecification.Content
        var member: Member?
        var place: Place
        var column: Table.Column
        /// Its figures are said to be the shares of one whole.
        var isShares = false
    }

    /// The columns whose conditions hold, repeated for their members; what cannot be printed is an error.
    mutating func expandedColumns(_ table: TableSpecification) -> [MadeColumn] {
        var made: [MadeColumn] = []
        for column in table.columns where holds(column.conditions) {
            guard isPrintable(column, in: table) else { continue }
            if case .cells = column.content {
                made += schemaColumns(of: table, at: column.place)
                continue
            }
            if let kind = column.each {
                let list = MemberList(kind: kind, nonzero: false, place: column.place)
                for member in members(of: list, in: .table) {
                    made.append(madeColumn(column, member: member))
                }
            } else {
                made.append(madeColumn(column, member: nil))
            }
        }
        // The first column of words heads the rows.
        if let first = made.firstIndex(where: { $0.column.alignment == .leading }) {
            made[first].column.isRowHeader = true
        }
        return made
    }

    /// Whether a column's content belongs into a table of these rows; if not, it is an error.
    private mutating func isPrintable(
        _ column: ColumnSpecification,
        in table: TableSpecification
    ) -> Bool {
        switch (column.content, table.rows) {
        case (.cell(let key), .organisations):
            if let known = settings.schema.column(key) { return isListed(known) }
            log.append(
                .unknownName(key, among: settings.schema.columns.map(\.key), at: column.place)
            )
            return false
        case (.item(let field, _), .items(let items)):
            let fields = ["label", "unit"] + items.flatMap(\.figures.keys)
            if fields.contains(field) { return true }
            log.append(.unknownName(field, among: Set(fields).sorted(), at: column.place))
            return false
        case (.cells, .organisations), (.ordinal, _), (.text, .members), (.figure, .members):
            return true
        default:
            log.append(
                .badSpecification(
                    Bilingual(
                        vi: "Cột này không dùng được với cách lập dòng (rows) của bảng.",
                        en: "This column does not go with the rows of the table."
                    ),
                    hint: Bilingual(
                        vi:
                            "text, figure đi với sectors, units, classes; item với items; cell, cells với organisations.",
                        en:
                            "text and figure go with sectors, units and classes; item with items; cell and cells with organisations."
                    ),
                    at: column.place
                )
            )
            return false
        }
    }

    private mutating func madeColumn(_ column: ColumnSpecification, member: Member?) -> MadeColumn {
        var scope = Scope.table
        if let member { scope = scope.with(member) }
        let alignment: Table.Column.Alignment =
            switch column.content {
            case .text: .leading
            case .figure: .decimal
            case .item(let field, _):
                field == "label" ? .leading : field == "unit" ? .centre : .decimal
            case .ordinal: .centre
            case .cell(let key): self.alignment(of: key)
            case .cells: .leading
            }
        var heading = column.heading.map { plainText($0, in: scope) } ?? ""
        if heading.isEmpty, case .cell(let key) = column.content {
            heading = settings.schema.column(key)?.short ?? key
        }
        return MadeColumn(
            heading: heading,
            group: column.group.map { plainText($0, in: scope) },
            content: column.content,
            member: member,
            place: column.place,
            column: Table.Column(column.alignment?.inTables ?? alignment),
            isShares: column.isShares
        )
    }

    /// Every column of the submissions; the unit stands in the group rows where there are any.
    private mutating func schemaColumns(of table: TableSpecification, at place: Place)
        -> [MadeColumn]
    {
        var isGrouped = false
        if case .organisations(let grouped) = table.rows { isGrouped = grouped }
        return settings.schema.columns
            .filter { !(isGrouped && $0.role == .unit) && isListed($0) }
            .map { column in
                MadeColumn(
                    heading: column.short,
                    group: nil,
                    content: .cell(column.key),
                    member: nil,
                    place: place,
                    column: Table.Column(alignment(of: column.key))
                )
            }
    }

    /// Whether lists of organisations have a column: for everybody only what each register shows.
    private func isListed(_ column: Column) -> Bool {
        switch column.role {
        case .identifier, .name, .unit, .sector, .state: true
        case .rating, .measure: !isPublic
        }
    }

    private func alignment(of key: String) -> Table.Column.Alignment {
        guard let column = settings.schema.column(key) else { return .leading }
        switch (column.role, column.type) {
        case (.measure, .integer), (.measure, .decimal): return .decimal
        case (.measure, _): return .centre
        case (.identifier, _), (.name, _): return .leading
        default: return .leading
        }
    }

    /// One heading row, or two where neighbours share a group.
    func head(of columns: [MadeColumn]) -> [[Table.HeadCell]] {
        guard columns.contains(where: { $0.group != nil }) else {
            return [columns.map { Table.HeadCell($0.heading) }]
        }
        var top: [Table.HeadCell] = []
        var below: [Table.HeadCell] = []
        var index = 0
        while index < columns.count {
            guard let group = columns[index].group else {
                top.append(Table.HeadCell(columns[index].heading, rowSpan: 2))
                index += 1
                continue
            }
            let members = columns[index...].prefix { $0.group == group }
            top.append(Table.HeadCell(group, columnSpan: members.count))
            below += members.map { Table.HeadCell($0.heading) }
            index += members.count
        }
        return [top, below]
    }
}
