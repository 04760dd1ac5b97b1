import DatasetModel
import PeriodModel
import StatisticsModel

/// The rows of a period by the cells to which they belong.
struct TracedPeriod: Sendable {
    let settings: PeriodSettings
    let table: RowTable
    let grid: CellGrid
    /// Identifiers of all organisations.
    let identifiers: Set<String>
    private let rowsByCell: [[Int]]

    init(_ data: PeriodData) {
        let tally = Tally(of: data)
        var rowsByCell = [[Int]](repeating: [], count: tally.grid.cellCount)
        for row in tally.rows {
            for cell in tally.cells(ofRow: row) { rowsByCell[cell].append(row) }
        }
        let table = data.dataset.rows
        identifiers = Set(tally.rows.map { table.identifiers[$0] })
        settings = data.settings
        self.table = table
        grid = tally.grid
        self.rowsByCell = rowsByCell
    }

    /// The cell of a key; `nil` when the period has no such unit or sector.
    func cell(of key: FigureKey) -> Int? {
        guard let unit = grid.units.firstIndex(of: key.unit),
            let sector = grid.sectors.firstIndex(of: key.sector)
        else { return nil }
        return grid.cell(unit: unit, sector: sector)
    }

    /// The rows of a cell, those of units that are not missing.
    func rows(in cell: Int) -> [Int] { rowsByCell[cell] }

    func indicator(of key: FigureKey) -> TracedIndicator? {
        TracedIndicator(key.indicator, in: settings.schema)
    }

    /// The key of the whole of which the figure of a key is a share.
    func whole(of key: FigureKey, _ measure: FigureMeasure) -> FigureKey? {
        guard let cell = cell(of: key) else { return nil }
        let whole = grid.whole(of: cell)
        return FigureKey(
            key.indicator,
            measure,
            unit: grid.unitCode(of: whole),
            sector: grid.sectorCode(of: whole)
        )
    }
}
