import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// One row for each member, with a total before or after them.
    mutating func memberRows(
        _ list: MemberList,
        _ table: TableSpecification,
        _ columns: [MadeColumn]
    ) -> [Table.Row] {
        let members = members(of: list, in: .table)
        var rows: [Table.Row] = []
        var group: String?
        for (index, member) in members.enumerated() {
            let scope = Scope.table.with(member)
            if let heading = table.groupHeading.map({ plainText($0, in: scope) }),
                heading != group
            {
                rows.append(Table.Row([heading], kind: .group))
                group = heading
            }
            rows.append(
                Table.Row(
                    cells(
                        of: columns,
                        ordinal: index + 1,
                        isTotal: false,
                        in: scope
                    ),
                    links: links(of: columns, in: scope)
                )
            )
            addValues(of: columns, ordinal: index + 1, in: scope, to: &rows)
        }
        for column in columns {
            checkShares(of: column, list, table, totalScope: totalScope(of: list.kind))
        }
        guard table.total != .none else { return rows }
        let scope = totalScope(of: list.kind)
        let cells = cells(of: columns, ordinal: nil, isTotal: true, in: scope)
        var total = [Table.Row(cells, kind: .total, links: links(of: columns, in: scope))]
        addValues(of: columns, ordinal: nil, in: scope, to: &total)
        return table.total == .first ? total + rows : rows + total
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

    /// One row for each item whose conditions hold.
    mutating func itemRows(
        _ items: [TableSpecification.Item],
        _ columns: [MadeColumn]
    ) -> [Table.Row] {
        var rows: [Table.Row] = []
        for item in items where holds(item.conditions) {
            var cells: [String] = []
            var links: [Int: LinkTarget] = [:]
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
                    links[cells.count] = figureKey(key, in: .table).map(LinkTarget.figure)
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
            rows.append(Table.Row(cells, links: links))
            addValues(of: columns, item: item, to: &rows)
        }
        for column in columns where column.isShares { checkShares(of: column, items) }
        return rows
    }

    /// Where the figures of a row lead.
    private func links(of columns: [MadeColumn], in rowScope: Scope) -> [Int: LinkTarget] {
        guard material.definitions != nil else { return [:] }
        var links: [Int: LinkTarget] = [:]
        for (index, column) in columns.enumerated() {
            guard case .figure(let key, _) = column.content else { continue }
            let scope = column.member.map(rowScope.with) ?? rowScope
            links[index] = figureKey(key, in: scope).map(LinkTarget.figure)
        }
        return links
    }

    /// The shares that a column of items prints are all of a whole.
    private mutating func checkShares(of column: MadeColumn, _ items: [TableSpecification.Item]) {
        guard case .item(let field, let formats) = column.content else { return }
        var numbers: [(value: ExactDecimal, places: Int)] = []
        for item in items where holds(item.conditions) {
            guard let key = item.figures[field], let figure = figure(key, in: .table) else {
                continue
            }
            if figure.status == .suppressed { return }
            var muted = DiagnosticLog()
            let format = FigureFormat(
                formats ?? item.formats,
                units: settings.unitsOfMeasure,
                showsUnit: false,
                at: item.place,
                log: &muted
            )
            if let number = figureText.number(
                adjusted(figure, named: key, format),
                format,
                in: .table
            ) {
                numbers.append(number)
            }
        }
        checkSum(of: numbers, at: column.place)
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
        if format.content == .population { return populationPhrase(of: figure.key) }
        if figure.status == .suppressed, format.content != .answers {
            suppressions += 1
            return order.words.suppressed
        }
        if isNothing(figure) { return order.words.nothing }
        // “0/0” would say that a unit that sent nothing has nothing.
        if format.content == .answers, figure.population == 0, isUncovered(scope) {
            return order.words.unknown
        }
        if let text = text(of: figure, named: key, format, in: .table) { return text }
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
