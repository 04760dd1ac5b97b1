import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Reads one file: text, delimiter, headings, number form, rows, in this order.
struct SubmissionReader {
    let index: Int
    let settings: PeriodSettings
    let headings: HeadingIndex
    /// What the cells of each schema column may name; made once for all files.
    let names: [NameIndex?]

    func read(
        _ file: SourceText,
        into register: inout RowRegister,
        log: inout DiagnosticLog
    ) -> Submission {
        var submission = Submission(path: file.path, rowCount: 0, units: [])
        guard let text = ReceivedText(file, log: &log) else { return submission }
        let table = CellTable(
            text,
            dialect: .standard(Delimiter.best(for: text, headings: headings))
        )
        reportQuoteFaults(of: table, log: &log)
        let records = table.records.filter { !table.isBlank($0) }
        guard let head = records.first,
            let plan = HeadingPlan(
                head,
                of: table,
                index: headings,
                schema: settings.schema,
                log: &log
            )
        else { return submission }
        let body = records.dropFirst()
        guard !body.isEmpty else {
            log.append(
                FileFault.noRows(path: file.path, at: table.place(column: 0, of: head))
            )
            return submission
        }
        let whole = body.filter { hasRightLength($0, in: table, width: plan.width, log: &log) }
        var evidence = FormEvidence()
        evidence.note(table, whole, plan, settings.schema)
        var rows = RowReader(
            table: table,
            plan: plan,
            settings: settings,
            evidence: evidence,
            names: names,
            submission: index
        )
        rows.reportContradiction(log: &log)
        for record in whole { rows.read(record, into: &register, log: &log) }
        submission.rowCount = body.count
        submission.units = rows.unitsNamed.sorted().map { settings.units[$0].code }
        return submission
    }

    private func reportQuoteFaults(of table: CellTable, log: inout DiagnosticLog) {
        // One for each record: what follows the first is mostly its consequence.
        var doubted = -1
        for fault in table.faults where fault.record != doubted {
            doubted = fault.record
            let record = table.records[fault.record]
            let place = table.place(ofByte: fault.offset, column: fault.column, of: record)
            log.append(RowFault.quoting(fault.kind, at: place))
        }
    }

    /// Rows with a quoting fault had their doubt; a row of another length is doubted here.
    func hasRightLength(
        _ record: RecordSpan,
        in table: CellTable,
        width: Int,
        log: inout DiagnosticLog
    ) -> Bool {
        guard !record.isBroken else { return false }
        let count = record.fields.count
        guard count != width else { return true }
        let place = table.place(column: min(count, width), of: record)
        log.append(RowFault.length(count, expected: width, at: place))
        return false
    }
}

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
        guard NumberText.hasMark(bytes, range),
            case .oneWay(let form, _) = NumberCell(bytes, range, type: column.type)
        else { return }
        note(
            form,
            bytes[range],
            Proof(record: record, column: position, text: table.rawText(field))
        )
    }
}
