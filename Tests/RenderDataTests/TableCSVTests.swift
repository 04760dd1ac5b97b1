import DocumentModel
import Foundation
import OpenDataModel
import RenderData
import Testing
import Vocabulary

struct TableCSVTests {
    private func number(_ text: String) throws -> DataCell {
        .number(Table.Number(try #require(ExactDecimal(plain: text))))
    }

    @Test func `texts that spreadsheets would calculate are guarded, numbers never`() throws {
        let table = DataTable(
            name: "bang-1",
            label: "Bảng 1",
            caption: "Tên",
            columns: [
                DataColumn(name: "a", title: "=cmd", isRowHeader: true),
                DataColumn(name: "b", title: "Số", kind: .decimal, signs: ["-", "…"]),
            ],
            rows: [
                [.text("=1+1"), try number("-1.5")],
                [.text("@x"), .text("-")],
                [.text("a,\"b\"\r\nc"), .blank],
            ]
        )
        let text = String(decoding: tableCSV(table), as: UTF8.self)
        #expect(
            text
                == "\u{FEFF}'=cmd,Số\r\n'=1+1,-1.5\r\n'@x,'-\r\n\"a,\"\"b\"\"\r\nc\",\r\n"
        )
    }

    @Test func `metadata name a sign as the file writes it`() throws {
        let table = DataTable(
            name: "bang-1",
            label: "Bảng 1",
            caption: "Tên",
            unit: "người",
            columns: [DataColumn(name: "b", title: "=Số", kind: .decimal, signs: ["-"])],
            rows: [[.text("-")], [try number("1.5")]]
        )
        var data = OpenData(
            title: "Số liệu",
            description: "",
            author: "",
            language: "vi-VN",
            date: try #require(CalendarDate(iso: "2020-12-31"))
        )
        data.tables = [table]
        let json = try JSONSerialization.jsonObject(with: Data(tableMetadata(of: data)))
        let tables = try #require((json as? [String: Any])?["tables"] as? [[String: Any]])
        #expect(tables.map { $0["url"] as? String } == ["tidy.csv", "bang-1.csv"])
        let schema = try #require(tables[1]["tableSchema"] as? [String: Any])
        let column = try #require((schema["columns"] as? [[String: Any]])?.first)
        #expect(column["null"] as? [String] == ["", "'-"])
        #expect(column["titles"] as? String == "'=Số")
        #expect(column["datatype"] as? String == "decimal")
    }
}
