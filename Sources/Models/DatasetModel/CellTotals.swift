package import PeriodModel
package import Vocabulary

/// What the rows of each unit and sector come to: all that counts, sums, means and extremes are made of.
///
/// Cells are units by sectors by strata: `(unit * sectorCount + sector) * strata.count + stratum`, in the order of
/// settings.
package struct CellTotals: Sendable, Equatable {
    package let sectorCount: Int
    package let strata: Strata
    /// Organisations in each cell.
    package var population: [Int]
    /// For each of `Schema.classColumns`: organisations of each class, class by class, then cell by cell.
    package var classes: [[[Int]]]
    /// For each of `Schema.measureColumns`.
    package var measures: [MeasureTotals]
    /// For each of `PeriodSettings.ratios`.
    package var ratios: [RatioTotals]

    /// No rows yet.
    package init(_ settings: PeriodSettings) {
        sectorCount = settings.sectors.count
        strata = Strata(settings)
        let cells = settings.units.count * settings.sectors.count * strata.count
        population = Array(repeating: 0, count: cells)
        classes = settings.schema.classColumns.map {
            Array(repeating: Array(repeating: 0, count: cells), count: $0.codes.count)
        }
        measures = settings.schema.measureColumns.map { _ in MeasureTotals(cellCount: cells) }
        ratios = settings.ratios.map { RatioTotals($0, settings.schema, cellCount: cells) }
    }

    /// The totals of all rows of a table.
    package init(of rows: RowTable, _ settings: PeriodSettings) {
        self.init(settings)
        add(rows)
    }

    /// The cell of a unit, a sector and a stratum.
    package func cell(unit: Int, sector: Int, stratum: Int) -> Int {
        (unit * sectorCount + sector) * strata.count + stratum
    }

    /// The unit of a cell.
    package func unit(of cell: Int) -> Int { cell / strata.count / sectorCount }

    /// The sector of a cell.
    package func sector(of cell: Int) -> Int { cell / strata.count % sectorCount }

    /// The cell of each row of a table.
    package func cells(of rows: RowTable) -> [Int] {
        var cells = zip(rows.units, rows.sectors).map { cell(unit: $0, sector: $1, stratum: 0) }
        for (column, weights) in strata.weights {
            for (row, code) in rows.classes[column].enumerated() {
                if let code { cells[row] += weights[code + 1] }
            }
        }
        return cells
    }

    /// Adds all rows of a table.
    package mutating func add(_ rows: RowTable) {
        let cells = cells(of: rows)
        for cell in cells { population[cell] += 1 }
        for (column, values) in rows.classes.enumerated() {
            for (cell, value) in zip(cells, values) {
                if let value { classes[column][value][cell] += 1 }
            }
        }
        for (column, values) in rows.measures.enumerated() {
            for (cell, value) in zip(cells, values) { measures[column].add(value, to: cell) }
        }
        for index in ratios.indices {
            guard let parts = ratios[index].parts else { continue }
            for (row, cell) in cells.enumerated() {
                ratios[index].add(parts.values { rows.measures[$0][row] }, to: cell)
            }
        }
    }

    /// Adds totals of other rows under the same settings.
    package mutating func add(_ other: CellTotals) {
        for cell in population.indices { population[cell] += other.population[cell] }
        for column in classes.indices {
            for code in classes[column].indices {
                for cell in population.indices {
                    classes[column][code][cell] += other.classes[column][code][cell]
                }
            }
        }
        for column in measures.indices { measures[column].add(other.measures[column]) }
        for index in ratios.indices { ratios[index].add(other.ratios[index]) }
    }
}

/// What the values of one measure come to in each cell.
package struct MeasureTotals: Sendable, Equatable {
    /// How many organisations answered.
    package var answers: [Int]
    /// Sums of the values, of ranges of their lower ends; `nil` when one is too large to be exact.
    package var sums: [ExactDecimal?]
    /// The smallest value and the largest; `nil` where nobody answered.
    package var lows: [ExactDecimal?]
    package var highs: [ExactDecimal?]

    package init(cellCount: Int) {
        answers = Array(repeating: 0, count: cellCount)
        sums = Array(repeating: .zero, count: cellCount)
        lows = Array(repeating: nil, count: cellCount)
        highs = Array(repeating: nil, count: cellCount)
    }

    /// Adds one organisation's value.
    package mutating func add(_ value: Measured, to cell: Int) {
        guard let low = value.low, let high = value.high else { return }
        add(answers: 1, sum: low, low: low, high: high, to: cell)
    }

    /// Adds many organisations' values.
    package mutating func add(
        answers count: Int,
        sum: ExactDecimal?,
        low: ExactDecimal,
        high: ExactDecimal,
        to cell: Int
    ) {
        answers[cell] += count
        sums[cell] = sums[cell].flatMap { old in sum.flatMap { old.adding($0) } }
        lows[cell] = lows[cell].map { min($0, low) } ?? low
        highs[cell] = highs[cell].map { max($0, high) } ?? high
    }

    /// Takes one organisation's value away again; false when it was an extreme, which then is not known.
    package mutating func remove(_ value: Measured, from cell: Int) -> Bool {
        guard let low = value.low, let high = value.high else { return true }
        answers[cell] -= 1
        sums[cell] = sums[cell]?.subtracting(low)
        if answers[cell] == 0 { (lows[cell], highs[cell]) = (nil, nil) }
        return answers[cell] == 0 || lows[cell] != low && highs[cell] != high
    }

    /// Adds other organisations' totals.
    package mutating func add(_ other: MeasureTotals) {
        for cell in answers.indices {
            guard let low = other.lows[cell], let high = other.highs[cell] else { continue }
            add(
                answers: other.answers[cell],
                sum: other.sums[cell],
                low: low,
                high: high,
                to: cell
            )
        }
    }
}
