import DatasetModel
import PeriodModel
import StatisticsModel

/// What an indicator counts or adds up, found again in the rows.
enum TracedIndicator {
    /// The organisations themselves.
    case organisations(column: Int)
    /// Those of one class; `position` among the class columns. A derived column has the columns that it follows
    /// from.
    case classValue(columns: [Int], position: Int, code: Int)
    /// The values of a measure; `position` among the measure columns.
    case values(column: Int, position: Int)
    /// The quotient of two sums.
    case ratio(of: Summand, per: Summand)

    /// What is added up; without a position the organisations themselves are.
    struct Summand {
        var column: Int
        var position: Int?
    }

    /// `nil` when there is no such indicator; `indicator` is without its population.
    init?(_ indicator: String, in settings: PeriodSettings) {
        let schema = settings.schema
        func column(_ key: String) -> Int? { schema.columns.firstIndex { $0.key == key } }
        // Without an identifier an organisation is told by the first cell of its row.
        let identifiers =
            schema.columns.firstIndex { $0.role == .identifier } ?? schema.columns.indices.first
        func summand(_ key: String) -> Summand? {
            if key == RatioIndicator.organisations {
                return identifiers.map { Summand(column: $0, position: nil) }
            }
            guard let position = schema.measureColumns.firstIndex(where: { $0.key == key }),
                let column = column(key)
            else { return nil }
            return Summand(column: column, position: position)
        }
        if indicator == FigureKey.organisations {
            guard let identifiers else { return nil }
            self = .organisations(column: identifiers)
            return
        }
        if let summand = summand(indicator), let position = summand.position {
            self = .values(column: summand.column, position: position)
            return
        }
        if let ratio = settings.ratios.first(where: { $0.key == indicator }) {
            guard let of = summand(ratio.of), let per = summand(ratio.per) else { return nil }
            self = .ratio(of: of, per: per)
            return
        }
        for (position, classes) in schema.classColumns.enumerated() {
            guard
                let code = classes.codes.firstIndex(where: {
                    "\(classes.key)=\($0.code)" == indicator
                })
            else { continue }
            var columns = [column(classes.key)].compactMap(\.self)
            if columns.isEmpty {
                columns = settings.sourceColumns(of: classes.key).compactMap(column)
            }
            if columns.isEmpty { columns = [identifiers].compactMap(\.self) }
            self = .classValue(columns: columns, position: position, code: code)
            return
        }
        return nil
    }

    /// Indices in `Schema.columns` of the cells to show.
    var columns: [Int] {
        switch self {
        case .organisations(let column), .values(let column, _): [column]
        case .classValue(let columns, _, _): columns
        case .ratio(let of, let per): [of.column, per.column]
        }
    }

    /// What shares, changes and growth are made of.
    var base: FigureMeasure {
        switch self {
        case .organisations, .classValue: .count
        case .values: .sum
        case .ratio: .ratio
        }
    }

    /// Whether a row is one of those that are counted or added up.
    func takes(_ row: Int, of table: RowTable) -> Bool {
        func has(_ position: Int?) -> Bool {
            position.map { table.measures[$0][row].low != nil } ?? true
        }
        return switch self {
        case .organisations: true
        case .classValue(_, let position, let code): table.classes[position][row] == code
        case .values(_, let position): has(position)
        case .ratio(let of, let per): has(of.position) && has(per.position)
        }
    }

    /// Whether a row has an answer: a class of the column, a value.
    func isAnswered(_ row: Int, of table: RowTable) -> Bool {
        switch self {
        case .organisations, .values, .ratio: takes(row, of: table)
        case .classValue(_, let position, _): table.classes[position][row] != nil
        }
    }
}

extension PeriodSettings {
    /// The columns of whose values a derived column of classes is made.
    fileprivate func sourceColumns(of key: String) -> [String] {
        guard let classification = sizeClasses.first(where: { $0.key == key }) else { return [] }
        let rules = classification.groups.flatMap(\.rules)
        let named = rules.flatMap { $0.all + $0.any }.map(\.column)
        return schema.columns.map(\.key).filter(named.contains)
    }
}
