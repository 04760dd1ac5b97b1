import DatasetModel
import PeriodModel
import Vocabulary

/// The organisations of a period, each put into its four cells.
struct Tally {
    let data: PeriodData
    let grid: CellGrid
    /// What the rows of each unit and sector come to.
    let totals: CellTotals
    /// Organisations in each cell of the grid.
    let population: [Int]
    /// Indices of the rows that count, those of units that are not missing; none when rows were not kept.
    let rows: [Int]

    init(of data: PeriodData) {
        let grid = CellGrid(data.settings)
        let table = data.dataset.rows
        totals = data.dataset.totals ?? CellTotals(of: table, data.settings)
        population = grid.rolledUp(totals.population)
        rows = table.units.indices.filter { !grid.isMissing[table.units[$0]] }
        self.data = data
        self.grid = grid
    }

    /// The four cells of a row that counts.
    func cells(ofRow row: Int) -> [Int] {
        let table = data.dataset.rows
        return grid.cells(unit: table.units[row], sector: table.sectors[row])
    }
}

extension CellGrid {
    /// Counts of units by sectors, with those of all sectors and of all units; nothing of missing units.
    func rolledUp(_ counts: [Int]) -> [Int] {
        var result = [Int](repeating: 0, count: cellCount)
        forEachPair { pair, cells in
            for cell in cells { result[cell] += counts[pair] }
        }
        return result
    }

    /// Calls `body` with each pair of a unit that is not missing and a sector, as `CellTotals` counts them,
    /// and its four cells here.
    func forEachPair(_ body: (_ pair: Int, _ cells: [Int]) -> Void) {
        for unit in 0..<allUnits where !isMissing[unit] {
            for sector in 0..<allSectors {
                body(unit * allSectors + sector, cells(unit: unit, sector: sector))
            }
        }
    }
}
