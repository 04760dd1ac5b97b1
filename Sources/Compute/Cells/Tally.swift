import DatasetModel
import PeriodModel

/// The organisations of a period, each put into its four cells.
struct Tally {
    let data: PeriodData
    let grid: CellGrid
    /// Indices of the rows that count: those of units that are not missing.
    let rows: [Int]
    /// For each row of the dataset its four cells; empty when it does not count.
    let cellsOfRow: [[Int]]
    /// Organisations in each cell.
    let population: [Int]

    init(of data: PeriodData) {
        let grid = CellGrid(data.settings)
        let table = data.dataset.rows
        var population = [Int](repeating: 0, count: grid.cellCount)
        cellsOfRow = (0..<table.count).map { row in
            guard !grid.isMissing[table.units[row]] else { return [] }
            let cells = grid.cells(unit: table.units[row], sector: table.sectors[row])
            for cell in cells { population[cell] += 1 }
            return cells
        }
        rows = cellsOfRow.indices.filter { [cellsOfRow] in !cellsOfRow[$0].isEmpty }
        self.data = data
        self.grid = grid
        self.population = population
    }
}
