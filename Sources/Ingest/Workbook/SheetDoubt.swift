import DatasetModel
import Diagnostics
import WorkbookKit

/// What is doubted about the sheet that was chosen.
enum SheetDoubt {
    static func notRead(_ names: [String], chosen: String, path: String) -> Diagnostic {
        let list = shortList(names.map { "“\($0)”" })
        return Diagnostic(
            "ingest.workbook.other-sheets",
            .warning,
            at: Place(file: path),
            value: list,
            message: Bilingual(
                vi:
                    "Chỉ đọc trang tính “\(chosen)”; các trang \(list) cũng có bảng nhưng không được "
                    + "đọc",
                en: "Only the sheet “\(chosen)” is read; \(list) hold tables too and are not"
            ),
            hint: Bilingual(
                vi: "Nếu cần trang khác, ghi tên trang đó vào mục sheet (hoặc --sheet)",
                en: "If another sheet is meant, name it under sheet (or with --sheet)"
            )
        )
    }

    static func hidden(_ list: String, isRows: Bool, at place: Place) -> Diagnostic {
        Diagnostic(
            isRows ? "ingest.workbook.hidden-rows" : "ingest.workbook.hidden-columns",
            .warning,
            at: place,
            value: list,
            message: isRows
                ? Bilingual(
                    vi: "Trang tính có hàng bị ẩn: \(list); các hàng này vẫn được đọc",
                    en: "The sheet has hidden rows: \(list); they are read all the same"
                )
                : Bilingual(
                    vi: "Trang tính có cột bị ẩn: \(list); các cột này vẫn được đọc",
                    en: "The sheet has hidden columns: \(list); they are read all the same"
                ),
            hint: Bilingual(
                vi: "Bỏ ẩn để xem lại; xóa những gì không thuộc số liệu rồi gửi lại",
                en: "Show them and look; delete what is no data and send the file again"
            )
        )
    }

    static func hiddenSheet(_ name: String, path: String) -> Diagnostic {
        Diagnostic(
            "ingest.workbook.hidden-sheet",
            .warning,
            at: Place(file: path),
            value: name,
            message: Bilingual(
                vi: "Trang tính được đọc “\(name)” đang bị ẩn",
                en: "The sheet that is read, “\(name)”, is hidden"
            ),
            hint: Bilingual(
                vi:
                    "Kiểm tra xem đó có phải bảng cần nộp không, hoặc ghi tên trang đúng vào mục sheet",
                en: "Check that it is the table to submit, or name the right one under sheet"
            )
        )
    }

    static func noResult(_ cells: [String], count: Int, at place: Place) -> Diagnostic {
        let list = cells.joined(separator: ", ") + (count > cells.count ? ", …" : "")
        return Diagnostic(
            "ingest.workbook.no-result",
            at: place,
            value: list,
            message: Bilingual(
                vi:
                    "\(count) công thức chưa có kết quả trong tệp (\(list)): phần mềm xuất tệp chưa "
                    + "tính chúng",
                en:
                    "\(count) formulas have no result in the file (\(list)): the program that wrote it "
                    + "did not compute them"
            ),
            hint: Bilingual(
                vi: "Mở tệp bằng Excel, lưu lại (Ctrl+S) rồi gửi lại",
                en: "Open the file in Excel, save it (Ctrl+S) and send it again"
            )
        )
    }

    static func merged(_ cells: [String], count: Int, at place: Place) -> Diagnostic {
        let list = cells.joined(separator: ", ") + (count > cells.count ? ", …" : "")
        return Diagnostic(
            "ingest.workbook.merged-data",
            .warning,
            at: place,
            value: list,
            message: Bilingual(
                vi:
                    "\(count) ô số liệu bị gộp vào ô khác (\(list)); giá trị chung chỉ được ghi ở ô đầu",
                en: "\(count) cells of data are merged into others (\(list)); the value that they "
                    + "share is given out in the first alone"
            ),
            hint: Bilingual(
                vi: "Bỏ gộp ô rồi điền giá trị của từng dòng",
                en: "Unmerge the cells and fill in the value of each row"
            )
        )
    }

    /// The first few of a list.
    static func shortList(_ items: [String]) -> String {
        items.prefix(8).joined(separator: ", ") + (items.count > 8 ? ", …" : "")
    }
}

extension WorkbookSheet {
    /// Reports what people do not see in the sheet, and formulas without a result.
    func reportHidden(log: inout DiagnosticLog) {
        if visibility != .visible {
            log.append(SheetDoubt.hiddenSheet(table.sheet ?? "", path: table.path))
        }
        let rows = table.records.filter(\.isHidden)
        if let first = rows.first {
            let list = SheetDoubt.shortList(Self.runs(rows.map(\.number)).map(Self.text))
            log.append(
                SheetDoubt.hidden(list, isRows: true, at: table.place(column: 0, of: first))
            )
        }
        reportHiddenColumns(log: &log)
        reportFormulas(log: &log)
    }

    private func reportHiddenColumns(log: inout DiagnosticLog) {
        let width = table.records.map(\.fields.count).max() ?? 0
        let hidden = hiddenColumns.compactMap { range in
            range.lowerBound < width ? range.lowerBound...min(range.upperBound, width - 1) : nil
        }
        var isFilled = [Bool](repeating: false, count: width)
        for record in table.records where !hidden.isEmpty {
            for range in hidden {
                for column in range where column < record.fields.count {
                    isFilled[column] =
                        isFilled[column] || !table.isBlank(table.field(column, of: record))
                }
            }
        }
        let columns = hidden.joined().filter { isFilled[$0] }
        guard let first = columns.first, let record = table.records.first else { return }
        let list = columns.map { String(cellAddress(column: $0, row: 1).dropLast()) }
        log.append(
            SheetDoubt.hidden(
                SheetDoubt.shortList(list),
                isRows: false,
                at: table.place(column: first, of: record)
            )
        )
    }

    private func reportFormulas(log: inout DiagnosticLog) {
        var cells: [String] = []
        var count = 0
        var place: Place?
        for record in table.records {
            for column in 0..<record.fields.count
            where table.field(column, of: record).kind == .formulaWithoutValue {
                count += 1
                place = place ?? table.place(column: column, of: record)
                if cells.count < 8 { cells.append(cellAddress(column: column, row: record.number)) }
            }
        }
        if let place { log.append(SheetDoubt.noResult(cells, count: count, at: place)) }
    }

    /// Numbers that follow each other made one range.
    private static func runs(_ numbers: [Int]) -> [ClosedRange<Int>] {
        var runs: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = runs.last, last.upperBound + 1 == number {
                runs[runs.count - 1] = last.lowerBound...number
            } else {
                runs.append(number...number)
            }
        }
        return runs
    }

    private static func text(_ range: ClosedRange<Int>) -> String {
        range.count == 1 ? String(range.lowerBound) : "\(range.lowerBound)–\(range.upperBound)"
    }
}
