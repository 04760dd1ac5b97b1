/// A figure as an edition published it: one row of its `tidy.csv`, each text as it stands there.
package struct PublishedFigure: Sendable, Hashable {
    /// A unit's code, or `all`.
    package var unit: String
    /// A sector's code, or `all`.
    package var sector: String
    package var indicator: String
    package var measure: String
    /// Empty when there is none.
    package var value: String
    package var unitOfMeasure: String
    package var answers: String
    package var population: String
    package var status: String

    package init(
        indicator: String,
        measure: String,
        unit: String = "all",
        sector: String = "all",
        value: String,
        unitOfMeasure: String,
        answers: String,
        population: String,
        status: String
    ) {
        self.indicator = indicator
        self.measure = measure
        self.unit = unit
        self.sector = sector
        self.value = value
        self.unitOfMeasure = unitOfMeasure
        self.answers = answers
        self.population = population
        self.status = status
    }

    /// The key as texts write it, in its shortest form: `doanh_thu.mean.883`.
    package var key: String {
        var text = "\(indicator).\(measure)"
        if unit != "all" || sector != "all" { text += ".\(unit)" }
        if sector != "all" { text += ".\(sector)" }
        return text
    }

    /// Whether the other says the same number: value, unit of measure and status. How many answered is
    /// no part of it.
    package func saysTheSame(as other: PublishedFigure) -> Bool {
        (value, unitOfMeasure, status) == (other.value, other.unitOfMeasure, other.status)
    }
}

extension PublishedFigure {
    /// Where `tidy.csv` is not what this program writes.
    package struct Fault: Error, Hashable {
        /// From 1.
        package var line: Int

        package init(line: Int) {
            self.line = line
        }
    }

    private static let heading = [
        "period", "unit", "sector", "indicator", "measure", "value", "unit_of_measure", "answers",
        "population", "status",
    ]

    /// The figures of a `tidy.csv` in the order of the file, each key once.
    package static func read(_ tidy: [UInt8]) throws(Fault) -> [PublishedFigure] {
        let table: CSVTable
        do throws(CSVTable.Fault) {
            table = try CSVTable(tidy)
        } catch {
            throw Fault(line: error.line)
        }
        guard table.rows.first?.fields == heading else { throw Fault(line: 1) }
        var keys = Set<String>()
        var figures: [PublishedFigure] = []
        figures.reserveCapacity(table.rows.count)
        for row in table.rows.dropFirst() {
            guard row.fields.count == heading.count else { throw Fault(line: row.line) }
            let figure = PublishedFigure(
                indicator: row.fields[3],
                measure: row.fields[4],
                unit: row.fields[1],
                sector: row.fields[2],
                value: row.fields[5],
                unitOfMeasure: row.fields[6],
                answers: row.fields[7],
                population: row.fields[8],
                status: row.fields[9]
            )
            guard keys.insert(figure.key).inserted else { throw Fault(line: row.line) }
            figures.append(figure)
        }
        return figures
    }
}
