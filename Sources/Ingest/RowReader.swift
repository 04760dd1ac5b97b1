import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Reads the rows of one file, each cell by its column's role and type.
struct RowReader {
    /// The cells; another table of the same columns may take its place.
    var table: CellTable
    let plan: HeadingPlan
    let settings: PeriodSettings
    let given: GivenColumns
    private let form: FormDecision
    private let submission: Int
    let columns: [Column]
    private let measures: [MeasureReader]
    private let marks: MissingMarks
    /// Columns without all of which a row is of no organisation.
    private let naming: [Int]
    let missingUnits: Set<String>
    private var indices: [NameIndex?]
    /// Index of the table among the file's `sheets`.
    var sheet = 0
    /// Units that rows of this file name.
    var unitsNamed: Set<Int> = []
    /// Cells that say that there is no value.
    private(set) var missing: [Reading.MissingMark] = []

    init(
        table: CellTable,
        plan: HeadingPlan,
        settings: PeriodSettings,
        given: GivenColumns,
        form: FormDecision,
        conversions: [UnitConversion?],
        marks: MissingMarks,
        names: [NameIndex?],
        submission: Int
    ) {
        self.table = table
        self.plan = plan
        self.settings = settings
        self.given = given
        self.form = form
        self.submission = submission
        missingUnits = Set(settings.missing.map(\.code))
        columns = settings.schema.columns
        measures = zip(settings.schema.columns, conversions).map { column, conversion in
            MeasureReader(
                column: column,
                form: form,
                marks: marks,
                conversion: conversion,
                isPercent: settings.isPercent(column),
                latestYear: settings.period.year
            )
        }
        self.marks = marks
        indices = names
        naming = zip(settings.schema.columns, plan.positions).compactMap { column, position in
            [.identifier, .unit, .sector].contains(column.role) ? position : nil
        }
    }

    /// Says where the file writes numbers in both forms.
    func reportContradiction(log: inout DiagnosticLog) {
        guard let (usual, odd) = form.contradiction else { return }
        let isUsualPoint =
            form.evidence.point?.record == usual.record
            && form.evidence.point?.column == usual.column
        let fault = NumberFault(
            column: column(at: odd.column),
            place: table.place(column: odd.column, of: odd.record),
            value: odd.text
        )
        log.append(
            fault.contradiction(
                form: isUsualPoint ? .comma : .point,
                other: isUsualPoint ? .point : .comma,
                proof: usual.text,
                cell: table.address(column: usual.column, of: usual.record),
                more: form.evidence.count(of: isUsualPoint ? .comma : .point) - 1
            )
        )
    }

    /// Takes the row into the register when it has no fault; `index` is the record's in the table.
    mutating func read(
        _ index: Int,
        into register: inout RowRegister,
        log: inout DiagnosticLog
    ) {
        read(table.records[index], numbered: index, into: &register, log: &log)
    }

    /// As above, for a record whose place in the table is known only where sub-headings matter.
    mutating func read(
        _ record: RecordSpan,
        numbered index: Int?,
        into register: inout RowRegister,
        log: inout DiagnosticLog
    ) {
        register.begin(record, of: submission)
        guard isOfSomeone(record) else {
            log.append(
                RowFault.nameless(table.text(of: record), at: table.place(column: 0, of: record))
            )
            return
        }
        var faults = DiagnosticLog()
        var row = RowRegister.Row(
            identifier: "",
            name: "",
            unit: -1,
            sector: -1,
            classes: [],
            measures: [],
            origin: RowOrigin(
                submission: submission,
                sheet: sheet,
                line: record.line,
                record: record.number
            )
        )
        var hasAll = true
        for position in columns.indices {
            let column = columns[position]
            switch column.role {
            case .identifier:
                row.identifier = identifier(position, of: record, log: &faults) ?? ""
                checkIdentifier(row.identifier, position, of: record, in: &register, log: &faults)
                hasAll = hasAll && !row.identifier.isEmpty
            case .name:
                row.name = filled(position, of: record, log: &faults) ?? ""
                checkLetters(row.name, position, of: record, log: &faults)
                hasAll = hasAll && !row.name.isEmpty
            case .unit:
                row.unit =
                    named(position, of: record, log: &faults)
                    ?? entry(given: position, record: index) ?? -1
                hasAll = hasAll && row.unit >= 0
                checkUnit(row.unit, position, of: record, in: &register, log: &faults)
            case .sector:
                row.sector =
                    named(position, of: record, log: &faults)
                    ?? entry(given: position, record: index) ?? -1
                hasAll = hasAll && row.sector >= 0
            case .state, .rating:
                row.classes.append(named(position, of: record, log: &faults))
            case .measure:
                let value = measured(position, of: record, log: &faults)
                row.measures.append(value ?? .missing)
                hasAll = hasAll && value != nil
            }
        }
        if row.sector >= 0 { classify(&row) }
        checkUnnamed(record, log: &faults)
        checkName(row, of: record, in: &register, log: &faults)
        log.append(contentsOf: faults)
        if hasAll, !faults.hasErrors { register.append(row) }
    }

    /// Whether a row has a code, a unit or a sector, and more than one cell: a page's number is no row.
    func isOfSomeone(_ record: RecordSpan) -> Bool {
        guard naming.count > 1 else { return true }
        return naming.contains { isFilled($0, of: record) }
            && (0..<record.fields.count).lazy.filter { isFilled($0, of: record) }.prefix(2).count
                > 1
    }

    private func isFilled(_ position: Int, of record: RecordSpan) -> Bool {
        position < record.fields.count && !table.isBlank(table.field(position, of: record))
    }

    private func column(at position: Int) -> Column { columns[plan.columns[position] ?? 0] }

    /// What stands for the cell of a column that the file lacks.
    private func entry(given column: Int, record: Int?) -> Int? {
        guard plan.positions[column] == nil else { return nil }
        return record.flatMap { given.entry(column: column, record: $0) }
            ?? (columns[column].role == .unit ? given.unit : nil)
    }

    /// The identifier's words; leading zeros that a spreadsheet dropped are put back where the settings
    /// say how many digits there are, and told.
    private func identifier(
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) -> String? {
        guard let words = filled(index, of: record, log: &log),
            let position = plan.positions[index]
        else { return nil }
        if words.isScientificNumber {
            log.append(
                CodeFault.scientific(words, at: table.place(column: position, of: record))
            )
            return nil
        }
        guard let digits = columns[index].digits, words.utf8.count < digits,
            words.utf8.allSatisfy({ (0x30...0x39).contains($0) })
        else { return words }
        let full = String(repeating: "0", count: digits - words.utf8.count) + words
        log.append(
            CodeFault.zerosRestored(words, full, at: table.place(column: position, of: record))
        )
        return full
    }

    /// Reads one cell for its faults.
    mutating func readCell(_ index: Int, of record: RecordSpan, log: inout DiagnosticLog) {
        switch columns[index].role {
        case .identifier: _ = identifier(index, of: record, log: &log)
        case .name:
            let name = filled(index, of: record, log: &log) ?? ""
            checkLetters(name, index, of: record, log: &log)
        case .unit, .sector, .state, .rating: _ = named(index, of: record, log: &log)
        case .measure: _ = measured(index, of: record, log: &log)
        }
    }

    /// The cell of a schema column; `nil` when the file lacks the column.
    func cell(_ index: Int, of record: RecordSpan) -> (field: FieldSpan, position: Int)? {
        plan.positions[index].map { (table.field($0, of: record), $0) }
    }

    /// The cell's words; `nil`, with a doubt where a value must stand, when there are none.
    private func words(
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) -> String? {
        guard let (field, position) = cell(index, of: record) else { return nil }
        let column = columns[index]
        guard !field.isCovered else {
            log.append(RowFault.covered(column, at: table.place(column: position, of: record)))
            return nil
        }
        let words = table.words(field)
        guard !words.isEmpty else {
            if column.isFilled || column.mustBeFilled {
                log.append(RowFault.empty(column, at: table.place(column: position, of: record)))
            }
            return nil
        }
        if let bad = words.unicodeScalars.first(where: \.isUnreadable) {
            let place = table.place(column: position, of: record)
            log.append(RowFault.badCharacter(table.rawText(field), bad, at: place))
            return nil
        }
        return words
    }

    /// The cell's words, which must say more than that there is no value.
    private func filled(
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) -> String? {
        guard let words = words(index, of: record, log: &log) else { return nil }
        guard let position = plan.positions[index],
            words.isOverflow || meaning(of: table.field(position, of: record)) != nil
        else { return words }
        log.append(
            RowFault.declaredMissing(
                words,
                columns[index],
                isError: true,
                at: table.place(column: position, of: record)
            )
        )
        return nil
    }

    private func meaning(of field: FieldSpan) -> Reading.MissingMark.Meaning? {
        marks.meaning(table.bytes, NumberText.trimmed(table.bytes, field.start..<field.end))
    }

    /// The index of the unit, sector or class that the cell names.
    private mutating func named(
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) -> Int? {
        guard let words = words(index, of: record, log: &log),
            let position = plan.positions[index]
        else { return nil }
        let column = columns[index]
        switch indices[index]?.find(words) {
        case .one(let found): return found
        case .several(let list):
            log.append(
                RowFault.ambiguous(
                    words,
                    column: column,
                    codes: indices[index]?.codes(of: list) ?? [],
                    at: table.place(column: position, of: record)
                )
            )
        case .some(.none), nil:
            if let (found, code) = indices[index]?.findWithoutZeros(words) {
                log.append(
                    CodeFault.zerosRestored(
                        words,
                        code,
                        at: table.place(column: position, of: record)
                    )
                )
                return found
            }
            let field = table.field(position, of: record)
            if let meaning = meaning(of: field) {
                guard column.isFilled || column.mustBeFilled else {
                    note(meaning, of: column, field, at: position, of: record)
                    return nil
                }
                let place = table.place(column: position, of: record)
                log.append(RowFault.declaredMissing(words, column, isError: true, at: place))
                return nil
            }
            log.append(
                RowFault.unknown(
                    words,
                    column: column,
                    hint: indices[index]?.hint(for: words),
                    at: table.place(column: position, of: record)
                )
            )
        }
        return nil
    }

    /// The cell's value; `nil` when it cannot be read.
    private mutating func measured(
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) -> Measured? {
        guard let (field, position) = cell(index, of: record) else { return .missing }
        let column = columns[index]
        guard !field.isCovered else {
            log.append(RowFault.covered(column, at: table.place(column: position, of: record)))
            return nil
        }
        let outcome = measures[index].read(
            table.bytes,
            field.start..<field.end,
            kind: field.kind
        )
        switch outcome {
        case .value(let value): return value
        case .missing(let meaning):
            note(meaning, of: column, field, at: position, of: record)
            if column.isFilled {
                log.append(
                    RowFault.declaredMissing(
                        table.words(field),
                        column,
                        isError: false,
                        at: table.place(column: position, of: record)
                    )
                )
            }
            return .missing
        case .empty:
            if column.isFilled {
                log.append(RowFault.empty(column, at: table.place(column: position, of: record)))
            }
            return .missing
        case .doubtful(let value, let describe):
            log.append(describe(fault(column, field, at: position, of: record)))
            return value
        case .unreadable: return nil
        case .fault(let describe):
            log.append(describe(fault(column, field, at: position, of: record)))
            return nil
        }
    }

    private mutating func note(
        _ meaning: Reading.MissingMark.Meaning,
        of column: Column,
        _ field: FieldSpan,
        at position: Int,
        of record: RecordSpan
    ) {
        missing.append(
            Reading.MissingMark(
                cell: table.address(column: position, of: record),
                column: column.key,
                raw: table.rawText(field),
                meaning: meaning
            )
        )
    }

    private func fault(
        _ column: Column,
        _ field: FieldSpan,
        at position: Int,
        of record: RecordSpan
    ) -> NumberFault {
        NumberFault(
            column: column,
            place: table.place(column: position, of: record),
            value: table.rawText(field)
        )
    }
}

extension String {
    /// `####`: what a sheet shows of a cell that is too narrow.
    fileprivate var isOverflow: Bool { utf8.count > 1 && utf8.allSatisfy { $0 == 0x23 } }

    /// `1.60123E+09`: a long number as a spreadsheet shortens it.
    fileprivate var isScientificNumber: Bool {
        guard let first = utf8.first, (0x30...0x39).contains(first) else { return false }
        let parts = uppercased().split(separator: "E", omittingEmptySubsequences: false)
        guard parts.count == 2, let sign = parts[1].first else { return false }
        let hasSign = sign == "+" || sign == "-"
        // `2E5` may be a code.
        guard hasSign || parts[0].contains(where: { $0 == "." || $0 == "," }) else { return false }
        let digits = parts[1].dropFirst(hasSign ? 1 : 0).utf8
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
            && parts[0].utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2C }
    }
}

extension PeriodSettings {
    /// Whether a column's unit of measure is the percent sign.
    fileprivate func isPercent(_ column: Column) -> Bool {
        column.unitOfMeasure.flatMap(unitOfMeasure)?.label == "%"
    }
}

extension Unicode.Scalar {
    /// Control characters, and what decoders write for letters that they lost.
    var isUnreadable: Bool {
        value < 0x20 || (0x7F...0x9F).contains(value) || value == 0xFFFD
    }
}

extension Column {
    /// Roles without which a row says nothing, whatever the schema says.
    var mustBeFilled: Bool {
        switch role {
        case .identifier, .name, .unit, .sector: true
        case .state, .rating, .measure: false
        }
    }
}
