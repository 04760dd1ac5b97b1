import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

/// What merged cells and formulas without a result say, and what nobody can know from them.
struct MergedCells {
    private let period: Period
    private let head = """
        sheet.write_row("A1", ["ma", "ten", "don_vi", "linh_vuc", "thanh_vien", "von"])
        sheet.write_row("A2", ["A1", "HTX Một", "001", "NN", 12, 1.5])
        sheet.write_row("A3", ["A2", "HTX Hai", "001", "NN", 30, 2.5])

        """

    init() throws {
        period = try Period()
    }

    private func converted(_ source: SourceText) -> (text: String, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let conversion = Ingest.convertTable(
            from: source,
            words: period.words,
            pins: ReadingPins(),
            log: &log
        )
        return (String(decoding: conversion?.output ?? [], as: UTF8.self), log)
    }

    /// Without a format, what stood under the merged cell stays there, where nobody sees it.
    @Test(arguments: ["F2:F3", "E2:E3", "C2:C3", "A2:A3"], ["", ", book.add_format()"])
    func `a value merged over two organisations is doubted at the second`(
        range: String,
        format: String
    ) throws {
        let source = try workbook(head + "sheet.merge_range('\(range)', '001'\(format))")
        let (dataset, log) = period.read([source])
        let cell = range.suffix(2)
        #expect(faults(log).contains("Biểu 1!\(cell) ingest.cell.merged"))
        #expect(!faults(log).contains("Biểu 1!\(cell) ingest.cell.empty"))
        #expect(dataset.rows.count < 2)
    }

    @Test func `titles, sub-headings and totals may be merged`() throws {
        let source = try workbook(
            """
            sheet.merge_range("A1:F1", "BIỂU TỔNG HỢP")
            sheet.write_row("A2", ["ma", "ten", "don_vi", "linh_vuc", "thanh_vien", "von"])
            sheet.write_row("A3", ["A1", "HTX Một", "001", "NN", 12, 1.5])
            sheet.write_row("A4", ["A2", "HTX Hai", "001", "NN", 30, 2.5])
            sheet.merge_range("A5:D5", "Tổng cộng")
            sheet.write_row("E5", [42, 4])
            """
        )
        let (dataset, log) = period.read([source])
        #expect(faults(log) == [])
        #expect(dataset.rows.count == 2)
    }

    @Test func `convert repeats merged headings over their columns and tells of merged data`()
        throws
    {
        let source = try workbook(
            """
            sheet.merge_range("A1:A2", "TT")
            sheet.merge_range("B1:C1", "Vốn")
            sheet.write_row("B2", ["2019", "2020"])
            sheet.write_row("A3", [1, 2.5, 3])
            sheet.write_row("A4", [2, 2, 3])
            sheet.merge_range("C3:C4", 3, book.add_format())
            """
        )
        let (text, log) = converted(source)
        #expect(text == "TT,Vốn 2019,Vốn 2020\r\n1,2.5,3\r\n2,2,\r\n")
        #expect(faults(log) == ["Biểu 1!C4 ingest.workbook.merged-data"])
        #expect(!log.hasErrors)
    }

    /// Programs write nothing, or a zero that stands in for the result.
    @Test(arguments: ["''", "0"])
    func `a formula that was never computed is an error in a submission`(value: String) throws {
        let formula = "sheet.write_formula('F3', '=F2*2', None, \(value))"
        let (_, log) = period.read([try workbook(head + formula)])
        #expect(log.hasErrors)
        #expect(faults(log).contains("Biểu 1!F3 ingest.workbook.no-result"))
    }
}
