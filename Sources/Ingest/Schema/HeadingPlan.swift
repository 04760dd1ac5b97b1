import Diagnostics
import PeriodModel
import Vocabulary

/// Which cell of a file's rows gives which column of the schema.
struct HeadingPlan {
    /// Cells in the heading row, named or not.
    let width: Int
    /// For each column of the schema its position in the file; `nil` when the file lacks it.
    private(set) var positions: [Int?]
    /// For each column of the schema the unit in which the file gives it, when it is another one.
    private(set) var units: [UnitOfMeasure?]
    /// Positions without a heading, whose cells must be empty.
    private(set) var unnamed: [Int] = []

    /// Faults of one kind told one by one; a file with more is not a table of ours.
    private static let limit = 20

    /// `nil` when no heading is known: the row is none.
    init?(
        _ record: RecordSpan,
        of table: CellTable,
        index: HeadingIndex,
        schema: Schema,
        log: inout DiagnosticLog
    ) {
        width = record.fields.count
        positions = Array(repeating: nil, count: schema.columns.count)
        units = Array(repeating: nil, count: schema.columns.count)
        var unknown: [Int] = []
        var repeated = 0
        var faults = DiagnosticLog()
        for position in 0..<width {
            let heading = table.words(table.field(position, of: record))
            guard !heading.isEmpty else {
                unnamed.append(position)
                continue
            }
            guard let match = index.match(heading) else {
                unknown.append(position)
                continue
            }
            if let first = positions[match.column] {
                repeated += 1
                guard repeated <= Self.limit else { continue }
                faults.append(
                    HeadingFault.repeated(
                        heading,
                        at: table.place(column: position, of: record),
                        first: cellAddress(column: first, row: record.number)
                    )
                )
                continue
            }
            positions[match.column] = position
            let own = schema.columns[match.column].unitOfMeasure
            units[match.column] = match.unit?.key == own ? nil : match.unit
        }
        guard positions.contains(where: { $0 != nil }) else {
            log.append(
                HeadingFault.noHeadings(
                    table.words(table.field(0, of: record)),
                    at: table.place(column: 0, of: record),
                    schema: schema
                )
            )
            return nil
        }
        log.append(contentsOf: faults)
        for position in unknown.prefix(Self.limit) {
            log.append(
                HeadingFault.unknown(
                    table.words(table.field(position, of: record)),
                    at: table.place(column: position, of: record),
                    known: index.names
                )
            )
        }
        if unknown.count > Self.limit {
            log.append(
                HeadingFault.moreUnknown(
                    unknown.count - Self.limit,
                    at: table.place(column: unknown[Self.limit], of: record)
                )
            )
        }
        for (column, position) in zip(schema.columns, positions)
        where position == nil && column.isRequired {
            log.append(
                HeadingFault.missing(column, at: table.place(column: 0, of: record))
            )
        }
    }
}
