import Diagnostics
import PeriodModel
import Vocabulary
import WorkbookKit

/// One sheet of a workbook as a table of cells.
struct WorkbookSheet {
    let table: CellTable
    let visibility: Sheet.Visibility
    /// From 0, upwards, apart from each other.
    let hiddenColumns: [ClosedRange<Int>]

    /// Whether rows of several cells stand in it, or at least something in a column; sheets of
    /// instructions have mostly one cell in a row.
    var shape: Shape {
        var wide = 0
        var isEmpty = true
        for record in table.records {
            let filled = record.fields.count { !table.isBlank(table.fields[$0]) }
            isEmpty = isEmpty && filled == 0
            wide += filled > 1 ? 1 : 0
            if wide > 1 { return .table }
        }
        return isEmpty ? .empty : .text
    }

    /// What the filled cells of a sheet look like.
    enum Shape: Equatable {
        case table
        /// One cell in a row, or one row.
        case text
        case empty
    }
}

extension FileGuise {
    /// Whether a file is read as a workbook, whatever its name: a zip archive or a compound file. Of one
    /// that was cut off within its first bytes, only the name tells.
    static func isWorkbook(_ source: SourceText) -> Bool {
        if WorkbookKit.isWorkbook(source.bytes) { return true }
        let name = source.path.lowercased()
        return [".xlsx", ".xlsm", ".xls"].contains(where: name.hasSuffix)
            && WorkbookKit.mayBeginWorkbook(source.bytes)
    }
}

/// Every sheet of a workbook in its order, or the pinned one alone.
///
/// What the file as a whole and its cells are doubted for is logged; what `sheetToRead` chooses has
/// doubts of its own.
func readWorkbook(
    _ source: SourceText,
    pins: ReadingPins,
    log: inout DiagnosticLog
) -> [WorkbookSheet] {
    guard let workbook = WorkbookKit.readWorkbook(source.bytes) else { return [] }
    for fault in workbook.faults {
        log.append(WorkbookDoubt.diagnostic(fault, path: source.path))
    }
    var sheets: [WorkbookSheet] = []
    for sheet in workbook.sheets where pins.sheet.map({ isName($0, of: sheet) }) ?? true {
        guard var table = CellTable(sheet, path: source.path) else {
            let fault = WorkbookDoubt.tooSparse(sheet.name, path: source.path)
            log.append(fault)
            continue
        }
        if !table.cover(by: sheet.merges) {
            log.append(WorkbookDoubt.overlappingMerges(sheet.name, path: source.path))
        }
        sheets.append(
            WorkbookSheet(
                table: table,
                visibility: sheet.visibility,
                hiddenColumns: sheet.hiddenColumns
            )
        )
    }
    if let name = pins.sheet, !workbook.sheets.isEmpty,
        !workbook.sheets.contains(where: { isName(name, of: $0) })
    {
        log.append(
            WorkbookDoubt.noSuchSheet(name, among: workbook.sheets.map(\.name), path: source.path)
        )
    }
    return sheets
}

/// Spreadsheets take names of sheets for the same when only capitals differ.
private func isName(_ name: String, of sheet: Sheet) -> Bool {
    name.foldedName == sheet.name.foldedName
}

/// The sheet to read where nothing is known about its columns: the first visible one with a table, or
/// else a hidden one, or else one with anything in it.
func sheetToRead(
    of sheets: [WorkbookSheet],
    path: String,
    log: inout DiagnosticLog
) -> WorkbookSheet? {
    let shapes = sheets.map(\.shape)
    func first(_ shape: WorkbookSheet.Shape, visible: Bool) -> Int? {
        sheets.indices.first {
            shapes[$0] == shape && (sheets[$0].visibility == .visible) == visible
        }
    }
    let chosen =
        first(.table, visible: true) ?? first(.table, visible: false)
        ?? first(.text, visible: true) ?? first(.text, visible: false)
    guard let chosen else {
        if !sheets.isEmpty { log.append(WorkbookDoubt.empty(path: path)) }
        return nil
    }
    sheets[chosen].reportHidden(log: &log)
    let others = sheets.indices.filter { $0 != chosen && shapes[$0] == .table }
    if !others.isEmpty {
        log.append(
            SheetDoubt.notRead(
                others.compactMap { sheets[$0].table.sheet },
                chosen: sheets[chosen].table.sheet ?? "",
                path: path
            )
        )
    }
    return sheets[chosen]
}
