import Foundation
import TestSupport
import Testing
import WorkbookKit

/// Workbooks that Python's writers made, once for all tests.
enum Workbooks {
    private static let python = ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3"
    private static let script = projectRoot.appendingPathComponent("Tests/Checkers/workbooks.py")
    private static let place = FileManager.default.temporaryDirectory
        .appendingPathComponent("baocao-workbooks-\(ProcessInfo.processInfo.processIdentifier)")
    private static let folder: Result<URL, any Error> = Result {
        let folder = place
        atexit { try? FileManager.default.removeItem(at: Workbooks.place) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let result = try run(python, ["-W", "ignore", script.path, "make", folder.path])
        try #require(result.status == 0, "\(result.errorText)")
        return folder
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: folder.get().appendingPathComponent(name)))
    }

    static func read(_ name: String) throws -> Workbook {
        try #require(readWorkbook(try bytes(name)))
    }

    /// What another reader sees in the file.
    static func otherView(_ name: String) throws -> String {
        let file = try folder.get().appendingPathComponent(name)
        let result = try run(python, ["-W", "ignore", script.path, "view", file.path])
        try #require(result.status == 0, "\(result.errorText)")
        return result.text
    }
}

/// A workbook line by line, as `workbooks.py view` writes it.
func view(_ workbook: Workbook) -> [String] {
    var lines: [String] = []
    for sheet in workbook.sheets {
        let state =
            switch sheet.visibility {
            case .visible: "visible"
            case .hidden: "hidden"
            case .veryHidden: "veryHidden"
            }
        lines.append("== \(sheet.name) (\(state))")
        for row in sheet.rows {
            for cell in sheet.cells[row.cells] {
                lines.append(
                    "\(address(Int(cell.column), row.number)) \(cell.kind) '\(text(cell, sheet))'"
                )
            }
        }
        let merges = sheet.merges.map { merge in
            address(merge.columns.lowerBound, merge.rows.lowerBound) + ":"
                + address(merge.columns.upperBound, merge.rows.upperBound)
        }
        lines += merges.sorted().map { "merged \($0)" }
        lines += sheet.rows.filter(\.isHidden).map { "hidden \($0.number)" }
    }
    return lines
}

func text(_ cell: SheetCell, _ sheet: Sheet) -> String {
    String(decoding: sheet.bytes[cell.start..<cell.end], as: UTF8.self)
}

private func address(_ column: Int, _ row: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
        letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
        rest = (rest - 1) / 26
    }
    return letters + String(row)
}
