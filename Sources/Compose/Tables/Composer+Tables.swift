import Diagnostics
import DocumentModel
import PeriodModel

extension Composer {
    /// The table called `name`; `nil` when its conditions fail or it is wrong.
    mutating func table(_ name: String, at place: Place) -> Table? {
        guard let specification = tables[name] else {
            if let chart = charts[name] { return dataTable(of: chart, name, at: place) }
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
        let before = suppressions
        let rows =
            switch specification.rows {
            case .members(let list): memberRows(list, specification, columns)
            case .items(let items): itemRows(items, columns)
            case .organisations(let isGrouped): organisationRows(isGrouped: isGrouped, columns)
            }
        let isIncomplete = suppressions > before
        suppressions = before
        var table = Table(
            anchor: label.anchor,
            label: label.text,
            caption: plainText(specification.caption, in: .table),
            unit: specification.unit.map { plainText($0, in: .table) }.flatMap {
                $0.isEmpty ? nil : $0
            },
            columns: columns.map(\.column),
            head: head(of: columns),
            rows: rows,
            notes: notes(specification.notes, isIncomplete: isIncomplete),
            source: specification.source.map { plainText($0, in: Scope()) },
            isWide: specification.isWide,
            origin: place,
            dataFiles: [dataFile(of: specification, columns)]
        )
        if case .organisations = specification.rows {
            table.groupHeading = settings.schema.columns(of: .unit).first?.short
            for (index, column) in columns.enumerated() {
                table.columns[index].letters = letters(of: column.content)
            }
        }
        return table
    }

    /// The notes below a table or a chart, and what the sign of figures that are not public means.
    mutating func notes(_ notes: [TemplateText], isIncomplete: Bool) -> [String] {
        var texts = notes.map { plainText($0, in: Scope()) }
        if isIncomplete { texts.append(order.words.suppressedNote) }
        return texts.filter { !$0.isEmpty }
    }

    /// The file that holds what the table is made from: what it prints, and the unit where that heads groups
    /// of rows instead.
    private func dataFile(of table: TableSpecification, _ columns: [MadeColumn]) -> DataFile {
        guard case .organisations(let isGrouped) = table.rows else { return .figures }
        var keys = Set(
            columns.compactMap { column -> String? in
                if case .cell(let key) = column.content { key } else { nil }
            }
        )
        if isGrouped {
            keys.formUnion(settings.schema.columns.filter { $0.role == .unit }.map(\.key))
        }
        return .rows(columns: settings.schema.columns.map(\.key).filter(keys.contains))
    }
}
