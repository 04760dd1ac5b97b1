import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// The table called `name`; `nil` when its conditions fail or it is wrong.
    mutating func table(_ name: String, at place: Place) -> Table? {
        guard let specification = tables[name] else {
            log.append(
                .unknownName("table \(name)", among: tables.keys.map { "table \($0)" }, at: place)
            )
            return nil
        }
        guard holds(specification.conditions), let label = labels["table.\(name)"] else {
            return nil
        }
        let columns = expandedColumns(specification)
        guard !columns.isEmpty else { return nil }
        var rows: [Table.Row]
        switch specification.rows {
        case .members(let list): rows = memberRows(list, specification, columns)
        case .items(let items): rows = itemRows(items, columns)
        case .organisations(let isGrouped): rows = organisationRows(isGrouped: isGrouped, columns)
        }
        let widest = columns.count
        rows = rows.filter { $0.kind == .group || $0.cells.count == widest }
        return Table(
            anchor: label.anchor,
            label: label.text,
            caption: plainText(specification.caption, in: .table),
            unit: specification.unit.map { plainText($0, in: .table) },
            columns: columns.map(\.column),
            head: head(of: columns),
            rows: rows,
            notes: specification.notes.map { plainText($0, in: Scope()) }.filter { !$0.isEmpty },
            source: specification.source.map { plainText($0, in: Scope()) },
            isWide: specification.isWide,
            origin: place
        )
    }

    // MARK: Columns

    /// A column of the table as it is made, with the member that repeats it.
    struct MadeColumn {
        var heading: String
        var group: String?
        var content: ColumnSpecification.Content
        var member: Member?
        var place: Place
        var column: Table.Column
    }

    private mutating func expandedColumns(_ table: TableSpecification) -> [MadeColumn] {
        var made: [MadeColumn] = []
        for column in table.columns where holds(column.conditions) {
            if case .cells = column.content {
                made += schemaColumns(of: table, at: column.place)
                continue
            }
            if let kind = column.each {
                for member in settings.members(kind) ?? [] {
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
            column: Table.Column(alignment)
        )
    }

    /// Every column of the submissions; the unit stands in the group rows where there are any.
    private mutating func schemaColumns(of table: TableSpecification, at place: Place)
        -> [MadeColumn]
    {
        var isGrouped = false
        if case .organisations(let grouped) = table.rows { isGrouped = grouped }
        return settings.schema.columns
            .filter { !(isGrouped && $0.role == .unit) }
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
    private func head(of columns: [MadeColumn]) -> [[Table.HeadCell]] {
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

    // MARK: Rows

    private mutating func memberRows(
        _ list: MemberList,
        _ table: TableSpecification,
        _ columns: [MadeColumn]
    ) -> [Table.Row] {
        let members = members(of: list, in: .table)
        var rows: [Table.Row] = []
        for (index, member) in members.enumerated() {
            rows.append(
                Table.Row(
                    cells(
                        of: columns,
                        ordinal: index + 1,
                        isTotal: false,
                        in: Scope.table.with(member)
                    )
                )
            )
        }
        guard table.total != .none else { return rows }
        let cells = cells(of: columns, ordinal: nil, isTotal: true, in: totalScope(of: list.kind))
        let total = Table.Row(cells, kind: .total)
        return table.total == .first ? [total] + rows : rows + [total]
    }

    /// In a total of classes, `class.count` counts those that answered: the sum over the classes.
    private func totalScope(of kind: MemberKind) -> Scope {
        guard case .classes(let key) = kind, let column = settings.schema.column(key) else {
            return .table
        }
        var scope = Scope.table
        scope.classTotal = column
        return scope
    }

    private mutating func itemRows(
        _ items: [TableSpecification.Item],
        _ columns: [MadeColumn]
    ) -> [Table.Row] {
        var rows: [Table.Row] = []
        for item in items where holds(item.conditions) {
            var cells: [String] = []
            for column in columns {
                switch column.content {
                case .item("label", _): cells.append(plainText(item.label, in: .table))
                case .item("unit", _):
                    cells.append(item.unit.map { plainText($0, in: .table) } ?? "")
                case .item(let field, let formats):
                    guard let key = item.figures[field] else {
                        cells.append(order.words.notApplicable)
                        continue
                    }
                    cells.append(
                        figureCell(
                            key,
                            formats: formats ?? item.formats,
                            in: .table,
                            at: item.place
                        )
                    )
                case .ordinal: cells.append(String(rows.count + 1))
                default: cells.append("")
                }
            }
            rows.append(Table.Row(cells))
        }
        return rows
    }

    private mutating func cells(
        of columns: [MadeColumn],
        ordinal: Int?,
        isTotal: Bool,
        in rowScope: Scope
    ) -> [String] {
        var cells: [String] = []
        for column in columns {
            let scope = column.member.map(rowScope.with) ?? rowScope
            switch column.content {
            case .text(let text, let total):
                let words = isTotal ? total : text
                cells.append(words.map { plainText($0, in: scope) } ?? "")
            case .figure(let key, let formats):
                cells.append(figureCell(key, formats: formats, in: scope, at: column.place))
            case .ordinal: cells.append(ordinal.map(String.init) ?? "")
            case .item, .cell, .cells: cells.append("")
            }
        }
        return cells
    }

    /// A figure as a table prints it: without its unit, and with a sign where there is no value.
    mutating func figureCell(
        _ key: String,
        formats: [String],
        in scope: Scope,
        at place: Place
    ) -> String {
        guard let figure = figure(key, in: scope) else {
            if key.hasPrefix("previous."), material.previous == nil { return order.words.unknown }
            log.append(.unknownName(key, among: knownNames(in: scope), at: place))
            return "[?\(key)?]"
        }
        let format = FigureFormat(
            formats,
            units: settings.unitsOfMeasure,
            showsUnit: false,
            at: place,
            log: &log
        )
        if isNothing(figure) { return order.words.nothing }
        if let text = figureText.text(figure, format, in: .table) { return text }
        if figure.value != nil { log.append(.wrongUnit(key, at: place)) }
        // A unit that sent nothing is unknown; a cell without organisations has nothing to measure.
        if isUncovered(scope) { return order.words.unknown }
        if figure.population == 0 { return order.words.nothing }
        return figure.answers == 0 ? order.words.unknown : order.words.notApplicable
    }

    /// A count of zero, or anything measured where there is no organisation.
    private func isNothing(_ figure: Figure) -> Bool {
        switch figure.key.measure {
        case .change: false
        case .count, .entered, .left: figure.value == .decimal(.zero)
        default: figure.population == 0 && figure.status == .normal
        }
    }

    private func isUncovered(_ scope: Scope) -> Bool {
        settings.missing.contains { $0.code == scope.unit?.code }
    }
}
