import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// The unit of measure in a column's heading; without one a caption may give it.
struct HeadingUnit {
    var unit: UnitOfMeasure?

    var isGiven: Bool { unit != nil }
}

/// Which cell of a file's rows gives which column of the schema.
struct HeadingPlan {
    /// Cells in the heading rows, named or not.
    let width: Int
    /// The schema column of each position.
    private(set) var columns: [Int?]
    /// For each column of the schema its position in the file; `nil` when the file lacks it.
    private(set) var positions: [Int?]
    /// For each column of the schema the unit that its heading gives.
    private(set) var units: [HeadingUnit]
    /// Positions without a heading, whose cells must be empty.
    private(set) var unnamed: [Int] = []

    /// Faults of one kind told one by one; a file with more is not a table of ours.
    private static let limit = 20

    /// `nil` when no heading is known: the rows are none.
    ///
    /// `isGiven` tells which columns may lack because something else gives them for the whole file;
    /// `ignored` are headings of columns that the settings leave out.
    init?(
        _ headings: [RecordSpan],
        of table: CellTable,
        index: HeadingIndex,
        schema: Schema,
        ignored: [String],
        isGiven: (Column) -> Bool,
        log: inout DiagnosticLog
    ) {
        width = headings.map(\.fields.count).max() ?? 0
        positions = Array(repeating: nil, count: schema.columns.count)
        columns = Array(repeating: nil, count: width)
        units = Array(repeating: HeadingUnit(), count: schema.columns.count)
        guard let first = headings.first else { return nil }
        let rows = HeadingRows(headings, of: table, width: width)
        let left = Set(ignored.map(\.foldedName))
        var unknown: [Int] = []
        var repeated = 0
        var faults = DiagnosticLog()
        for position in 0..<width {
            guard !rows.parts[position].isEmpty else {
                unnamed.append(position)
                continue
            }
            guard let match = index.match(parts: rows.parts[position]) else {
                let isIgnored =
                    rows.parts[position].contains(where: index.isIgnored)
                    || left.contains(rows.text(at: position).foldedName)
                if !isIgnored {
                    unknown.append(position)
                }
                continue
            }
            let source = rows.sources[position]
            if let first = positions[match.column] {
                repeated += 1
                guard repeated <= Self.limit else { continue }
                faults.append(
                    HeadingFault.repeated(
                        rows.text(at: position),
                        at: table.place(column: position, of: source),
                        first: cellAddress(column: first, row: rows.sources[first].number)
                    )
                )
                continue
            }
            positions[match.column] = position
            columns[position] = match.column
            units[match.column] = HeadingUnit(unit: match.unit)
        }
        guard positions.contains(where: { $0 != nil }) else {
            log.append(
                HeadingFault.noHeadings(
                    table.words(table.field(0, of: first)),
                    at: table.place(column: 0, of: first),
                    schema: schema
                )
            )
            return nil
        }
        log.append(contentsOf: faults)
        for position in unknown.prefix(Self.limit) {
            log.append(
                HeadingFault.unknown(
                    rows.text(at: position),
                    at: table.place(column: position, of: rows.sources[position]),
                    known: index.names
                )
            )
        }
        if unknown.count > Self.limit {
            let position = unknown[Self.limit]
            log.append(
                HeadingFault.moreUnknown(
                    unknown.count - Self.limit,
                    at: table.place(column: position, of: rows.sources[position])
                )
            )
        }
        for (column, position) in zip(schema.columns, positions)
        where position == nil && column.isRequired && !isGiven(column) {
            log.append(
                HeadingFault.missing(column, at: table.place(column: 0, of: first))
            )
        }
    }
}
