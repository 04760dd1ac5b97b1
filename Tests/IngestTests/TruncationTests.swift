import DatasetModel
import Diagnostics
import Foundation
import PeriodModel
import TestSupport
import Testing

@testable import Ingest

/// Files cut off at any byte: reading ends, and nothing that was lost is passed over.
///
/// What no reader can know is told apart: a text cut right behind a line end, or within its last word, is as
/// good a file as the whole one. Only totals, or the unit that hears of its rows, tell it from that.
@Suite struct TruncationTests {
    private let period: Period
    private static let text = """
        ma,ten,don_vi,linh_vuc,thanh_vien,von
        A1,"HTX Một",001,NN,12,1.25
        A2,Hợp tác xã Hai,Hòa An,VT,345,27.5
        A3,Ba,001,NN,67,1234

        """

    init() throws {
        period = try Period()
    }

    /// The same table in some encodings.
    private static let texts: [(name: String, bytes: [UInt8])] = [
        ("UTF-8", Array(text.utf8)),
        ("UTF-8, marked, CRLF", Array("\u{FEFF}\(text.replacing("\n", with: "\r\n"))".utf8)),
        (
            "UTF-16LE",
            [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        ),
        (
            "UTF-16BE",
            [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        ),
    ]

    private func convert(_ source: SourceText) -> (rows: [String], log: DiagnosticLog)? {
        var log = DiagnosticLog()
        let result = convertTable(from: source, words: period.words, pins: ReadingPins(), log: &log)
        guard let output = result?.output else {
            #expect(log.hasErrors)
            return nil
        }
        let lines = String(decoding: output, as: UTF8.self).split(separator: "\r\n")
        return (lines.map(String.init), log)
    }

    @Test(arguments: texts.map(\.name))
    func `a text submission that ends in a value is doubted`(name: String) throws {
        let whole = try #require(Self.texts.first { $0.name == name }?.bytes)
        let full = period.read([SourceText(path: "1.csv", bytes: whole)])
        #expect(full.log.entries.isEmpty)
        let figures = period.values("von", of: full.dataset)
        #expect(figures == ["1.25", "27.5", "1234"])
        for end in 0..<whole.count {
            let cut = SourceText(path: "1.csv", bytes: Array(whole.prefix(end)))
            let (dataset, log) = period.read([cut])
            let read = period.values("von", of: dataset)
            // Units that now are silent are told in any case; here only the file's own doubts count.
            let own = log.entries.filter { $0.place?.file == "1.csv" }
            guard own.isEmpty else { continue }
            // No doubt: whole rows alone, each as it was sent.
            #expect(read == Array(figures.prefix(read.count)), "\(name) cut at \(end)")
        }
    }

    @Test(arguments: texts.map(\.name))
    func `what convert gives of a cut text is the beginning of what it gives of the whole`(
        name: String
    ) throws {
        let whole = try #require(Self.texts.first { $0.name == name }?.bytes)
        let full = try #require(convert(SourceText(path: "1.csv", bytes: whole))?.rows)
        for end in 0..<whole.count {
            let cut = SourceText(path: "1.csv", bytes: Array(whole.prefix(end)))
            guard let (rows, log) = convert(cut), log.entries.isEmpty, rows.count > 1 else {
                continue
            }
            #expect(Array(rows.dropLast()) == Array(full.prefix(rows.count - 1)), "cut at \(end)")
            let last = rows.last ?? ""
            #expect(full[rows.count - 1].hasPrefix(last), "cut at \(end)")
        }
    }

    @Test func `a number at the end of a file without a line end is a warning`() {
        let (dataset, log) = period.read(head + "A1,Một,001,NN,1,2\nA2,Hai,Hòa An,VT,3,12")
        #expect(faults(log) == ["F3 ingest.number.may-be-cut"])
        #expect(log.entries.first?.severity == .warning)
        #expect(log.entries.first?.value == "12")
        #expect(period.values("von", of: dataset) == ["2", "12"])
    }

    @Test(
        arguments: [
            "A1,Một,001,NN,1,2\n", "A1,Một,001,NN,1,2\r", "A1,Một,001,NN,1,\"2\"",
            "A1,Một,001,NN,1,2\nNgười lập biểu",
        ]
    )
    func `a file whose last number is marked as whole is not doubted`(rows: String) {
        let (_, log) = period.read(head + rows)
        #expect(!log.entries.contains { $0.code == "ingest.number.may-be-cut" })
    }

    @Test func `a cell that is empty at the very end may have lost its number`() {
        let (_, log) = period.read(head + "A1,Một,001,NN,1,")
        #expect(faults(log).contains("F2 ingest.number.may-be-cut"))
    }

    /// Workbooks of several writers, kept for the fuzzer, and what they hold.
    @Test(arguments: ["plain.xlsx", "small.xls", "old-0.xls", "book-1.xlsx"])
    func `a workbook that is cut gives all of its sheets or none`(name: String) throws {
        let url = projectRoot.appendingPathComponent("Fixtures/fuzz/workbook/\(name)")
        let whole = Array(try Data(contentsOf: url))
        let full = try #require(convert(SourceText(path: name, bytes: whole))?.rows)
        // Every byte where tables of parts and streams stand, and some of those between.
        for end in 0..<whole.count
        where end < 700 || end + 700 > whole.count || end.isMultiple(of: 61) {
            let cut = SourceText(path: name, bytes: Array(whole.prefix(end)))
            if let rows = convert(cut)?.rows { #expect(rows == full, "\(name) cut at \(end)") }
        }
    }
}
