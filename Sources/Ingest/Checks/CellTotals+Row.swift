import DatasetModel
import Vocabulary

extension CellTotals {
    /// Adds one row.
    mutating func add(_ row: RowRegister.Row) {
        let cell = cell(of: row)
        population[cell] += 1
        for (column, value) in row.classes.enumerated() {
            if let value { classes[column][value][cell] += 1 }
        }
        for (column, value) in row.measures.enumerated() {
            measures[column].add(value, to: cell)
        }
        for index in ratios.indices { ratios[index].add(values(of: row, index), to: cell) }
    }

    /// Takes one row away; false when it had an extreme of its cell, which then is not known.
    mutating func remove(_ row: RowRegister.Row) -> Bool {
        let cell = cell(of: row)
        population[cell] -= 1
        for (column, value) in row.classes.enumerated() {
            if let value { classes[column][value][cell] -= 1 }
        }
        var keepsExtremes = true
        for (column, value) in row.measures.enumerated() {
            keepsExtremes = measures[column].remove(value, from: cell) && keepsExtremes
        }
        for index in ratios.indices { ratios[index].remove(values(of: row, index), from: cell) }
        return keepsExtremes
    }

    /// The cell of a row.
    func cell(of row: RowRegister.Row) -> Int {
        cell(unit: row.unit, sector: row.sector, stratum: strata.stratum { row.classes[$0] })
    }

    private func values(
        of row: RowRegister.Row,
        _ ratio: Int
    ) -> (of: ExactDecimal, per: ExactDecimal)? {
        ratios[ratio].parts?.values { row.measures[$0] }
    }
}
