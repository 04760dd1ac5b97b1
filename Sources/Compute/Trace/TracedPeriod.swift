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
    /// The rows of each cell, of every organisation (`nil`) and of each population.
    private let rowsByCell: [String?: [[Int]]]

    /// `settings` are those of the period whose figures are traced: of which populations it speaks.
    init(_ data: PeriodData, adopting current: PeriodSettings? = nil) {
        var data = data
        if let current { data.settings = data.settings.adopting(current) }
        let tally = Tally(of: data)
        var rowsByCell: [String?: [[Int]]] = [nil: Self.rowsByCell(tally)]
        for population in data.settings.populations {
            rowsByCell[population.key] = Tally(population.key, in: tally).map(Self.rowsByCell)
        }
        let table = data.dataset.rows
        identifiers = Set(tally.rows.map { table.identifiers[$0] })
        settings = data.settings
        self.table = table
        grid = tally.grid
        self.rowsByCell = rowsByCell
    }

    private static func rowsByCell(_ tally: Tally) -> [[Int]] {
        var rowsByCell = [[Int]](repeating: [], count: tally.grid.cellCount)
        for row in tally.rows {
            for cell in tally.cells(ofRow: row) { rowsByCell[cell].append(row) }
        }
        return rowsByCell
    }

    /// The cell of a key; `nil` when the period has no such unit or sector.
    func cell(of key: FigureKey) -> Int? {
        guard let unit = grid.units.firstIndex(of: key.unit),
            let sector = grid.sectors.firstIndex(of: key.sector)
        else { return nil }
        return grid.cell(unit: unit, sector: sector)
    }

    /// The rows of a cell that belong to the population of a key, those of units that are not missing.
    func rows(in cell: Int, of key: FigureKey) -> [Int] {
        rowsByCell[population(of: key)]?[cell] ?? []
    }

    /// The population that a key names, or that its column or ratio speaks of.
    private func population(of key: FigureKey) -> String? {
        if let named = key.population { return named }
        let column = String(key.baseIndicator.prefix { $0 != "=" })
        return settings.schema.column(column)?.population
            ?? settings.ratios.first { $0.key == column }?.population
    }

    func indicator(of key: FigureKey) -> TracedIndicator? {
        TracedIndicator(key.baseIndicator, in: settings)
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
