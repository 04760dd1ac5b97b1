import DatasetModel
import PeriodModel
import StatisticsModel

/// What an indicator counts or adds up, found again in the rows.
enum TracedIndicator {
    /// The organisations themselves.
    case organisations(column: Int)
    /// Those of one class; `position` among the class columns.
    case classValue(column: Int, position: Int, code: Int)
    /// The values of a measure; `position` among the measure columns.
    case values(column: Int, position: Int)

    /// `nil` when the schema has no such indicator.
    init?(_ indicator: String, in schema: Schema) {
        if indicator == FigureKey.organisations {
            // A register whose rows have no identifier is told by its first column.
            let column = schema.columns.firstIndex { $0.role == .identifier } ?? 0
            self = .organisations(column: column)
            return
        }
        if let position = schema.measureColumns.firstIndex(where: { $0.key == indicator }),
            let column = schema.columns.firstIndex(where: { $0.key == indicator })
        {
            self = .values(column: column, position: position)
            return
        }
        for (position, column) in schema.classColumns.enumerated() {
            guard
                let code = column.codes.firstIndex(where: {
                    "\(column.key)=\($0.code)" == indicator
                }),
                let index = schema.columns.firstIndex(where: { $0.key == column.key })
            else { continue }
            self = .classValue(column: index, position: position, code: code)
            return
        }
        return nil
    }

    /// Index in `Schema.columns` of the cells to show.
    var column: Int {
        switch self {
        case .organisations(let column), .classValue(let column, _, _), .values(let column, _):
            column
        }
    }

    /// What shares, changes and growth are made of.
    var base: FigureMeasure {
        switch self {
        case .organisations, .classValue: .count
        case .values: .sum
        }
    }

    /// Whether a row is one of those that are counted or added up.
    func takes(_ row: Int, of table: RowTable) -> Bool {
        switch self {
        case .organisations: true
        case .classValue(_, let position, let code): table.classes[position][row] == code
        case .values(_, let position): table.measures[position][row].low != nil
        }
    }

    /// Whether a row has an answer: a class of the column, a value.
    func isAnswered(_ row: Int, of table: RowTable) -> Bool {
        switch self {
        case .organisations, .values: takes(row, of: table)
        case .classValue(_, let position, _): table.classes[position][row] != nil
        }
    }
}
