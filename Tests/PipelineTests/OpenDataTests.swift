import Foundation
import TestSupport
import Testing

@Suite struct OpenDataTests {
    private func check(_ what: String, _ folder: URL, _ more: String...) throws {
        let checker = projectRoot.appendingPathComponent("Tests/Checkers/open-data.py").path
        let result = try run(pythonPath, [checker, what, folder.path] + more)
        #expect(result.status == 0, "\(result.text.prefix(3000))\(result.errorText.suffix(2000))")
    }

    private var data: URL {
        get throws { try BuiltFixture.folder.get().appendingPathComponent("data") }
    }

    @Test func `csvw validates every file against its metadata, keys and references too`() throws {
        try check("csvw", try data)
    }

    @Test func `DuckDB reads every file with the types that the metadata tell`() throws {
        try check("duckdb", try data)
    }

    @Test func `the workbook holds the tables' values, one table a sheet, for everybody to read`()
        throws
    {
        try check("book", try data)
    }

    @Test func `the tables' values are those of tidy.csv, exact where print is rounded`() throws {
        let sectors = [
            "Nông nghiệp": "NN", "Quỹ tín dụng nhân dân": "QTD", "Vận tải": "VT",
            "Tiểu thủ công nghiệp": "TTCN", "Thương mại - du lịch": "TMDL",
            "Tài nguyên môi trường": "TNMT", "Tổng số": "all",
        ].mapValues { ["all", $0] }
        let units = [
            "thành phố Long Xuyên": "883", "thành phố Châu Đốc": "884", "huyện An Phú": "886",
            "thị xã Tân Châu": "887", "huyện Phú Tân": "888", "huyện Châu Phú": "889",
            "huyện Tịnh Biên": "890", "huyện Tri Tôn": "891", "huyện Châu Thành": "892",
            "huyện Chợ Mới": "893", "huyện Thoại Sơn": "894", "Tổng số": "all",
        ].mapValues { [$0, "all"] }
        let map: [[String: Any]] = [
            [
                "table": "results-sectors", "rows": sectors,
                "columns": [
                    "Số HTX": ["htx", "count", "1"],
                    "Doanh thu: Tổng số": ["doanh_thu", "sum", "1"],
                    "Doanh thu: Bình quân": ["doanh_thu", "mean", "1"],
                    "Lợi nhuận: Trung vị": ["loi_nhuan", "median", "1"],
                ],
            ],
            [
                "table": "sectors", "rows": sectors,
                "columns": [
                    "Năm 2020: Số lượng": ["htx", "count", "1"],
                    "Năm 2020: Tỷ trọng (%)": ["htx", "share", "1"],
                    "Tăng, giảm": ["htx", "change", "1"],
                ],
            ],
            [
                "table": "annex-units-measures", "rows": units,
                "columns": [
                    "Triệu đồng: Vốn điều lệ": ["von_dieu_le", "sum", "1"],
                    "Triệu đồng: Doanh thu bình quân một HTX": ["doanh_thu", "mean", "1"],
                    "Lao động (người): Tổng số": ["so_lao_dong", "sum", "1"],
                ],
            ],
            [
                "table": "units", "rows": units,
                "columns": ["Doanh thu (tỷ đồng)": ["doanh_thu", "sum", "1/1000"]],
            ],
        ]
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent("map.json")
            try JSONSerialization.data(withJSONObject: map).write(to: file)
            try check("tidy", try data, file.path)
        }
    }

    @Test func `a cell of answers is two columns, and a range has a low and a high one`() throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: try data.path)
        let members = try #require(names.first { $0.hasSuffix("-members-sectors.csv") })
        let list = try #require(names.first { $0.hasSuffix("-organisations.csv") })
        func head(_ name: String) throws -> String {
            let bytes = try Data(contentsOf: try data.appendingPathComponent(name))
            return String(decoding: bytes.prefix { $0 != 0x0D }, as: UTF8.self)
        }
        #expect(
            try head(members).hasSuffix(
                "Lao động thường xuyên: có số liệu (n),Lao động thường xuyên: tất cả (N)"
            )
        )
        #expect(try head(list).hasPrefix("\u{FEFF}Đơn vị,STT,Mã,Tên HTX,"))
        #expect(try head(list).contains("Thu nhập BQ: thấp nhất,Thu nhập BQ: cao nhất"))
    }

    @Test func `hostile names and codes pass through all files`() throws {
        try withSmallPeriod { period in
            try period.replace(
                "Làng gốm Thượng",
                with: "=cmd|' /C calc'!A0",
                in: "submissions/mot.csv"
            )
            try period.replace("Làng gốm Hạ", with: "@SUM(A1)", in: "submissions/mot.csv")
            try period.replace(
                "Làng rèn Trung",
                with: "\"-2 \"\"dài\"\", " + String(repeating: "rất dài ", count: 38) + "\"",
                in: "submissions/mot.csv"
            )
            try period.build("--only", "data").expectSuccess()
            let data = period.products.appendingPathComponent("data")
            for what in ["csvw", "duckdb", "book"] { try check(what, data) }
            let lists = try FileManager.default.contentsOfDirectory(atPath: data.path)
                .filter { $0.hasSuffix(".csv") }
                .map { try String(contentsOf: data.appendingPathComponent($0), encoding: .utf8) }
            #expect(lists.contains { $0.contains(",'=cmd|' /C calc'!A0,") })
            #expect(lists.contains { $0.contains(",'@SUM(A1),") })
            #expect(lists.allSatisfy { !$0.contains(",=cmd") && !$0.contains(",@SUM") })
        }
    }

    @Test func `templates without words of data make tidy.csv alone, and that is told`() throws {
        try withSmallPeriod { period in
            let templates = period.root.appendingPathComponent("Templates")
            try FileManager.default.copyItem(
                at: projectRoot.appendingPathComponent("Templates"),
                to: templates
            )
            try FileManager.default.removeItem(
                at: templates.appendingPathComponent("annual-report/data.yaml")
            )
            let result = try period.build("--only", "data", "--templates", templates.path)
            #expect(result.status == 0)
            #expect(result.errorText.contains("compose.data.no-words"))
            #expect(
                try contents(of: period.products).keys.sorted() == ["build.json", "data/tidy.csv"]
            )
        }
    }
}
