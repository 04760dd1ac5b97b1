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
    private let evidence: FormEvidence
    private let submission: Int
    let columns: [Column]
    private let measures: [MeasureReader]
    let missingUnits: Set<String>
    private var indices: [NameIndex?]
    /// Units that rows of this file name.
    var unitsNamed: Set<Int> = []

    init(
        table: CellTable,
        plan: HeadingPlan,
        settings: PeriodSettings,
        evidence: FormEvidence,
        names: [NameIndex?],
        submission: Int
    ) {
        self.table = table
        self.plan = plan
        self.settings = settings
        self.evidence = evidence
        self.submission = submission
        missingUnits = Set(settings.missing.map(\.code))
        columns = settings.schema.columns
        measures = zip(settings.schema.columns, plan.units).map { column, unit in
            let own = column.unitOfMeasure.flatMap { settings.unitOfMeasure($0) }
            return MeasureReader(
                column: column,
                evidence: evidence,
                conversion: unit.flatMap { from in own.map { UnitConversion(from: from, to: $0) } },
                latestYear: settings.period.year
            )
        }
        indices = names
    }

    /// Says where the file writes numbers in both forms.
    func reportContradiction(log: inout DiagnosticLog) {
        guard let (usual, odd) = evidence.contradiction else { return }
        let isUsualPoint =
            evidence.point?.record == usual.record
            && evidence.point?.column == usual.column
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
                cell: cellAddress(column: usual.column, row: usual.record.number)
            )
        )
    }

    /// Takes the row into the register when it has no fault.
    mutating func read(
        _ record: RecordSpan,
        into register: inout RowRegister,
        log: inout DiagnosticLog
    ) {
        register.begin(record, of: submission)
        var faults = DiagnosticLog()
        var row = RowRegister.Row(
            identifier: "",
            name: "",
            unit: -1,
            sector: -1,
            classes: [],
            measures: [],
            origin: RowOrigin(submission: submission, line: record.line, record: record.number)
        )
        var hasAll = true
        for index in columns.indices {
            let column = columns[index]
            switch column.role {
            case .identifier:
                row.identifier = words(index, of: record, log: &faults) ?? ""
                checkIdentifier(row.identifier, index, of: record, in: &register, log: &faults)
                hasAll = hasAll && !row.identifier.isEmpty
            case .name:
                row.name = words(index, of: record, log: &faults) ?? ""
                hasAll = hasAll && !row.name.isEmpty
            case .unit:
                row.unit = named(index, of: record, log: &faults) ?? -1
                hasAll = hasAll && row.unit >= 0
                checkUnit(row.unit, index, of: record, in: &register, log: &faults)
            case .sector:
                row.sector = named(index, of: record, log: &faults) ?? -1
                hasAll = hasAll && row.sector >= 0
            case .state, .rating:
                row.classes.append(named(index, of: record, log: &faults))
            case .measure:
                let value = measured(index, of: record, log: &faults)
                row.measures.append(value ?? .missing)
                hasAll = hasAll && value != nil
            }
        }
        for position in plan.unnamed {
            let field = table.field(position, of: record)
            guard !table.isBlank(field) else { continue }
            let place = table.place(column: position, of: record)
            faults.append(HeadingFault.unnamed(table.rawText(field), at: place))
            break
        }
        checkName(row, of: record, in: &register, log: &faults)
        log.append(contentsOf: faults)
        if hasAll, !faults.hasErrors { register.append(row) }
    }

    /// Reads one cell for its faults.
    mutating func readCell(_ index: Int, of record: RecordSpan, log: inout DiagnosticLog) {
        switch columns[index].role {
        case .identifier, .name: _ = words(index, of: record, log: &log)
        case .unit, .sector, .state, .rating: _ = named(index, of: record, log: &log)
        case .measure: _ = measured(index, of: record, log: &log)
        }
    }

    private func column(at position: Int) -> Column {
        let index = plan.positions.firstIndex(of: position) ?? 0
        return columns[index]
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
    private func measured(
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) -> Measured? {
        guard let (field, position) = cell(index, of: record) else { return .missing }
        let column = columns[index]
        switch measures[index].read(table.bytes, field.start..<field.end) {
        case .value(let value): return value
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
