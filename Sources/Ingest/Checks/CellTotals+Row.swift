import DatasetModel

extension CellTotals {
    /// Adds one row.
    mutating func add(_ row: RowRegister.Row) {
        let cell = cell(unit: row.unit, sector: row.sector)
        population[cell] += 1
        for (column, value) in row.classes.enumerated() {
            if let value { classes[column][value][cell] += 1 }
        }
        for (column, value) in row.measures.enumerated() {
            measures[column].add(value, to: cell)
        }
    }

    /// Takes one row away; false when it had an extreme of its cell, which then is not known.
    mutating func remove(_ row: RowRegister.Row) -> Bool {
        let cell = cell(unit: row.unit, sector: row.sector)
        population[cell] -= 1
        for (column, value) in row.classes.enumerated() {
            if let value { classes[column][value][cell] -= 1 }
        }
        var keepsExtremes = true
        for (column, value) in row.measures.enumerated() {
            keepsExtremes = measures[column].remove(value, from: cell) && keepsExtremes
        }
        return keepsExtremes
    }
}
