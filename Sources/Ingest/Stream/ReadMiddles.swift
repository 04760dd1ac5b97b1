import DatasetModel
import PeriodModel
import Vocabulary

/// What a second reading of a file gave.
struct SecondReading {
    var totals: CellTotals
    /// For each measure column; `nil` when there were more different values than may be held.
    var entries: [[Distribution.Entry]]?
}

extension KeepingSink {
    /// The values of rows that were kept, without those refused.
    func entries(except refused: Set<RowPosition>, _ settings: PeriodSettings) -> [[Distribution
        .Entry]]
    {
        var values = RowValues(settings)
        for (position, seen) in rows where !refused.contains(position) {
            if let row = seen.row { values.add(row, in: totals) }
        }
        return values.entries
    }
}

/// The values of rows read one by one.
struct RowValues {
    private(set) var entries: [[Distribution.Entry]]
    private let isSingle: [Bool]

    init(_ settings: PeriodSettings) {
        let columns = settings.schema.measureColumns
        entries = columns.map { _ in [] }
        isSingle = columns.map { $0.type != .range }
    }

    /// Adds a row, in its cell of such totals.
    mutating func add(_ row: RowRegister.Row, in totals: CellTotals) {
        let cell = Int32(totals.cell(of: row))
        for (column, value) in row.measures.enumerated() where isSingle[column] {
            guard let low = value.low else { continue }
            entries[column].append(Distribution.Entry(value: low, cell: cell, count: 1))
        }
    }
}

extension Array where Element == [Distribution.Entry] {
    /// Joins what was found of each measure.
    mutating func join(_ others: [[Distribution.Entry]]) {
        for measure in indices { self[measure] += others[measure] }
    }
}
