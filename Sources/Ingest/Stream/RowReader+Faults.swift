import Diagnostics
import PeriodModel

extension RowReader {
    /// Reads only those cells of a row that could not be read at once; false, with nothing logged, when none
    /// of them is at fault or the row is not known well enough: then it is to be read as a whole. A row that was
    /// taken has nothing but what is told here.
    mutating func readFaults(
        of record: RecordSpan,
        in row: UnusualRow,
        _ known: inout KnownFaults,
        log: inout DiagnosticLog
    ) -> Bool {
        guard row.cells >> UInt64(UnusualRow.lastPosition) == 0, !table.isBlank(record),
            isOfSomeone(record)
        else { return false }
        var faults: [Diagnostic] = []
        if !plan.unnamed.isEmpty {
            var unnamed = DiagnosticLog()
            checkUnnamed(record, log: &unnamed)
            faults = unnamed.entries
        }
        var hasErrors = faults.contains { $0.severity == .error }
        for (index, position) in plan.positions.enumerated() {
            guard let position, row.cells >> UInt64(position) & 1 != 0 else { continue }
            let own = readFaults(index, position, of: record, &known)
            let isError = own.contains { $0.severity == .error }
            let role = columns[index].role
            // Without a fault these are also held against settings and against other rows.
            if role == .identifier || role == .unit, !isError { return false }
            hasErrors = hasErrors || isError
            faults += own
        }
        guard hasErrors || row.isTaken else { return false }
        for fault in faults { log.append(fault) }
        return true
    }

    /// The faults of one cell, told as those of an equal cell of its column before.
    private mutating func readFaults(
        _ index: Int,
        _ position: Int,
        of record: RecordSpan,
        _ known: inout KnownFaults
    ) -> [Diagnostic] {
        let field = table.field(position, of: record)
        let role = columns[index].role
        guard role != .identifier, role != .name, !field.isQuoted else {
            return newFaults(index, of: record)
        }
        let text = table.bytes[field.start..<field.end]
        if let faults = known.faults(of: text, inColumn: index) {
            guard !faults.isEmpty else { return [] }
            let place = table.place(column: position, of: record)
            return faults.map { fault in
                var fault = fault
                fault.place = place
                return fault
            }
        }
        let faults = newFaults(index, of: record)
        known.note(faults, of: text, inColumn: index)
        return faults
    }

    private mutating func newFaults(_ index: Int, of record: RecordSpan) -> [Diagnostic] {
        var log = DiagnosticLog()
        readCell(index, of: record, log: &log)
        return log.entries
    }
}

/// What there was to tell of cells that were read, by their bytes: most bad cells of a file are of a few kinds.
/// Only their places differ.
struct KnownFaults {
    private var columns: [Int: [ArraySlice<UInt8>: [Diagnostic]]] = [:]

    private static let longest = 64
    private static let limit = 1024

    func faults(of text: ArraySlice<UInt8>, inColumn column: Int) -> [Diagnostic]? {
        columns[column]?[text]
    }

    mutating func note(
        _ faults: [Diagnostic],
        of text: ArraySlice<UInt8>,
        inColumn column: Int
    ) {
        guard text.count <= Self.longest, columns[column]?.count ?? 0 < Self.limit else { return }
        // A slice of its own, which does not keep the block's bytes.
        columns[column, default: [:]][Array(text)[...]] = faults
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
