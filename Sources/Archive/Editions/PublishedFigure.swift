/// A figure as an edition published it: one row of its `tidy.csv` or `given.csv`, each text as it stands there.
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
        if measure == Self.given { return "\(measure).\(indicator)" }
        var text = "\(indicator).\(measure)"
        if unit != "all" || sector != "all" { text += ".\(unit)" }
        if sector != "all" { text += ".\(sector)" }
        return text
    }

    /// The measure of figures that someone stated.
    package static let given = "given"

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

    /// What an edition published: the figures of its `tidy.csv`, and those of its `given.csv` when it has one.
    package static func read(_ tidy: [UInt8], given: [UInt8]?) throws(Fault) -> [PublishedFigure] {
        try read(tidy) + (given.map { file throws(Fault) in try readGiven(file) } ?? [])
    }

    /// The figures of a `tidy.csv` in the order of the file, each key once.
    package static func read(_ tidy: [UInt8]) throws(Fault) -> [PublishedFigure] {
        try rows(of: tidy, under: heading).map { row in
            PublishedFigure(
                indicator: row[3],
                measure: row[4],
                unit: row[1],
                sector: row[2],
                value: row[5],
                unitOfMeasure: row[6],
                answers: row[7],
                population: row[8],
                status: row[9]
            )
        }.eachOnce()
    }

    private static let givenHeading = [
        "key", "label", "value", "unit_of_measure", "date", "source",
    ]

    /// The figures of a `given.csv` in the order of the file, each key once; nobody is asked for them, so
    /// that they have no answers.
    package static func readGiven(_ file: [UInt8]) throws(Fault) -> [PublishedFigure] {
        try rows(of: file, under: givenHeading).map { row in
            PublishedFigure(
                indicator: row[0],
                measure: given,
                value: row[2],
                unitOfMeasure: row[3],
                answers: "",
                population: "",
                status: "A"
            )
        }.eachOnce()
    }

    private static func rows(of file: [UInt8], under heading: [String]) throws(Fault) -> [[String]]
    {
        let table: CSVTable
        do throws(CSVTable.Fault) {
            table = try CSVTable(file)
        } catch {
            throw Fault(line: error.line)
        }
        guard table.rows.first?.fields == heading else { throw Fault(line: 1) }
        for row in table.rows where row.fields.count != heading.count {
            throw Fault(line: row.line)
        }
        return table.rows.dropFirst().map(\.fields)
    }
}

extension [PublishedFigure] {
    /// The same, unless a key stands twice.
    fileprivate func eachOnce() throws(PublishedFigure.Fault) -> [PublishedFigure] {
        var keys = Set<String>()
        for (index, figure) in enumerated() where !keys.insert(figure.key).inserted {
            throw PublishedFigure.Fault(line: index + 2)
        }
        return self
    }
}
