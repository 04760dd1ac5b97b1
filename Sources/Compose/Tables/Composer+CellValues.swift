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

    /// What the letters of a list of organisations stand for: it prints values with all their decimals, so
    /// that they need not be kept beside them.
    func letters(of content: ColumnSpecification.Content) -> Table.Column.Letters {
        switch content {
        case .ordinal: return .numbers
        case .cell(let key):
            guard let column = settings.schema.column(key), column.role == .measure else {
                return .words
            }
            return column.type == .range ? .ranges : .numbers
        case .text, .figure, .item, .cells: return .words
        }
    }

    private static func whole(_ number: Int) -> Table.Value {
        .number(Table.Number(ExactDecimal(number)))
    }
}
