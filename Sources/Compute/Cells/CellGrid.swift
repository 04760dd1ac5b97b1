import PeriodModel
import StatisticsModel

/// The cells for which figures are made: each unit and `all` by each sector and `all`.
///
/// A cell is a number: figures lie in dense arrays, one place for each cell.
struct CellGrid {
    /// Codes in the order of settings, then `all`.
    let units: [String]
    let sectors: [String]
    /// For each of `units`: whether it sent nothing; `all` only when every unit did.
    let isMissing: [Bool]

    init(_ settings: PeriodSettings) {
        let missing = Set(settings.missing.map(\.code))
        let isMissing = settings.units.map { missing.contains($0.code) }
        units = settings.units.map(\.code) + [FigureKey.all]
        sectors = settings.sectors.map(\.code) + [FigureKey.all]
        self.isMissing = isMissing + [isMissing.allSatisfy { $0 }]
    }

    var cellCount: Int { units.count * sectors.count }
    var allUnits: Int { units.count - 1 }
    var allSectors: Int { sectors.count - 1 }

    func cell(unit: Int, sector: Int) -> Int { unit * sectors.count + sector }
    func unit(of cell: Int) -> Int { cell / sectors.count }
    func sector(of cell: Int) -> Int { cell % sectors.count }
    func unitCode(of cell: Int) -> String { units[unit(of: cell)] }
    func sectorCode(of cell: Int) -> String { sectors[sector(of: cell)] }

    /// Whether nothing is known of the cell because its unit sent nothing.
    func isMissing(_ cell: Int) -> Bool { isMissing[unit(of: cell)] }

    /// The four cells to which a row of this unit and sector belongs.
    func cells(unit: Int, sector: Int) -> [Int] {
        [
            cell(unit: unit, sector: sector), cell(unit: unit, sector: allSectors),
            cell(unit: allUnits, sector: sector), cell(unit: allUnits, sector: allSectors),
        ]
    }

    /// The cell of which `cell` is a share: all sectors of its unit; for a unit's total, the whole.
    func whole(of cell: Int) -> Int {
        self.cell(
            unit: sector(of: cell) == allSectors ? allUnits : unit(of: cell),
            sector: allSectors
        )
    }

    /// Every cell, by unit and then sector code: the order of published data.
    var cellsByCode: [Int] {
        let unitOrder = units.indices.sorted { units[$0] < units[$1] }
        let sectorOrder = sectors.indices.sorted { sectors[$0] < sectors[$1] }
        return unitOrder.flatMap { unit in
            sectorOrder.map { cell(unit: unit, sector: $0) }
        }
    }
}
