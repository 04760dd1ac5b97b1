import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// A table of a submission whose rows are known, read against the schema.
struct SubmittedTable {
    let table: CellTable
    var layout: TableLayout
    let pins: ReadingPins
    let context: SubmissionReader

    private var settings: PeriodSettings { context.settings }
    private var schema: Schema { context.settings.schema }

    /// Takes the rows without faults into the register, and tells the others.
    mutating func read(
        into register: inout RowRegister,
        _ submission: inout Submission,
        _ reading: inout Reading,
        log: inout DiagnosticLog
    ) {
        let firstDoubt = log.entries.count
        var given = GivenColumns(path: table.path, pins: pins, settings: settings)
        if let columns = silentPlan {
            layout.findGroups(
                in: table,
                plan: columns,
                schema: schema,
                names: context.names,
                words: context.words
            )
            takeSubheadings(into: &given, columns)
            LeftOutRows(table: table, layout: layout, schema: schema, names: context.names)
                .report(columns, log: &log)
            table.reportYear(besides: settings.period.year, above: layout, log: &log)
        }
        reading.leftOut += leftOut
        reading.settings += layoutSettings
        let data = layout.records { $0 == .data }
        guard let plan = headingPlan(given, log: &log) else { return }
        guard !data.isEmpty else {
            let first = table.records[layout.headings.first ?? 0]
            log.append(
                FileFault.noRows(path: table.path, at: table.place(column: 0, of: first))
            )
            return
        }
        if plan.positions[column(of: .unit)] == nil, let setting = given.unitSetting {
            reading.settings.append(setting)
        }
        let marks = MissingMarks(context.words)
        let conversions = conversions(plan, &reading, log: &log)
        let mayBeLonger = table.hasLongRows(than: plan.width)
        let whole = data.filter { record in
            table.hasRightLength(
                table.records[record],
                width: plan.width,
                mayBeLonger: mayBeLonger,
                log: &log
            )
        }
        let totals = TotalCheck(of: table, layout: layout, plan: plan, schema: schema, marks: marks)
        let form = formDecision(whole, plan, conversions, totals, marks)
        reading.settings.append(form.setting { table.cell(of: $0) })

        var rows = RowReader(
            table: table,
            plan: plan,
            settings: settings,
            given: given,
            form: form,
            conversions: conversions,
            marks: marks,
            names: context.names,
            submission: context.index
        )
        rows.sheet = submission.sheets.count
        submission.sheets.append(SubmittedSheet(name: table.sheet, positions: plan.positions))
        let first = register.rows.count
        rows.reportContradiction(log: &log)
        for record in whole { rows.read(record, into: &register, log: &log) }
        if let last = table.records.last, layout.kinds.last == .data,
            let doubt = table.cutDoubt(of: last, plan, schema.columns)
        {
            log.append(doubt)
        }
        joinRepeats(from: firstDoubt, of: data.count, file: table.path, log: &log)
        if form.contradiction == nil {
            reading.proofs += totals.proofs(in: form.form ?? .comma, log: &log)
        }
        checkScale(first..<register.rows.count, of: register.rows, plan, log: &log)
        reading.missing += rows.missing
        submission.rowCount += data.count
        submission.doubted += table.doubtedCells(
            in: log.entries[firstDoubt...] + context.doubted[...],
            plan: plan,
            headRow: table.records[layout.headings.last ?? 0].number,
            names: context.names,
            settings: settings
        )
        let named = Set(submission.units).union(rows.unitsNamed.map { settings.units[$0].code })
        submission.units = settings.units.map(\.code).filter(named.contains)
    }

    // MARK: Headings

    private func column(of role: Column.Role) -> Int {
        schema.columns.firstIndex { $0.role == role } ?? 0
    }

    private func headingPlan(_ given: GivenColumns, log: inout DiagnosticLog) -> HeadingPlan? {
        guard !layout.headings.isEmpty else {
            let first = table.records.first { !table.isBlank($0) }
            if let first {
                log.append(
                    HeadingFault.noHeadings(
                        first.fields.isEmpty ? "" : table.words(table.field(0, of: first)),
                        at: table.place(column: 0, of: first),
                        schema: schema
                    )
                )
            }
            return nil
        }
        return HeadingPlan(
            layout.headings.map { table.records[$0] },
            of: table,
            index: context.headings,
            schema: schema,
            ignored: pins.ignoredHeadings,
            isGiven: { column in
                guard let index = schema.columns.firstIndex(where: { $0.key == column.key }) else {
                    return false
                }
                return given.fromSubheadings.contains(index)
                    || column.role == .unit && given.unit != nil
            },
            log: &log
        )
    }

    /// The columns as the headings give them; their faults are told later, and once.
    private var silentPlan: HeadingPlan? {
        var silent = DiagnosticLog()
        return HeadingPlan(
            layout.headings.map { table.records[$0] },
            of: table,
            index: context.headings,
            schema: schema,
            ignored: pins.ignoredHeadings,
            isGiven: { _ in true },
            log: &silent
        )
    }

    /// Sub-headings name what the table has no column for.
    private func takeSubheadings(into given: inout GivenColumns, _ plan: HeadingPlan) {
        guard layout.kinds.contains(.subheading) || layout.kinds.contains(.subtotal) else { return }
        for role in [Column.Role.unit, .sector] {
            let index = column(of: role)
            guard plan.positions[index] == nil, var names = context.names[index] else { continue }
            given.takeSubheadings(of: table, layout: layout, column: index) { words in
                guard case .one(let found) = names.find(words) else { return nil }
                return found
            }
        }
    }

    /// Where the table begins and how many heading rows it has.
    private var layoutSettings: [Reading.Setting] {
        let preamble = layout.kinds.count { $0 == .leftOut(.preamble) }
        return [
            Reading.Setting(
                name: "preamble",
                value: String(preamble),
                evidence: pins.preambleLines == nil
                    ? Bilingual(
                        vi: "các dòng có chữ phía trên tiêu đề của bảng",
                        en: "lines with words above the table's headings"
                    ) : Bilingual(vi: "đã khai trong thiết lập", en: "given in the settings"),
                isPinned: pins.preambleLines != nil
            ),
            Reading.Setting(
                name: "header_rows",
                value: String(layout.headings.count),
                evidence: layout.evidence,
                isPinned: pins.headerRows != nil
            ),
        ]
    }

    private var leftOut: [Reading.LeftOut] {
        layout.kinds.indices.compactMap { index in
            let kind: Reading.LeftOut.Kind
            switch layout.kinds[index] {
            case .heading, .data: return nil
            case .subtotal: kind = .subtotal
            case .total: kind = .total
            case .subheading: kind = .subheading
            case .leftOut(let left): kind = left
            }
            let record = table.records[index]
            return Reading.LeftOut(line: record.line, kind: kind, text: table.text(of: record))
        }
    }

    // MARK: Units and form

    /// For each schema column the way from the file's unit to the schema's: from the pin, the heading, or
    /// the caption, in this order.
    private func conversions(
        _ plan: HeadingPlan,
        _ reading: inout Reading,
        log: inout DiagnosticLog
    ) -> [UnitConversion?] {
        let caption = CaptionUnits(
            of: table,
            layout: layout,
            words: context.words,
            names: context.headings.unitNames,
            log: &log
        )
        reading.settings += caption.settings
        let pinned = pins.unitOfMeasure.flatMap(settings.unitOfMeasure)
        if let pinned {
            reading.settings.append(
                Reading.Setting(
                    name: "unit_of_measure",
                    value: pinned.key,
                    evidence: Bilingual(vi: "đã khai trong thiết lập", en: "given in the settings"),
                    isPinned: true
                )
            )
        }
        reportContradicted(caption, plan, pinned: pinned, log: &log)
        return zip(schema.columns, plan.units).map { column, heading in
            guard let own = column.unitOfMeasure.flatMap(settings.unitOfMeasure) else { return nil }
            let isPinned = pinned?.dimension == own.dimension
            let from =
                (isPinned ? pinned : nil) ?? heading.unit
                ?? (heading.isGiven ? nil : caption.unit(of: own.dimension))
            guard let from, from.key != own.key else { return nil }
            return UnitConversion(from: from, to: own)
        }
    }

    /// A caption that no column follows, since all headings of its kind give another unit.
    private func reportContradicted(
        _ caption: CaptionUnits,
        _ plan: HeadingPlan,
        pinned: UnitOfMeasure?,
        log: inout DiagnosticLog
    ) {
        var headings: [String: [UnitOfMeasure?]] = [:]
        var dimensions: [String] = []
        for (index, column) in schema.columns.enumerated() where plan.positions[index] != nil {
            guard let own = column.unitOfMeasure.flatMap(settings.unitOfMeasure) else { continue }
            if headings[own.dimension] == nil { dimensions.append(own.dimension) }
            headings[own.dimension, default: []].append(plan.units[index].unit)
        }
        for dimension in dimensions where pinned?.dimension != dimension {
            guard let unit = caption.unit(of: dimension), let given = headings[dimension],
                given.allSatisfy({ $0 != nil && $0?.factor != unit.factor }),
                let first = given.first ?? nil
            else { continue }
            if let doubt = caption.contradicted(by: first) { log.append(doubt) }
        }
    }

    private func formDecision(
        _ records: [Int],
        _ plan: HeadingPlan,
        _ conversions: [UnitConversion?],
        _ totals: TotalCheck,
        _ marks: MissingMarks
    ) -> FormDecision {
        let spans = records.map { table.records[$0] }
        var evidence = FormEvidence()
        evidence.note(table, spans, plan, schema)
        return FormDecision(evidence, pinned: pins.numberForm) {
            if let proved = totals.provedForm() { return proved }
            guard let previous = context.previous,
                let identifier = plan.positions[column(of: .identifier)]
            else { return nil }
            var measure = -1
            var columns: [(measure: Int, column: TotalColumn, conversion: UnitConversion?)] = []
            for (index, column) in schema.columns.enumerated() where column.role == .measure {
                measure += 1
                guard let position = plan.positions[index], column.type == .decimal else {
                    continue
                }
                let source = TotalColumn(column: column, position: position, marks: marks)
                columns.append((measure, source, conversions[index]))
            }
            return FormByLastYear(
                previous: previous,
                table: table,
                identifier: identifier,
                columns: columns
            ).form(of: spans)
        }
    }

    // MARK: Rows

    /// A doubt about a unit that the settings give stops nothing.
    private func checkScale(
        _ rows: Range<Int>,
        of register: RowTable,
        _ plan: HeadingPlan,
        log: inout DiagnosticLog
    ) {
        let heading = table.records[layout.headings.last ?? 0]
        let scale = UnitScale(settings: settings, previous: context.previous)
        let records = Dictionary(
            table.records.map { ($0.number, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        scale.check(
            rows,
            of: register,
            plan: plan,
            isPinned: pins.unitOfMeasure != nil,
            places: { row, position in
                let record = row.flatMap { records[register.origins[$0].record] } ?? heading
                return table.place(column: position, of: record)
            },
            log: &log
        )
    }
}

extension CellTable {
    /// `F17 “1.234,5”`
    fileprivate func cell(of proof: FormEvidence.Proof) -> String {
        "\(address(column: proof.column, of: proof.record)) “\(clipped(proof.text))”"
    }
}
