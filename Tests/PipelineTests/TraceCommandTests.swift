import Foundation
import TestSupport
import Testing

/// What `baocao trace --format json` prints.
private struct Trace: Decodable {
    struct Operand: Decodable {
        var name: String
        var key: String?
        var value: String?
    }
    struct Row: Decodable, Equatable {
        var file: String
        var line: Int?
        var cell: String?
        var raw: String?
    }
    var key: String
    var definition: String
    var formula: String
    var operands: [Operand]
    var value: String?
    var printed: String?
    var rows: [Row]
}

@Suite struct TraceCommandTests {
    private func trace(_ period: String, _ key: String) throws -> Trace {
        let result = try baocao("trace", period, key, "--format", "json")
        try #require(result.status == 0, "\(result.errorText)")
        return try JSONDecoder().decode(Trace.self, from: Data(result.text.utf8))
    }

    private var fixture: String { fixtures.appendingPathComponent("an-giang-2020").path }

    private func again(_ period: String, _ tidy: URL, _ step: Int) throws -> ProgramResult {
        let script = projectRoot.appendingPathComponent("Tests/Checkers/trace-by-rows.py").path
        return try run(
            pythonPath,
            [script, programPath("baocao"), period, tidy.path, String(step)]
        )
    }

    @Test func `every figure of a small period is made again from the rows of its trace`() throws {
        try withSmallPeriod { period in
            #expect(try period.build("--only", "data").status == 0)
            let tidy = period.products.appendingPathComponent("data/tidy.csv")
            let result = try again(period.path, tidy, 1)
            #expect(
                result.status == 0,
                "\(result.text.suffix(2000))\(result.errorText.suffix(2000))"
            )
        }
    }

    @Test func `a sample of the real period is made again from its rows`() throws {
        let tidy = try BuiltFixture.folder.get().appendingPathComponent("data/tidy.csv")
        let result = try again(fixture, tidy, 211)
        #expect(result.status == 0, "\(result.text.suffix(2000))\(result.errorText.suffix(2000))")
    }

    @Test func `a figure is told with its formula, operands, value and rows`() throws {
        try withSmallPeriod { period in
            let found = try trace(period.path, "doanh_so.mean.H1.GO")
            #expect(found.key == "doanh_so.mean.H1.GO")
            #expect(found.value == "25.25")
            #expect(found.printed == "25,25\u{A0}triệu đồng")
            #expect(found.operands.prefix(3).map(\.value) == ["50.5", "2", "2"])
            #expect(found.operands[0].key == "doanh_so.sum.H1.GO")
            #expect(found.definition.contains("Doanh số") && found.definition.contains("Gốm"))
            let file = "submissions/mot.csv"
            #expect(
                found.rows == [
                    .init(file: file, line: 2, cell: "F2", raw: "30.5"),
                    .init(file: file, line: 3, cell: "F3", raw: "20"),
                ]
            )
            let text = try baocao("trace", period.path, "doanh_so.mean.H1.GO").text
            #expect(text.contains("submissions/mot.csv:3:F3  20\n"))
            let csv = try baocao("trace", period.path, "htx.count.H2", "--format", "csv").text
            #expect(csv.contains("htx.count.H2,submissions/hai.csv,2,A2,G3,,\r\n"))
        }
    }

    @Test func `figures of the period before and given ones have their own files`() throws {
        let before = try trace(fixture, "previous.htx.count.884")
        #expect(before.rows.allSatisfy { $0.file.hasPrefix("../an-giang-2019/submissions/884") })
        #expect(before.rows.count == Int(before.value ?? ""))
        let change = try trace(fixture, "htx.change")
        #expect(change.rows.count == 232 + 198)
        #expect(change.operands.prefix(2).map(\.key) == ["htx.count", "previous.htx.count"])
        let given = try trace(fixture, "given.to_hop_tac")
        #expect(given.rows.map(\.raw) == ["815"])
        #expect(given.rows.first?.file == "report.yaml")
    }

    @Test func `a cell of a workbook is named with its sheet`() throws {
        try withSmallPeriod { period in
            try period.remove("submissions/hai.csv")
            let script = """
                import openpyxl, sys
                book = openpyxl.Workbook()
                sheet = book.active
                sheet.title = 'Biểu 1'
                for row in [['ma', 'ten', 'huyen', 'nghe', 'so_ho', 'doanh_so'],
                            ['G3', 'Làng gốm Mới', 'H2', 'GO', 20, 44.5]]:
                    sheet.append(row)
                book.save(sys.argv[1])
                """
            let book = period.file("submissions/hai.xlsx").path
            #expect(try run(pythonPath, ["-c", script, book]).status == 0)
            let found = try trace(period.path, "doanh_so.sum.H2")
            #expect(
                found.rows == [
                    .init(file: "submissions/hai.xlsx", line: 2, cell: "Biểu 1!F2", raw: "44.5")
                ]
            )
        }
    }

    @Test func `an amended cell shows what was sent, what is read and who says so`() throws {
        try withSmallPeriod { period in
            try period.write(
                """
                file,cell,old,new,reason,who,date
                mot.csv,F3,20,21,gõ nhầm,Lê Thị Ba,20/12/2023

                """,
                to: "corrections.csv"
            )
            let found = try trace(period.path, "doanh_so.sum.H1.GO")
            #expect(found.value == "51.5")
            #expect(found.rows.map(\.raw) == ["30.5", "20"])
            let words = found.operands.compactMap(\.value).filter { $0.contains("corrections.csv") }
            #expect(words.count == 1)
            #expect(words.first?.contains("“20” → “21”") == true, "\(words)")
            let text = try baocao("trace", period.path, "doanh_so.sum.H1.GO").text
            #expect(text.contains("F3  20  → 21 (corrections.csv:2)"), "\(text)")
        }
    }

    @Test(arguments: [
        ("72,84%", "htx.share.all.NN"), ("72,84 %", "htx.share.all.NN"),
        ("3.664 tỷ đồng", "von_dieu_le.sum"), ("3.664\u{A0}tỷ\u{A0}đồng", "von_dieu_le.sum"),
        ("278,4 tỷ đồng", "doanh_thu.sum"), ("140.749", "so_thanh_vien.sum"),
        ("1.200 triệu đồng", "doanh_thu.mean"), ("815 tổ", "given.to_hop_tac"),
    ])
    func `the keys behind a printed number are found`(number: String, key: String) throws {
        let result = try baocao("trace", fixture, "--printed", number, "--format", "json")
        #expect(result.status == 0, "\(result.errorText)")
        struct Found: Decodable { var key: String }
        let found = try JSONDecoder().decode([Found].self, from: Data(result.text.utf8))
        #expect(found.contains { $0.key == key }, "\(found.map(\.key))")
    }

    @Test func `what is not there ends with 1 and the nearest keys`() throws {
        let key = try baocao("trace", fixture, "doanh_thu.maen.883")
        #expect(key.status == 1)
        #expect(key.text.isEmpty)
        #expect(key.errorText.contains("doanh_thu.mean.883"))
        let number = try baocao("trace", fixture, "--printed", "99,999%")
        #expect(number.status == 1)
        #expect(number.errorText.contains("trace.printed.unknown"))
        #expect(try baocao("trace", fixture).status == 2)
        #expect(try baocao("trace", fixture, "htx.count", "--printed", "1").status == 2)
    }

    @Test func `each number of the web page leads to its source, and each source is led to`() throws
    {
        let page = try WebPage(BuiltFixture.folder.get().appendingPathComponent("bao-cao.html"))
        let links = Set(page.source.matches(of: /class="f" href="#([^"]+)"/).map(\.output.1))
        let places = page.source.matches(of: /<div id="(--[^"]+)">\n<dt>/).map(\.output.1)
        #expect(links.count > 300)
        #expect(places.count == Set(places).count)
        #expect(links == Set(places))
        #expect(page.source.contains("<dt>htx.share.all.NN = 72,84%</dt>"))
        #expect(page.source.contains("href=\"#--htx.share.all.NN\">72,84%</a>"))
    }

    @Test func `the annex of sources names every table and chart, and its keys can be traced`()
        throws
    {
        let page = try WebPage(BuiltFixture.folder.get().appendingPathComponent("bao-cao.html"))
        let annex = try #require(page.source.range(of: "id=\"table-sources\""))
        let rest = page.source[annex.upperBound...]
        let text = String(rest[..<(rest.range(of: "</table>")?.lowerBound ?? rest.endIndex)])
        let captions = page.texts(of: "caption") + page.texts(of: "figcaption")
        let labels = captions.compactMap { caption in
            caption.firstMatch(of: /^(Bảng|Biểu đồ) \d+\./).map { String($0.output.0) }
        }
        #expect(labels.count > 20)
        let named = text.replacingOccurrences(of: "\u{A0}", with: " ")
        for label in labels
        where !label.hasPrefix("Bảng \(labels.count(where: { $0.hasPrefix("Bảng") }))") {
            #expect(named.contains(label), "\(label)")
        }
        let keys = text.matches(of: /<td>([^<\[]+\.[^<\[]+)<\/td>/).flatMap {
            $0.output.1.split(separator: "; ").map(String.init)
        }
        #expect(keys.count > 10)
        for key in Set(keys).sorted().prefix(6) {
            #expect(try baocao("trace", fixture, key).status == 0, "\(key)")
        }
    }
}
