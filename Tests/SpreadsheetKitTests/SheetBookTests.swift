import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import SpreadsheetKit

/// A workbook as openpyxl reads it.
private struct ReadBook: Decodable {
    struct ReadSheet: Decodable {
        var name: String
        /// Kind, value and number format by address.
        var cells: [String: [Value?]]
        var tables: [String: String]
    }
    enum Value: Decodable, Equatable {
        case text(String)
        case number(Double)

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let number = try? container.decode(Double.self) {
                self = .number(number)
            } else {
                self = .text(try container.decode(String.self))
            }
        }
    }
    var language: String
    var title: String
    var created: String
    var sheets: [ReadSheet]

    init(_ bytes: [UInt8]) throws {
        self = try withScratchFolder { folder in
            let file = folder.appendingPathComponent("so.xlsx")
            try Data(bytes).write(to: file)
            let python = ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3"
            let checker = projectRoot.appendingPathComponent("Tests/Checkers/open-data.py").path
            let result = try run(python, [checker, "cells", file.path])
            try #require(result.status == 0, "\(result.errorText)")
            return try JSONDecoder().decode(ReadBook.self, from: result.output)
        }
    }
}

@Suite struct SheetBookTests {
    private func book(_ sheets: [Sheet]) throws -> SheetBook {
        SheetBook(
            title: "Số liệu <năm> & \"quý\"",
            author: "Cơ quan",
            language: "vi-VN",
            date: try #require(CalendarDate(iso: "2020-12-31")),
            sheets: sheets
        )
    }

    private func sheet(_ name: String, _ cells: [SheetCell]) -> Sheet {
        Sheet(
            name: name,
            lines: [.text("Tên"), .text("Đơn vị"), .text("Ghi chú")],
            columns: [
                Sheet.Column(title: "Mục", width: 20, isRowHeader: true),
                Sheet.Column(title: "=1+1", width: 12),
            ],
            rows: cells.map { [.text("dòng"), $0] }
        )
    }

    @Test func `what looks like a formula, and long and odd texts, are read again as they were`()
        throws
    {
        let texts = [
            "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\tx", "hai\ndòng", "http://a.b/c",
            String(repeating: "Hợp tác xã ", count: 30), "007", "<b>&amp;\"'", "{=1}", "31/12/2020",
        ]
        let read = try ReadBook(write(try book([sheet("Bảng 1", texts.map(SheetCell.text))])))
        let cells = try #require(read.sheets.first?.cells)
        for (index, text) in texts.enumerated() {
            let cell = try #require(cells["B\(index + 5)"])
            #expect(cell[0] == .text("s"), "\(text)")
            #expect(cell[1] == .text(text))
        }
        #expect(cells["B4"]?[1] == .text("=1+1"))
        #expect(cells["B4"]?[0] == .text("s"))
        #expect(read.sheets.first?.tables == ["table_1": "A4:B\(texts.count + 4)"])
        #expect(read.language == "vi-VN")
        #expect(read.title == "Số liệu <năm> & \"quý\"")
        #expect(read.created == "2020-12-31 00:00:00")
    }

    @Test
    func `a text that a cell cannot hold is cut where it ends, and what spells a letter stays`()
        throws
    {
        let long = String(repeating: "ế", count: 40_000)
        let read = try ReadBook(
            write(try book([sheet("a", [.text(long), .text("_x0041_"), .text("a\u{0}b\u{1}")])]))
        )
        let cells = try #require(read.sheets.first?.cells)
        guard case .text(let cut)? = cells["B5"]?[1] else {
            Issue.record("no text")
            return
        }
        #expect(cut.utf16.count == 32_767)
        #expect(cut.hasSuffix("ế…"))
        #expect(cells["B6"]?[1] == .text("_x0041_"))
        #expect(cells["B7"]?[1] == .text("a\u{FFFD}b\u{FFFD}"))
    }

    @Test func `numbers keep their value and show the decimals of print`() throws {
        let cases: [(String, String, Double?)] = [
            ("1234.567890123456", "#,##0.0", 1234.567890123456),
            ("-0.1", "+#,##0.00;-#,##0.00;0", -0.1),
            ("2014", "0", 2014),
            ("999999999999999", "#,##0", 999_999_999_999_999),
            ("1234567890123456", "#,##0", nil),
        ]
        let cells = try cases.map { text, format, _ in
            SheetCell.number(try #require(ExactDecimal(plain: text)), format: format)
        }
        let read = try ReadBook(write(try book([sheet("a", cells)])))
        for (index, (text, format, value)) in cases.enumerated() {
            let cell = try #require(read.sheets.first?.cells["B\(index + 5)"])
            if let value {
                #expect(cell == [.text("n"), .number(value), .text(format)])
            } else {
                #expect(cell[0] == .text("s"))
                #expect(cell[1] == .text(text))
            }
        }
    }

    @Test func `names of sheets are what a workbook takes, and differ within 31 letters`() throws {
        let long = "Doanh thu bình quân một hợp tác xã theo "
        let wanted = [
            long + "huyện", long + "lĩnh vực", "a[b]:c*d?e/f\\g", "'trích'", "", "'", "History",
            "BẢNG 1", "Bảng 1", String(repeating: "😀", count: 20), "dòng\nhai",
        ]
        let names = sheetNames(wanted)
        #expect(Set(names.map { $0.lowercased() }).count == names.count)
        #expect(names.allSatisfy { (1...31).contains($0.utf16.count) })
        #expect(names[0] == "Doanh thu bình quân một hợp tác")
        #expect(names[1] == "Doanh thu bình quân một hợp (2)")
        #expect(names[2] == "a-b--c-d-e-f-g")
        #expect(names[3] == "trích")
        #expect(names[8] == "Bảng 1 (2)")
        let read = try ReadBook(write(try book(wanted.map { sheet($0, [.link("đi", sheet: 1)]) })))
        #expect(read.sheets.map(\.name) == names)
    }

    @Test func `equal books give equal bytes`() throws {
        let made = try book([sheet("a", [.text("x")]), sheet("b", [.blank])])
        let first = try write(made)
        Thread.sleep(forTimeInterval: 2.1)
        #expect(try write(made) == first)
        #expect(!first.isEmpty)
    }

    @Test func `a table without rows has its headings only`() throws {
        let read = try ReadBook(write(try book([sheet("a", [])])))
        #expect(read.sheets.first?.tables == [:])
        #expect(read.sheets.first?.cells["A4"]?[1] == .text("Mục"))
    }
}
