import DatasetModel
import DocumentModel
import PeriodModel
import Vocabulary

extension Composer {
    /// One row for each organisation, by unit, sector and identifier; a heading row for each unit.
    func organisationRows(isGrouped: Bool, _ columns: [MadeColumn]) -> [Table.Row] {
        let rows = material.dataset.rows
        let writers = columns.map { cellWriter(for: $0.content) }
        var result: [Table.Row] = []
        var unit: Int?
        var ordinal = 0
        for row in rows.printedOrder {
            if isGrouped, rows.units[row] != unit {
                unit = rows.units[row]
                let count = rows.units.count { $0 == rows.units[row] }
                let title = settings.units[rows.units[row]].title.capitalisingFirst
                let number = NumberStyle().text(ExactDecimal(count))
                var heading = Table.Row(
                    ["\(title) (\(number)\u{A0}\(settings.wording.organisation))"],
                    kind: .group
                )
                heading.values = [0: .text(title)]
                result.append(heading)
            }
            ordinal += 1
            result.append(Table.Row(writers.map { $0(row, ordinal) }))
        }
        return result
    }

    private func cellWriter(
        for content: ColumnSpecification.Content
    ) -> (_ row: Int, _ ordinal: Int) -> String {
        switch content {
        case .ordinal: return { _, ordinal in String(ordinal) }
        case .cell(let key):
            return settings.schema.column(key).map(writer(of:)) ?? { _, _ in "" }
        case .text, .figure, .item, .cells: return { _, _ in "" }
        }
    }

    private func writer(of column: Column) -> (_ row: Int, _ ordinal: Int) -> String {
        let rows = material.dataset.rows
        let settings = settings
        let unknown = order.words.unknown
        switch column.role {
        case .identifier: return { row, _ in rows.identifiers[row] }
        case .name: return { row, _ in rows.names[row] }
        case .unit: return { row, _ in settings.units[rows.units[row]].name }
        case .sector: return { row, _ in settings.sectors[rows.sectors[row]].label }
        case .state, .rating:
            let index = settings.schema.classColumns.firstIndex { $0.key == column.key } ?? 0
            return { row, _ in
                rows.classes[index][row].map { column.codes[$0].label } ?? unknown
            }
        case .measure:
            let index = settings.schema.measureColumns.firstIndex { $0.key == column.key } ?? 0
            return { row, _ in
                Self.text(of: rows.measures[index][row], column.type) ?? unknown
            }
        }
    }

    /// A submitted value with all its decimals.
    private static func text(of measured: Measured, _ type: Column.ValueType) -> String? {
        let style = NumberStyle(.upTo(18))
        switch measured {
        case .missing: return nil
        case .value(let value) where type == .year: return value.description
        case .value(let value): return style.text(value)
        case .range(let low, let high):
            return "\(style.text(low))\u{A0}-\u{A0}\(style.text(high))"
        }
    }
}
