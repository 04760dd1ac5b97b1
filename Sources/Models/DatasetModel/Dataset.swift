package import PeriodModel
package import Vocabulary

/// Every row of every submission of a period, read and typed, column by column.
package struct Dataset: Sendable {
    package var submissions: [Submission]
    package var rows: RowTable
    /// What the rows come to where they were not kept and `rows` is empty; `nil` where they are all there.
    package var totals: CellTotals?
    /// For each measure column how its values lie, where rows were not kept and that was asked for; `nil` where it
    /// is not known.
    package var distributions: [Distribution]?

    package init(submissions: [Submission], rows: RowTable, totals: CellTotals? = nil) {
        self.submissions = submissions
        self.rows = rows
        self.totals = totals
    }

    /// Everything that was amended, file by file.
    package var amendments: [Amendment] { submissions.flatMap(\.amendments) }

    /// Whether every row is there, as medians and comparisons of identifiers need.
    package var keepsRows: Bool { totals == nil }
}

/// One file as it was received.
package struct Submission: Sendable {
    /// Path relative to the period folder.
    package var path: String
    package var rowCount: Int
    /// Codes of the units that its rows name, in order of units.
    package var units: [String]
    /// How it was read; `nil` when it could not be.
    package var reading: Reading?
    /// Code of the unit that sent the whole file, by its name or by settings; `nil` when neither tells.
    package var sender: String?
    /// The tables that rows came from: one of a text file, one for each sheet of a workbook.
    package var sheets: [SubmittedSheet] = []
    /// The cells that diagnostics of this file name, each once.
    package var doubted: [DoubtedCell] = []
    /// What was amended in it, in the order of cells.
    package var amendments: [Amendment] = []

    package init(path: String, rowCount: Int, units: [String], reading: Reading? = nil) {
        self.path = path
        self.rowCount = rowCount
        self.units = units
        self.reading = reading
    }
}

/// A table of a submission that was read.
package struct SubmittedSheet: Sendable {
    /// `nil` for a text file.
    package var name: String?
    /// For each column of the schema its position in the table, from 0.
    package var positions: [Int?]

    package init(name: String?, positions: [Int?]) {
        self.name = name
        self.positions = positions
    }
}

/// Rows as columns of equal length; index `i` in each is one organisation.
///
/// Only rows without an error are here. Indices refer to `PeriodSettings.units`, `.sectors` and
/// `Column.codes`.
package struct RowTable: Sendable {
    package var identifiers: [String] = []
    package var names: [String] = []
    package var units: [Int] = []
    package var sectors: [Int] = []
    /// For each of `Schema.classColumns`: the index of each row's code, `nil` when the cell is empty.
    package var classes: [[Int?]]
    /// For each of `Schema.measureColumns`: each row's value.
    package var measures: [[Measured]]
    package var origins: [RowOrigin] = []

    package init(schema: Schema) {
        classes = Array(repeating: [], count: schema.classColumns.count)
        measures = Array(repeating: [], count: schema.measureColumns.count)
    }

    package var count: Int { identifiers.count }
}

/// Where a row stands.
package struct RowOrigin: Sendable, Hashable {
    /// Index in `Dataset.submissions`.
    package var submission: Int
    /// Index in the submission's `sheets`.
    package var sheet: Int
    /// Physical line of its first character, from 1.
    package var line: Int
    /// Row in a spreadsheet that opened the file, from 1 (it differs after a quoted line break).
    package var record: Int

    package init(submission: Int, sheet: Int = 0, line: Int, record: Int) {
        self.submission = submission
        self.sheet = sheet
        self.line = line
        self.record = record
    }
}

/// A measured cell; missing is never zero.
package enum Measured: Sendable, Hashable {
    case missing
    case value(ExactDecimal)
    /// `low - high`, low ≤ high.
    case range(low: ExactDecimal, high: ExactDecimal)

    /// The smallest value that the cell allows.
    package var low: ExactDecimal? {
        switch self {
        case .missing: nil
        case .value(let value): value
        case .range(let low, _): low
        }
    }

    /// The largest value that the cell allows.
    package var high: ExactDecimal? {
        switch self {
        case .missing: nil
        case .value(let value): value
        case .range(_, let high): high
        }
    }
}
