import DatasetModel
import PeriodModel
import Vocabulary

/// The rows of the previous period, found by identifier, their values in this period's units of measure.
struct PreviousRows {
    private let rows: RowTable
    private let positions: [String: Int]
    /// For each measure column of this period the previous one's, and the way into this one's unit.
    private let columns: [(column: Int, conversion: UnitConversion?)?]

    init(_ previous: PeriodData, for settings: PeriodSettings) {
        rows = previous.dataset.rows
        var positions: [String: Int] = [:]
        for (row, identifier) in rows.identifiers.enumerated() {
            positions[identifier.foldedName] = row
        }
        self.positions = positions
        let before = previous.settings.schema.measureColumns
        columns = settings.schema.measureColumns.map { column in
            guard let index = before.firstIndex(where: { $0.key == column.key }) else { return nil }
            guard before[index].unitOfMeasure != column.unitOfMeasure else { return (index, nil) }
            guard
                let from = before[index].unitOfMeasure.flatMap(
                    previous.settings.unitOfMeasure
                ),
                let to = column.unitOfMeasure.flatMap(settings.unitOfMeasure),
                from.dimension == to.dimension
            else { return nil }
            return (index, UnitConversion(from: from, to: to))
        }
    }

    /// Last year's value of an organisation in a measure column of this period, the lower end of a range;
    /// `nil` when there is none, or when it is not positive.
    func value(of identifier: String, measure: Int) -> ExactDecimal? {
        guard let row = positions[identifier.foldedName], let source = columns[measure],
            let value = rows.measures[source.column][row].low
        else { return nil }
        let converted = source.conversion.map { $0.convert(value) } ?? value
        return converted.flatMap { $0 > .zero ? $0 : nil }
    }
}
