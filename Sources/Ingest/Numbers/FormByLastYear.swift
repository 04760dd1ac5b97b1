import PeriodModel
import Vocabulary

/// Decides a file's number form by the size of last year's values, when no cell proves it.
struct FormByLastYear {
    let previous: PreviousRows
    let table: CellTable
    let identifier: Int
    /// Measure columns with their positions in the file and the conversion from its unit.
    let columns: [(measure: Int, column: TotalColumn, conversion: UnitConversion?)]

    /// Votes that decide, at least; one against ten is taken for an organisation that changed.
    private static let fewest = 3

    func form(of records: [RecordSpan]) -> (form: NumberForm, ground: FormDecision.Ground)? {
        var votes: [NumberForm: Int] = [:]
        for record in records where identifier < record.fields.count {
            let code = table.words(table.field(identifier, of: record))
            for (measure, column, conversion) in columns {
                let readings = [NumberForm.point, .comma].map {
                    column.value(of: record, form: $0, in: table)
                }
                guard readings[0] != readings[1],
                    let before = previous.value(of: code, measure: measure)
                else { continue }
                let isAlike = readings.map { reading -> Bool in
                    guard case .value(let value) = reading, value > .zero else { return false }
                    let converted = conversion.map { $0.convert(value) } ?? value
                    return converted.flatMap { Magnitude($0, of: before) } == .alike
                }
                guard isAlike[0] != isAlike[1] else { continue }
                votes[isAlike[0] ? .point : .comma, default: 0] += 1
            }
        }
        let (point, comma) = (votes[.point] ?? 0, votes[.comma] ?? 0)
        let (form, most, least): (NumberForm, Int, Int) =
            point > comma ? (.point, point, comma) : (.comma, comma, point)
        guard most >= Self.fewest, least * 10 <= most else { return nil }
        return (form, .lastYear(most))
    }
}
