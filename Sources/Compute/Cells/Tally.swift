import DatasetModel
import PeriodModel
import Vocabulary

/// The organisations of a period, or those of one population, each put into its four cells.
struct Tally {
    let data: PeriodData
    let grid: CellGrid
    /// What the rows of each unit, sector and stratum come to.
    let totals: CellTotals
    /// Of which cells of `totals` the organisations belong to the population; `nil` for all of them.
    let members: [Bool]?
    /// Organisations in each cell of the grid.
    let population: [Int]
    /// Indices of the rows that count, those of units that are not missing; none when rows were not kept.
    let rows: [Int]
    /// For each row of the table its cell in `totals`.
    private let rowCells: [Int]

    init(of data: PeriodData) {
        let grid = CellGrid(data.settings)
        let table = data.dataset.rows
        totals = data.dataset.totals ?? CellTotals(of: table, data.settings)
        members = nil
        population = grid.rolledUp(totals.population, of: totals, members: nil)
        rows = table.units.indices.filter { !grid.isMissing[table.units[$0]] }
        rowCells = totals.cells(of: table)
        self.data = data
        self.grid = grid
    }

    /// The organisations of `whole` that belong to a population; `nil` when its settings do not have it.
    init?(_ key: String, in whole: Tally) {
        guard let population = whole.data.settings.population(key) else { return nil }
        data = whole.data
        grid = whole.grid
        totals = whole.totals
        rowCells = whole.rowCells
        let members = whole.totals.strata.members(of: population, whole.data.settings)
        self.members = members
        self.population = whole.grid.rolledUp(
            whole.totals.population,
            of: whole.totals,
            members: members
        )
        rows = whole.rows.filter { members[whole.rowCells[$0]] }
    }

    /// The four cells of a row that counts.
    func cells(ofRow row: Int) -> [Int] {
        let table = data.dataset.rows
        return grid.cells(unit: table.units[row], sector: table.sectors[row])
    }

    /// Whether a row belongs to the population.
    func hasMember(_ row: Int) -> Bool { members?[rowCells[row]] ?? true }

    /// Counts of the cells of `totals` in the cells of the grid.
    func rolledUp(_ counts: [Int]) -> [Int] { grid.rolledUp(counts, of: totals, members: members) }

    /// Calls `body` with each cell of `totals` that counts, and its four cells in the grid.
    func forEachCell(_ body: (_ cell: Int, _ cells: [Int]) -> Void) {
        grid.forEachCell(of: totals, members: members, body)
    }
}

extension CellGrid {
    /// Counts by unit, sector and stratum, with those of all sectors and of all units; nothing of missing units.
    fileprivate func rolledUp(_ counts: [Int], of totals: CellTotals, members: [Bool]?) -> [Int] {
        var result = [Int](repeating: 0, count: cellCount)
        forEachCell(of: totals, members: members) { cell, cells in
            for place in cells { result[place] += counts[cell] }
        }
        return result
    }

    /// Calls `body` with each cell of a unit that is not missing and its four cells here.
    fileprivate func forEachCell(
        of totals: CellTotals,
        members: [Bool]?,
        _ body: (_ cell: Int, _ cells: [Int]) -> Void
    ) {
        for unit in 0..<allUnits where !isMissing[unit] {
            for sector in 0..<allSectors {
                let cells = cells(unit: unit, sector: sector)
                for stratum in 0..<totals.strata.count {
                    let cell = totals.cell(unit: unit, sector: sector, stratum: stratum)
                    if members?[cell] ?? true { body(cell, cells) }
                }
            }
        }
    }
}
