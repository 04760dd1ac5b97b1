import PeriodModel
import StatisticsModel

/// The units that sent something and the sectors, in the order of settings, each with its total last.
struct CellFrame {
    /// Codes, then `all`.
    let rows: [String]
    let columns: [String]
    /// For each unit of the settings its row, `nil` when it sent nothing.
    private let rowOfUnit: [Int?]

    init(_ settings: PeriodSettings) {
        let missing = Set(settings.missing.map(\.code))
        var rows: [String] = []
        rowOfUnit = settings.units.map { unit in
            guard !missing.contains(unit.code) else { return nil }
            rows.append(unit.code)
            return rows.count - 1
        }
        self.rows = rows + [FigureKey.all]
        columns = settings.sectors.map(\.code) + [FigureKey.all]
    }

    var cellCount: Int { rows.count * columns.count }

    func row(ofUnit unit: Int) -> Int? { rowOfUnit[unit] }

    /// The four cells to which an organisation of this unit and sector belongs.
    func cells(row: Int, column: Int) -> [Int] {
        let (last, width) = (rows.count - 1, columns.count)
        return [
            row * width + column, row * width + width - 1, last * width + column,
            last * width + width - 1,
        ]
    }

    func key(_ indicator: String, _ measure: FigureMeasure, _ cell: Int) -> FigureKey {
        FigureKey(
            indicator,
            measure,
            unit: rows[cell / columns.count],
            sector: columns[cell % columns.count]
        )
    }
}
