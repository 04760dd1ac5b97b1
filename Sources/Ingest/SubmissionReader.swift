import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary
import WorkbookKit

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
    /// Doubts that are known before the file is read, whose cells are kept as well.
    var doubted: [Diagnostic] = []

    func read(
        _ file: SourceText,
        into register: inout RowRegister,
        log: inout DiagnosticLog
    ) -> Submission {
        var submission = Submission(path: file.path, rowCount: 0, units: [])
        let pins = settings.pins(for: file.path)
        let firstOfFile = log.entries.count
        var reading = Reading()
        let sender = GivenColumns(path: file.path, pins: pins, settings: settings).unit
        submission.sender = sender.map { settings.units[$0].code }
        let tables = tables(of: file, pins: pins, &reading, log: &log)
        guard !tables.isEmpty else { return submission }
        let owners = AnswerOwners(settings: settings)
        let amended = amendments.of(file.path).filter { amendment in
            sender.map { owners.may(amendment, beOf: [$0], log: &log) } ?? true
        }
        for (order, var table) in tables.enumerated() {
            // What names no sheet that is read is told with the first.
            let mine = amended.filter { amendment in
                let sheet = CellAddress(amendment.cell)?.sheet
                return sheet == table.sheet
                    || order == 0 && !tables.contains { $0.sheet == sheet }
            }
            let applied = table.apply(mine, log: &log)
            submission.amendments += applied
            let firstDoubt = log.entries.count
            var reader = SubmittedTable(
                table: table,
                layout: layout(of: table, pins),
                pins: pins,
                context: self
            )
            var part = Reading()
            reader.read(into: &register, &submission, &part, log: &log)
            reading.append(part, ofSheet: table.sheet)
            nameSources(of: applied, from: firstDoubt, log: &log)
        }
        submission.reading = reading
        dropConsequences(of: firstOfFile, log: &log)
        if sender == nil, !submission.units.isEmpty {
            let units = settings.units.indices.filter {
                submission.units.contains(settings.units[$0].code)
            }
            for amendment in amended { _ = owners.may(amendment, beOf: units, log: &log) }
        }
        return submission
    }

    /// Headings that lost letters are told as that alone: that they are no headings follows from it.
    private func dropConsequences(of first: Int, log: inout DiagnosticLog) {
        let doubts = log.entries[first...]
        let ofHeadings = doubts.filter { Self.consequences.contains($0.code) }
        let lowest = ofHeadings.compactMap { $0.place?.line }.max() ?? 0
        let isLost = doubts.contains {
            $0.code == "ingest.encoding.lost-letters" && $0.place?.line ?? .max <= lowest
        }
        guard isLost, let path = ofHeadings.first?.place?.file else { return }
        log.removeAll { $0.place?.file == path && Self.consequences.contains($0.code) }
    }

    private static let consequences: Set = [
        "ingest.heading.none", "ingest.heading.unknown", "ingest.heading.missing",
        "ingest.file.no-rows",
    ]

    func isHeading(_ text: String) -> Bool { headings.match(text) != nil }

    func isUnit(_ text: String) -> Bool { headings.unitNames.find(text.withoutParentheses) != nil }

    private func layout(of table: CellTable, _ pins: ReadingPins) -> TableLayout {
        tableLayout(of: table, words: words, pins: pins, isHeading: isHeading, isUnit: isUnit)
    }

    /// The tables of a file that hold the form, as they were received.
    func tables(of file: SourceText, log: inout DiagnosticLog) -> [CellTable] {
        var reading = Reading()
        return tables(of: file, pins: settings.pins(for: file.path), &reading, log: &log)
    }

    private func tables(
        of file: SourceText,
        pins: ReadingPins,
        _ reading: inout Reading,
        log: inout DiagnosticLog
    ) -> [CellTable] {
        FileGuise.isWorkbook(file)
            ? sheets(of: file, pins: pins, &reading, log: &log)
            : text(of: file, pins: pins, &reading, log: &log)
    }

    /// The one table of a text file; none, with a doubt, when it is no text.
    private func text(
        of file: SourceText,
        pins: ReadingPins,
        _ reading: inout Reading,
        log: inout DiagnosticLog
    ) -> [CellTable] {
        guard let text = ReceivedText(file, pinned: pins.encoding, log: &log) else { return [] }
        reading.settings.append(text.encoding)
        let (dialect, found) = sniffDialect(text, pins: pins, isHeading: isHeading)
        reading.settings += found
        let table = CellTable(text, dialect: dialect.strict(pins, for: text))
        reportQuoteFaults(of: table, log: &log)
        if let row = table.tooWide {
            log.append(RowFault.tooWide(at: table.place(column: 0, of: row)))
            return []
        }
        return [table]
    }

    /// The sheets of a workbook that hold the form: the pinned one, else each visible one whose headings
    /// are the form's, else the one that is most likely meant.
    private func sheets(
        of file: SourceText,
        pins: ReadingPins,
        _ reading: inout Reading,
        log: inout DiagnosticLog
    ) -> [CellTable] {
        let sheets = readWorkbook(file, pins: pins, log: &log)
        let forms = sheets.filter { sheet in
            guard sheet.visibility == .visible else { return false }
            let rows = layout(of: sheet.table, pins).headings.map { sheet.table.records[$0] }
            let width = rows.map(\.fields.count).max() ?? 0
            let parts = HeadingRows(rows, of: sheet.table, width: width).parts
            return parts.count { headings.match(parts: $0) != nil } >= Self.fewestHeadings
        }
        let chosen =
            pins.sheet == nil && !forms.isEmpty
            ? forms : sheetToRead(of: sheets, path: file.path, log: &log).map { [$0] } ?? []
        for sheet in chosen where pins.sheet != nil || !forms.isEmpty {
            sheet.reportHidden(log: &log)
        }
        return chosen.map { sheet in
            let choice = Reading.Setting(
                name: "sheet",
                value: sheet.table.sheet,
                evidence: pins.sheet == nil
                    ? Bilingual(
                        vi: "có các cột của biểu mẫu",
                        en: "has the columns of the form"
                    ) : Bilingual(vi: "đã khai trong thiết lập", en: "given in the settings"),
                isPinned: pins.sheet != nil
            )
            let (table, encoding) = sheet.decoded(pinned: pins.encoding, log: &log)
            reading.append(Reading(settings: [choice, encoding]), ofSheet: table.sheet)
            return table.roundingFractions()
        }
    }

    /// Headings of the form that a sheet must have to be read as one.
    private static let fewestHeadings = 3

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

extension String {
    /// `(triệu đồng)` without the parentheses.
    var withoutParentheses: String {
        guard hasPrefix("("), hasSuffix(")") else { return self }
        return String(dropFirst().dropLast())
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
