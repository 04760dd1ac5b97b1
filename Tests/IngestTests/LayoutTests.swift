import DatasetModel
import Diagnostics
import Foundation
import PeriodModel
import TestSupport
import Testing

@testable import Ingest

/// The words of `Templates/reading.yaml`.
func readingWords() throws -> ReadingWords {
    let url = projectRoot.appendingPathComponent("Templates/reading.yaml")
    var log = DiagnosticLog()
    let source = SourceText(path: "reading.yaml", bytes: Array(try Data(contentsOf: url)))
    let words = try #require(readReadingWords(from: source, log: &log))
    #expect(log.entries.isEmpty)
    return words
}

struct Layouts {
    /// Kind of each record, and its text.
    private func outline(
        _ bytes: [UInt8],
        words: ReadingWords,
        pins: ReadingPins = ReadingPins(),
        isHeading: ((String) -> Bool)? = nil
    ) throws -> [String] {
        var log = DiagnosticLog()
        let text = try #require(ReceivedText(SourceText(path: "a.csv", bytes: bytes), log: &log))
        let (dialect, _) = sniffDialect(text, pins: pins, isHeading: isHeading)
        let table = CellTable(text, dialect: dialect)
        let layout = tableLayout(of: table, words: words, pins: pins, isHeading: isHeading)
        #expect(layout.kinds.count == table.records.count)
        return zip(layout.kinds, table.records).map { kind, record in
            let cells = record.fields.map { table.words(table.fields[$0]) }
            return "\(name(kind)): \(cells.joined(separator: " | "))"
        }
    }

    private func name(_ kind: RecordKind) -> String {
        if case .leftOut(let own) = kind { return "(\(own.rawValue))" }
        return "\(kind)"
    }

    private func kinds(_ text: String, words: ReadingWords? = nil) throws -> String {
        try outline(Array(text.utf8), words: words ?? readingWords())
            .map { $0.prefix { $0 != ":" } }.joined(separator: " ")
    }

    @Test func `names each row of the tables that districts send`() throws {
        let folder = projectRoot.appendingPathComponent("Fixtures/tables")
        let words = try readingWords()
        let texts = try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".csv") }.sorted()
            .map { name in
                let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
                return "== \(name)\n"
                    + (try outline(bytes, words: words)).joined(separator: "\n") + "\n"
            }
        expectGolden(texts.joined(separator: "\n"), "layouts.txt")
    }

    @Test func `reads one form alike with semicolons, tabs and commas`() throws {
        let words = try readingWords()
        let folder = projectRoot.appendingPathComponent("Fixtures/tables")
        let outlines = try ["semicolon", "tab", "comma"].map { name in
            let url = folder.appendingPathComponent("official-form-\(name).csv")
            return try outline(Array(try Data(contentsOf: url)), words: words)
        }
        #expect(outlines[0] == outlines[1] && outlines[1] == outlines[2])
    }

    @Test(arguments: [
        ("ma,ten,von\nA1,HTX Một,5\nA2,HTX Hai,6\n", "heading data data"),
        ("A1,HTX Một,5\nA2,HTX Hai,6\n", "data data"),
        ("ten,2018,2019\nHTX Một,50,60\nHTX Hai,70,80\n", "heading data data"),
        ("ten,nơi\nHTX Một,Mơ Xa\nHTX Hai,Hòa An\n", "heading data data"),
        ("HTX Một,Mơ Xa\nHTX Hai,Mơ Xa\nHTX Ba,Hòa An\n", "data data data"),
        ("a,b,c\n1,2,3\n4,5,6\n", "heading data data"),
        ("1,2,3\n4,5,6\n", "data data"),
        ("A,B,C\n1,2,3\n4,5,6\n", "heading data data"),
        ("ten,nu,nam\nten,nu,nam\nMột,1,2\nHai,3,4\n", "heading heading data data"),
        ("x\n\ny\n", "heading data data"),
        // No row of column numbers where few rows show that they are none of data.
        ("a,b,c\n1,2,3\n4,5,ơ\n", "heading data data"),
        ("a,b,c\n1,2,3\nMột hai,5,6\n7,8,9\n", "heading data data data"),
        // No heading above itself.
        ("mơ,mận\nmơ,mận\n", "data data"),
        // A row with one cell, where no heading is.
        ("A1,,,\nA2,1,2,3\nA3,4,5,6\nA4,7,8,9\n", "subheading data data data"),
        ("BÁO CÁO,,,\nA2,1,2,3\nA3,4,5,6\nA4,7,8,9\n", "(preamble) data data data"),
        // The word of a note in a row with all its cells.
        ("ten;a;b\nx;1;2\ny;3;4\nnote;;\n", "heading data data subheading"),
        ("ten;a;b\nx;1;2\ny;3;4\nNote:;;\n", "heading data data (footnote)"),
        ("ten;a;b\nx;1;2\ny;3;4\n\nnote;;\n", "heading data data (blank) (footnote)"),
        // A row whose first two cells ran together is shifted, and no heading.
        (
            "ngay,gio,so,ma,gia\n1/1/202010:00,2,A-1,$5,\n2/1/2020,11:00,3,A-2,$6\n"
                + "3/1/2020,12:00,4,A-3,$7\n4/1/2020,13:00,5,A-4,$8\n",
            "heading data data data data"
        ),
    ])
    func `tells headings from data without a schema`(text: String, expected: String) throws {
        #expect(try kinds(text) == expected)
    }

    @Test(arguments: [
        (
            "tt,ten,ma,von\n1,Tổng hợp tác xã Mơ,A1,5\n2,HTX Hai,A2,6\n,Tổng,,11\n",
            "data data total"
        ),
        ("tt,ten,ma,von\n1,Cộng Lực,A1,5\n2,Cộng,A2,6\n,Cộng,,11\n", "data data total"),
        ("tt,ten,von\n,Tổng số,11\n1,HTX Một,5\n2,HTX Hai,6\n", "total data data"),
        ("ten,von\nHTX Một,5\nHTX Hai,6\nTổng cộng toàn huyện (2 HTX),11\n", "data data total"),
        ("ten,von\nHTX Một,5\nTổng hợp Hai,6\nTổng hợp tác xã Ba,6\n", "data data data"),
        ("tt,ten,von\nI,Lúa,5\n1,Một,5\nII.,Cá,6\n2,Hai,6\n", "subtotal data subtotal data"),
        ("tt,ten,von\nA,Lúa,\n1,Một,5\nB,Cá,\n2,Hai,6\n", "subheading data subheading data"),
        ("tt,ten,von,x\n1,Một,5,1\n,Cộng,5,1\n2,Hai,6,1\n,Cộng,6,1\n", "data subtotal data total"),
    ])
    func `tells totals from organisations that are called so`(text: String, rows: String) throws {
        #expect(try kinds(text) == "heading " + rows)
    }

    @Test func `leaves further tables out, and a copy of the first`() throws {
        let first = "a,b,c\nx,2,3\ny,5,6\nz,7,8\n"
        #expect(
            try kinds(first + "\nd,e,f,g\nx,2,3,4\ny,6,7,8\n")
                == "heading data data data (blank) (further-table) (further-table) (further-table)"
        )
        #expect(
            try kinds(first + first)
                == "heading data data data (further-table) (further-table) (further-table) (further-table)"
        )
        #expect(
            try kinds(first + "a,b,c\nu,2,3\nv,5,6\n")
                == "heading data data data (repeated-heading) data data"
        )
    }

    @Test func `knows a table by its structure where there are no words`() throws {
        #expect(
            try kinds(
                "BÁO CÁO NĂM\n\nma,ten,von\nA1,Một,5\nA2,Hai,6\n\nLời ghi dưới bảng\n",
                words: ReadingWords()
            ) == "(preamble) (blank) heading data data (blank) (footnote)"
        )
    }

    @Test func `takes the heading rows that are pinned`() throws {
        var pins = ReadingPins()
        pins.headerRows = 0
        let words = try readingWords()
        let text = Array("ma,von\nA1,5\nA2,6\n".utf8)
        #expect(try outline(text, words: words, pins: pins).first == "data: ma | von")
        pins.headerRows = 2
        #expect(try outline(text, words: words, pins: pins)[1] == "heading: A1 | 5")
    }

    @Test func `takes the rows around headings of the schema that belong to them`() throws {
        let text = Array("Mã,Vốn,,Năm\n,lưu động,cố định,\nA1,1,2,2001\nA2,3,4,2002\n".utf8)
        let rows = try outline(text, words: readingWords()) { ["Mã", "Năm"].contains($0) }
        #expect(rows.map { $0.hasPrefix("heading") } == [true, true, false, false])
    }

    @Test func `finds headings of the schema below any title`() throws {
        let text = Array("Phòng,Kinh tế\nMã,Tên\nA1,Một\nA2,Hai\n".utf8)
        let rows = try outline(text, words: readingWords()) { ["Mã", "Tên"].contains($0) }
        #expect(rows[0].hasPrefix("(preamble)"))
        #expect(rows[1] == "heading: Mã | Tên")
    }
}
