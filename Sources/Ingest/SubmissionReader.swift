import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Reads one file: text, dialect, layout, headings, units, number form, rows, totals, in this order.
struct SubmissionReader {
    let index: Int
    let settings: PeriodSettings
    let words: ReadingWords
    let headings: HeadingIndex
    /// What the cells of each schema column may name; made once for all files.
    let names: [NameIndex?]
    let previous: PreviousRows?
    var amendments = Amendments.none

    func read(
        _ file: SourceText,
        into register: inout RowRegister,
        log: inout DiagnosticLog
    ) -> Submission {
        var submission = Submission(path: file.path, rowCount: 0, units: [])
        let pins = settings.pins(for: file.path)
        guard let text = ReceivedText(file, log: &log) else { return submission }
        let isHeading = { (heading: String) in headings.match(heading) != nil }
        let (dialect, found) = sniffDialect(text, pins: pins, isHeading: isHeading)
        var table = CellTable(text, dialect: dialect.strict(pins, for: text))
        submission.amendments = table.apply(amendments.of(file.path), log: &log)
        reportQuoteFaults(of: table, log: &log)
        let reader = SubmittedTable(
            table: table,
            layout: tableLayout(of: table, words: words, pins: pins, isHeading: isHeading),
            pins: pins,
            context: self
        )
        var reading = Reading(settings: found)
        reader.read(into: &register, &submission, &reading, log: &log)
        submission.reading = reading
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
}

extension Dialect {
    /// The dialect with quotes looked for even where none encloses a cell: a stray one in a submission is
    /// then told, unless someone said that there are none.
    fileprivate func strict(_ pins: ReadingPins, for text: ReceivedText) -> Dialect {
        guard quote == nil, pins.quote == nil, text.bytes.contains(Byte.quote) else { return self }
        var dialect = self
        dialect.quote = Byte.quote
        dialect.escape = Byte.quote
        return dialect
    }
}

extension PeriodSettings {
    /// How the file of this path is to be read: the first pins that name it, completed by later ones.
    func pins(for path: String) -> ReadingPins {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return reading.filter { $0.apply(to: name) }
            .reduce(ReadingPins()) { $0.completed(by: $1) }
    }
}
