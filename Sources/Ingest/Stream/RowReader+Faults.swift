import Diagnostics
import PeriodModel

extension RowReader {
    /// Reads only those cells of a row that could not be read at once; false, with nothing logged, when none
    /// of them is at fault or the row is not known well enough: then it is to be read as a whole.
    mutating func readFaults(
        of record: RecordSpan,
        in known: UnusualRow,
        log: inout DiagnosticLog
    ) -> Bool {
        guard known.cells >> UInt64(UnusualRow.lastPosition) == 0, !table.isBlank(record) else {
            return false
        }
        var faults = DiagnosticLog()
        for (index, position) in plan.positions.enumerated() {
            guard let position, known.cells >> UInt64(position) & 1 != 0 else { continue }
            var own = DiagnosticLog()
            readCell(index, of: record, log: &own)
            let role = columns[index].role
            // Without a fault these are also held against settings and against other rows.
            if role == .identifier || role == .unit, !own.hasErrors { return false }
            faults.append(contentsOf: own)
        }
        guard faults.hasErrors else { return false }
        log.append(contentsOf: faults)
        return true
    }
}

extension FormEvidence {
    /// Looks at the number cells of a row, or at those of some positions.
    mutating func note(
        _ table: CellTable,
        _ record: RecordSpan,
        cells: UInt64?,
        _ plan: HeadingPlan,
        _ schema: Schema
    ) {
        for (index, position) in plan.positions.enumerated() {
            guard let position, schema.columns[index].role == .measure else { continue }
            if let cells, cells >> UInt64(min(position, UnusualRow.lastPosition)) & 1 == 0 {
                continue
            }
            note(table, record, schema.columns[index], at: position)
        }
    }
}
