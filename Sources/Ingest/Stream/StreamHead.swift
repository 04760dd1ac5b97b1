import DatasetModel
import Diagnostics
import PeriodModel

/// What the first stretch of a file tells: its delimiter, its headings and how it seems to write numbers.
struct StreamHead {
    let dialect: Dialect
    let plan: HeadingPlan
    /// Doubts about the headings.
    let doubts: DiagnosticLog
    /// Where the headings stand.
    let place: Place
    /// Offset, line and record of the first row.
    let dataStart: Int
    let linesBefore: Int
    let recordsBefore: Int
    let evidence: FormEvidence
    /// The heading and the rows below it, and the offset behind them.
    let specimen: [UInt8]
    let specimenEnd: Int
    /// How the file is read, for people.
    let reading: [Reading.Setting]

    /// `nil` when the file is not a plain table from its first line on; the whole-file reader then says why.
    /// Rows of the specimen.
    private static let specimenRows = 200

    init?(_ stream: any ByteStream, reader: SubmissionReader, _ limits: StreamLimits) {
        let settings = reader.settings
        // What someone said of the file, or of its cells, needs the reader of whole files.
        let pins = settings.pins(for: stream.path)
        // So does what one organisation usually has, in a file that can be kept.
        let isKeepable = stream.size <= limits.keepable
        guard !isKeepable || !settings.schema.columns.contains(where: { $0.usual != nil }) else {
            return nil
        }
        guard pins == ReadingPins(), reader.amendments.of(stream.path).isEmpty else { return nil }
        var bytes = stream.bytes(at: 0, count: limits.sample)
        if bytes.count < stream.size {
            guard let last = bytes.lastIndex(of: Byte.lineFeed) else { return nil }
            bytes.removeSubrange((last + 1)...)
        }
        var doubts = DiagnosticLog()
        let source = SourceText(path: stream.path, bytes: bytes)
        guard let text = ReceivedText(source, log: &doubts), doubts.entries.isEmpty,
            text.encoding.value == TextEncoding.utf8.rawValue
                || text.encoding.value == TextEncoding.utf8Marked.rawValue
        else { return nil }
        let mark = text.encoding.value == TextEncoding.utf8Marked.rawValue ? 3 : 0
        // Letters that had to be composed would move the offsets.
        guard bytes.count - text.bytes.count == mark else { return nil }
        let (found, dialectSettings) = sniffDialect(text, pins: pins) {
            reader.headings.match($0) != nil
        }
        guard found.delimiter.count == 1, !found.takesBlanks,
            found.quote == nil || found.quote == Byte.quote,
            found.escape == nil || found.escape == Byte.quote, found.comment == nil
        else { return nil }
        let dialect = Dialect.standard(found.delimiter[0])
        let table = CellTable(text, dialect: dialect)
        let layout = tableLayout(
            of: table,
            words: reader.words,
            pins: pins,
            isHeading: reader.isHeading,
            isUnit: reader.isUnit
        )
        let isPlain = layout.kinds.allSatisfy {
            $0 == .heading || $0 == .data || $0 == .leftOut(.blank)
        }
        guard table.faults.isEmpty, isPlain, layout.headings.count == 1,
            let position = layout.headings.first, position + 1 < table.records.count,
            let plan = HeadingPlan(
                [table.records[position]],
                of: table,
                index: reader.headings,
                schema: settings.schema,
                ignored: [],
                isGiven: { _ in false },
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
        reading = [text.encoding] + dialectSettings
        let behind = position + 1 + Self.specimenRows
        let end = behind < table.records.count ? table.records[behind].start : table.bytes.count
        specimen = Array(table.bytes[table.records[position].start..<end])
        specimenEnd = end + mark
        self.dialect = dialect
        self.plan = plan
        self.doubts = doubts
        place = table.place(column: 0, of: table.records[position])
        self.evidence = evidence
        dataStart = first.start + mark
        linesBefore = first.line - 1
        recordsBefore = position + 1
    }
}
