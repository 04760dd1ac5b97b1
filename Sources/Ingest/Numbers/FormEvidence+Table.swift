import PeriodModel

extension FormEvidence {
    /// Looks at each number cell of the rows once.
    mutating func note(
        _ table: CellTable,
        _ records: [RecordSpan],
        _ plan: HeadingPlan,
        _ schema: Schema
    ) {
        for (column, position) in zip(schema.columns, plan.positions) {
            guard let position, column.role == .measure else { continue }
            for record in records { note(table, record, column, at: position) }
        }
    }

    /// Looks at one number cell.
    mutating func note(
        _ table: CellTable,
        _ record: RecordSpan,
        _ column: Column,
        at position: Int
    ) {
        guard column.type != .year else { return }
        let bytes = table.bytes
        let field = table.field(position, of: record)
        let range = field.start..<field.end
        guard !field.isNumber, NumberText.hasMark(bytes, range) else { return }
        switch NumberCell(bytes, range, type: column.type) {
        case .oneWay(let form, _):
            note(
                form,
                bytes[range],
                Proof(record: record, column: position, text: table.rawText(field))
            )
        case .ambiguous: noteAmbiguous()
        default: break
        }
    }
}
