import DatasetModel
import Diagnostics
import Foundation
import PeriodModel
import TestSupport
import Testing
import Vocabulary
import WorkbookKit

@testable import Ingest

/// A workbook that a few lines of Python make; `book` and `sheet` are there already.
func workbook(_ lines: String, named name: String = "883.xlsx") throws -> SourceText {
    let python = ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3"
    return try withScratchFolder { folder in
        let file = folder.appendingPathComponent(name)
        let script = """
            import xlsxwriter
            book = xlsxwriter.Workbook("\(file.path)")
            sheet = book.add_worksheet("Biểu 1")
            \(lines)
            book.close()
            """
        let result = try run(python, ["-c", script])
        try #require(result.status == 0, "\(result.errorText)")
        return SourceText(path: name, bytes: Array(try Data(contentsOf: file)))
    }
}

/// Workbooks as tables of cells, and what is said about them.
@Suite struct WorkbookTests {
    private func chosen(
        _ source: SourceText,
        sheet: String? = nil
    ) -> (table: CellTable?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        var pins = ReadingPins()
        pins.sheet = sheet
        let sheets = readWorkbook(source, pins: pins, log: &log)
        let sheet = sheetToRead(of: sheets, path: source.path, log: &log)
        return (sheet?.table, log)
    }

    private func texts(_ table: CellTable?) -> [[String]] {
        guard let table else { return [] }
        return table.records.map { $0.fields.map { table.rawText(table.fields[$0]) } }
    }

    @Test func `convert repeats merged headings over their columns and takes all their rows`()
        throws
    {
        let source = try workbook(
            """
            sheet.merge_range("A1:A2", "Tên")
            sheet.merge_range("B1:C1", "Vốn")
            sheet.write_row("B2", [2019, 2020])
            sheet.write_row("A3", ["Hòa An", 1.5, 2])
            sheet.write_row("A4", ["Vĩnh Tân", 3, 4])
            """
        )
        var log = DiagnosticLog()
        var pins = ReadingPins()
        pins.sheet = "BIỂU 1"
        let words = try readingWords()
        let output = convertTable(from: source, words: words, pins: pins, log: &log)?.output
        #expect(log.entries.isEmpty)
        #expect(
            output.map { String(decoding: $0, as: UTF8.self) }
                == "Tên,Vốn 2019,Vốn 2020\r\nHòa An,1.5,2\r\nVĩnh Tân,3,4\r\n"
        )
    }

    @Test func `a cell stands in its column, a gap between rows is one blank row`() throws {
        let source = try workbook(
            """
            sheet.write_row("B2", ["ma", "ten"])
            sheet.write_row("B3", ["001", 12.50])
            sheet.write("C17", "cuối")
            """
        )
        let (table, log) = chosen(source)
        #expect(log.entries.isEmpty)
        #expect(
            texts(table) == [
                [""], ["", "ma", "ten"], ["", "001", "12.5"], [""], ["", "", "cuối"],
            ]
        )
        let last = try #require(table?.records.last)
        let place = try #require(table?.place(column: 2, of: last))
        #expect(place.cell == "Biểu 1!C17")
        #expect(place.line == 17)
        #expect(table?.records.map(\.number) == [1, 2, 3, 4, 17])
    }

    @Test func `cells say of what kind they are`() throws {
        let source = try workbook(
            """
            day = book.add_format({"num_format": "dd/mm/yyyy"})
            import datetime
            sheet.write_row("A1", ["a", "b"])
            sheet.write_row("A2", ["1.234", 1234, True])
            sheet.write("D2", datetime.date(2020, 12, 31), day)
            sheet.write_formula("E2", "=NA()", None, "#N/A")
            """
        )
        let table = try #require(chosen(source).table)
        let row = try #require(table.records.last)
        #expect(
            row.fields.map { table.fields[$0].kind } == [.text, .number, .boolean, .date, .error]
        )
        #expect(texts(table).last == ["1.234", "1234", "TRUE", "2020-12-31", "#N/A"])
    }

    @Test func `a merged heading stands over each of its columns, once`() throws {
        let source = try workbook(
            """
            sheet.merge_range("A1:A2", "TT")
            sheet.merge_range("B1:C1", "Vốn")
            sheet.write("B2", "2019")
            sheet.write("C2", "2020")
            sheet.write_row("A3", [1, 2, 3])
            """
        )
        let table = try #require(chosen(source).table)
        let heads = table.headingCells([0, 1]).map { row in
            row.map { $0.map(table.rawText) ?? "" }
        }
        #expect(heads == [["TT", "Vốn", "Vốn"], ["", "2019", "2020"]])
        #expect(table.field(0, of: table.records[1]).isCovered)
        #expect(!table.field(1, of: table.records[1]).isCovered)
    }

    @Test func `a sheet of instructions is passed over, hidden rows and columns are told`() throws {
        let source = try workbook(
            """
            sheet.write("A1", "Hướng dẫn")
            sheet.write("A2", "Điền vào trang sau")
            data = book.add_worksheet("Số liệu")
            for row in range(9):
                data.write_row(row, 0, ["a", row, row])
            for row in (2, 3, 6):
                data.set_row(row, None, None, {"hidden": True})
            data.set_row(40, None, None, {"hidden": True})
            data.set_column("B:B", None, None, {"hidden": True})
            data.set_column("K:XFD", None, None, {"hidden": True})
            other = book.add_worksheet("Năm trước")
            other.write_row("A1", ["a", "b"])
            other.write_row("A2", ["a", "b"])
            other.hide()
            """
        )
        let (table, log) = chosen(source)
        #expect(table?.sheet == "Số liệu")
        #expect(
            log.entries.map { "\($0.code) \($0.place?.cell ?? "-") \($0.value ?? "-")" } == [
                "ingest.workbook.hidden-rows Số liệu!A3 3–4, 7",
                "ingest.workbook.hidden-columns Số liệu!B1 B",
                "ingest.workbook.other-sheets - “Năm trước”",
            ]
        )
        #expect(log.entries.allSatisfy { $0.severity == .warning })
    }

    @Test func `a pinned sheet is read alone`() throws {
        let source = try workbook(
            """
            sheet.write_row("A1", ["a", "b"])
            sheet.write_row("A2", ["a", "b"])
            other = book.add_worksheet("Biểu 2")
            other.write("A1", "x")
            """
        )
        let (table, log) = chosen(source, sheet: "biểu 2")
        #expect(texts(table) == [["x"]])
        #expect(log.entries.isEmpty)
        let missing = chosen(source, sheet: "Biểu 3")
        #expect(missing.table == nil)
        #expect(missing.log.entries.map(\.code) == ["ingest.workbook.no-such-sheet"])
        #expect(missing.log.entries.first?.hint?.en == "Did you mean “Biểu 1”?")
    }

    @Test func `what is said of a second sheet names it, whoever says it`() throws {
        let source = try workbook(
            """
            head = ["ma", "ten", "don_vi", "linh_vuc", "thanh_vien", "von"]
            sheet.write_row("A1", head)
            for row in range(1, 9):
                sheet.write_row(row, 0, ["A%d" % row, "HTX %d" % row, "001", "NN", 10 + row, 1.5])
            other = book.add_worksheet("Biểu 2")
            other.write("A1", "Biểu của huyện")
            other.write_row("A2", ["Số TT"] + head)
            for row in range(2, 5):
                other.write_row(row, 0, [row, "B%d" % row, "HTX B%d" % row, "001", "NN", "…", "2,5"])
            other.write("C5", "HTX 4")
            other.write("F5", 14)
            other.write("G5", 1.5)
            other.write("D5", "003")
            """,
            named: "a.xlsx"
        )
        let period = try Period()
        var settings = period.settings
        settings.missing = []
        var log = DiagnosticLog()
        let dataset = Ingest.readDataset(
            from: [source],
            settings: settings,
            settingsFile: period.file,
            words: period.words,
            log: &log
        )
        var register = DiagnosticLog()
        Ingest.checkRegister(of: PeriodData(settings: settings, dataset: dataset), log: &register)
        #expect(
            register.entries.map { "\($0.place?.cell ?? "-") \($0.related?.cell ?? "-")" } == [
                "Biểu 2!C5 Biểu 1!B5"
            ]
        )
        let submission = try #require(dataset.submissions.first)
        #expect(submission.sheets.map(\.name) == ["Biểu 1", "Biểu 2"])
        let reading = try #require(submission.reading)
        #expect(reading.missing.map(\.cell) == ["Biểu 2!F3", "Biểu 2!F4"])
        #expect(reading.leftOut.map(\.sheet) == ["Biểu 2"])
        let form = reading.settings.last { $0.name == "number_form" }
        #expect(form?.sheet == "Biểu 2")
        #expect(form?.evidence.vi.contains("Biểu 2!G3 “2,5”") == true)
    }

    @Test func `fractions that formulas leave are read as the sheet shows them`() throws {
        let source = try workbook(
            """
            sheet.write_row("A1", ["ma", "ten", "don_vi", "linh_vuc", "thanh_vien", "von"])
            left = [38.00000000000001, 40 / 3, 9.999999999999996, 1234.5, 0.1 + 0.2, 2 / 300]
            for row, value in enumerate(left, 1):
                sheet.write_row(row, 0, ["A%d" % row, "HTX %d" % row, "001", "NN", 10 + row, value])
            """
        )
        let period = try Period()
        let (dataset, log) = period.read([source])
        #expect(faults(log) == [])
        #expect(
            period.values("von", of: dataset)
                == ["38", "13.333333333333", "10", "1234.5", "0.3", "0.006666666667"]
        )
    }

    @Test func `formulas without a result are told with their cells`() throws {
        let source = try workbook(
            """
            sheet.write_row("A1", ["a", "b"])
            sheet.write_row("A2", [1, 2])
            sheet.write_formula("B3", "=SUM(B2:B2)")
            sheet.write_formula("A3", "=SUM(A2:A2)", None, 1)
            """
        )
        let (table, log) = chosen(source)
        #expect(texts(table).last == ["1", "0"])
        #expect(
            log.entries.map { "\($0.code) \($0.place?.cell ?? "-")" } == [
                "ingest.workbook.no-result Biểu 1!B3"
            ]
        )
    }

    @Test func `cells far apart are no table`() throws {
        let source = try workbook(
            """
            for row in range(2000):
                sheet.write(row, 16383, 1)
            """
        )
        let (table, log) = chosen(source)
        #expect(table == nil)
        #expect(log.entries.map(\.code) == ["ingest.workbook.too-sparse"])
    }

    @Test func `one cell far away costs no more than its row`() throws {
        let source = try workbook(
            """
            for row in range(2000):
                sheet.write_row(row, 0, ["a", row])
            sheet.write(5000, 16383, 1)
            """
        )
        let table = try #require(chosen(source).table)
        #expect(table.fields.count < 30_000)
        #expect(
            table.records.last.map { table.place(column: 16_383, of: $0).cell } == "Biểu 1!XFD5001"
        )
    }

    @Test func `an empty workbook is said to be empty`() throws {
        let (table, log) = chosen(try workbook("pass"))
        #expect(table == nil)
        #expect(log.entries.map(\.code) == ["ingest.file.empty"])
    }

    @Test func `what is no workbook says so in both languages`() throws {
        let zip: [UInt8] = [0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 0, count: 40)
        let (table, log) = chosen(SourceText(path: "a.xlsx", bytes: zip))
        #expect(table == nil)
        #expect(log.entries.map(\.code) == ["ingest.workbook.damaged"])
        #expect(log.entries.first?.message.vi == "Tệp Excel bị hỏng hoặc bị cắt cụt")
        #expect(FileGuise.isWorkbook(SourceText(path: "a", bytes: zip)))
        #expect(!FileGuise.isWorkbook(SourceText(path: "a.xls", bytes: Array("<html>".utf8))))
    }
}
