import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// Gives the last row what its cells hold as data, where that is more than their letters.
    mutating func addValues(
        of columns: [MadeColumn],
        ordinal: Int?,
        in rowScope: Scope,
        to rows: inout [Table.Row]
    ) {
        guard let last = rows.indices.last else { return }
        for (index, column) in columns.enumerated() {
            let scope = column.member.map(rowScope.with) ?? rowScope
            switch column.content {
            case .figure(let key, let formats):
                rows[last].values[index] = cellValue(
                    key,
                    formats: formats,
                    in: scope,
                    printed: rows[last].cells[index]
                )
            case .ordinal: rows[last].values[index] = ordinal.map(Self.whole)
            case .text, .item, .cell, .cells: continue
            }
        }
    }

    /// Gives the last row, that of an item, what its cells hold as data.
    mutating func addValues(
        of columns: [MadeColumn],
        item: TableSpecification.Item,
        to rows: inout [Table.Row]
    ) {
        guard let last = rows.indices.last else { return }
        for (index, column) in columns.enumerated() {
            switch column.content {
            case .item(let field, let formats):
                guard let key = item.figures[field] else { continue }
                rows[last].values[index] = cellValue(
                    key,
                    formats: formats ?? item.formats,
                    in: .table,
                    printed: rows[last].cells[index]
                )
            case .ordinal: rows[last].values[index] = Self.whole(rows.count)
            case .text, .figure, .cell, .cells: continue
            }
        }
    }

    /// The value of a figure whose cell is printed so; `nil` where the letters are all there is to say, as
    /// the signs for what is unknown or must not be told.
    ///
    /// What was printed decides: no value stands in data that the page does not show.
    func cellValue(
        _ key: String,
        formats: [String],
        in scope: Scope,
        printed: String
    ) -> Table.Value? {
        guard let figure = figure(key, in: scope), figure.status != .suppressed else { return nil }
        // Faults of the formats are told where the cell is printed.
        var told = DiagnosticLog()
        let format = FigureFormat(
            formats,
            units: settings.unitsOfMeasure,
            showsUnit: false,
            at: Place(file: ""),
            log: &told
        )
        let value = figureText.value(figure, in: format.unit)?
            .rounded(to: FigureValue.publishedDecimals)
        let isSign = [order.words.unknown, order.words.notApplicable].contains(printed)
        if isSign { return nil }
        if format.content == .answers {
            guard printed != order.words.nothing else { return .blank }
            return .pair(
                Table.Number(ExactDecimal(figure.answers)),
                Table.Number(ExactDecimal(figure.population)),
                .answers
            )
        }
        guard let value else { return printed == order.words.nothing ? .blank : nil }
        if printed == order.words.nothing { return .number(Table.Number(value)) }
        let shown = format.sign == .size ? value.magnitude : value
        return .number(Table.Number(shown, printed: printed))
    }

    /// Writes what a column of the submissions holds as data.
    func valueWriter(
        for content: ColumnSpecification.Content
    ) -> (_ row: Int, _ ordinal: Int) -> Table.Value? {
        switch content {
        case .ordinal: return { _, ordinal in Self.whole(ordinal) }
        case .cell(let key):
            guard let column = settings.schema.column(key), column.role == .measure,
                let index = settings.schema.measureColumns.firstIndex(where: { $0.key == key })
            else { return { _, _ in nil } }
            let rows = material.dataset.rows
            return { row, _ in Self.value(of: rows.measures[index][row], column.type) }
        case .text, .figure, .item, .cells: return { _, _ in nil }
        }
    }

    private static func value(of measured: Measured, _ type: Column.ValueType) -> Table.Value? {
        func number(_ value: ExactDecimal) -> Table.Number {
            Table.Number(value, places: value.scale, isGrouped: type != .year)
        }
        switch measured {
        case .missing: return nil
        case .value(let value) where type == .range:
            return .pair(number(value), number(value), .range)
        case .value(let value): return .number(number(value))
        case .range(let low, let high): return .pair(number(low), number(high), .range)
        }
    }

    private static func whole(_ number: Int) -> Table.Value {
        .number(Table.Number(ExactDecimal(number)))
    }
}
