import DatasetModel
import Diagnostics
import PeriodModel

/// What cannot be seen in one cell: rows against rows, and against settings.
extension RowReader {
    func checkIdentifier(
        _ identifier: String,
        _ index: Int,
        of record: RecordSpan,
        in register: inout RowRegister,
        log: inout DiagnosticLog
    ) {
        guard !identifier.isEmpty, let position = plan.positions[index] else { return }
        let here = { table.place(column: position, of: record) }
        guard let first = register.earlierPlace(ofIdentifier: identifier, at: here) else { return }
        log.append(RowFault.repeatedIdentifier(identifier, first: first, at: here()))
    }

    /// A name of figures alone: the row's cells may have moved.
    func checkLetters(
        _ name: String,
        _ index: Int,
        of record: RecordSpan,
        log: inout DiagnosticLog
    ) {
        guard !name.isEmpty, !name.contains(where: \.isLetter), let position = plan.positions[index]
        else { return }
        log.append(
            RowFault.nameOfFigures(name, at: table.place(column: position, of: record))
        )
    }

    /// A cell in a column without a heading.
    func checkUnnamed(_ record: RecordSpan, log: inout DiagnosticLog) {
        for position in plan.unnamed {
            let field = table.field(position, of: record)
            guard !table.isBlank(field) else { continue }
            let place = table.place(column: position, of: record)
            log.append(HeadingFault.unnamed(table.rawText(field), at: place))
            break
        }
    }

    mutating func checkUnit(
        _ unit: Int,
        _ index: Int,
        of record: RecordSpan,
        in register: inout RowRegister,
        log: inout DiagnosticLog
    ) {
        guard unit >= 0 else { return }
        register.hear(unit: unit)
        unitsNamed.insert(unit)
        if let sender = given.unit, sender != unit, let (field, position) = cell(index, of: record)
        {
            log.append(
                RowFault.otherUnit(
                    table.rawText(field),
                    settings.units[unit],
                    sender: settings.units[sender],
                    at: table.place(column: position, of: record)
                )
            )
        }
        guard missingUnits.contains(settings.units[unit].code) else { return }
        let position = plan.positions[index] ?? 0
        log.append(
            RowFault.unitListedMissing(
                settings.units[unit],
                text: cell(index, of: record).map { table.rawText($0.field) } ?? "",
                at: table.place(column: position, of: record)
            )
        )
    }

    func checkName(
        _ row: RowRegister.Row,
        of record: RecordSpan,
        in register: inout RowRegister,
        log: inout DiagnosticLog
    ) {
        // A row that repeats an identifier repeats the name as a matter of course.
        guard !row.name.isEmpty, row.unit >= 0, !log.hasErrors,
            let index = columns.firstIndex(where: { $0.role == .name }),
            let position = plan.positions[index]
        else { return }
        let here = { table.place(column: position, of: record) }
        let first = register.earlierPlace(ofName: row.name, unit: row.unit, at: here)
        guard let first else { return }
        log.append(RowFault.repeatedName(row.name, first: first, at: here()))
    }
}
