import Diagnostics
import PeriodModel

/// What the first stretch of a file tells: its delimiter, its headings and how it seems to write numbers.
struct StreamHead {
    let dialect: Dialect
    let plan: HeadingPlan
    /// Doubts about the headings.
    let doubts: DiagnosticLog
    /// Offset, line and record of the first row.
    let dataStart: Int
    let linesBefore: Int
    let recordsBefore: Int
    let evidence: FormEvidence

    /// Bytes that are looked at.
    static let sampleSize = 1 << 17

    /// `nil` when the file is not a plain table from its first line on; the whole-file reader then says why.
    init?(
        _ stream: any ByteStream,
        settings: PeriodSettings,
        headings: HeadingIndex
    ) {
        var bytes = stream.bytes(at: 0, count: Self.sampleSize)
        guard let last = bytes.lastIndex(of: Byte.lineFeed) else { return nil }
        bytes.removeSubrange((last + 1)...)
        var doubts = DiagnosticLog()
        let source = SourceText(path: stream.path, bytes: bytes)
        guard let text = ReceivedText(source, log: &doubts) else { return nil }
        let mark = bytes.count - text.bytes.count
        let dialect = Dialect.standard(Delimiter.best(for: text, headings: headings))
        let table = CellTable(text, dialect: dialect)
        guard table.faults.isEmpty,
            let position = table.records.firstIndex(where: { !table.isBlank($0) }),
            position + 1 < table.records.count,
            let plan = HeadingPlan(
                table.records[position],
                of: table,
                index: headings,
                schema: settings.schema,
                log: &doubts
            )
        else { return nil }
        let first = table.records[position + 1]
        var evidence = FormEvidence()
        evidence.note(
            table,
            table.records[(position + 1)...].filter { $0.fields.count == plan.width },
            plan,
            settings.schema
        )
        self.dialect = dialect
        self.plan = plan
        self.doubts = doubts
        self.evidence = evidence
        dataStart = first.start + mark
        linesBefore = first.line - 1
        recordsBefore = position + 1
    }
}
