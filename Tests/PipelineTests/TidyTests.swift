import Foundation
import TestSupport
import Testing

@Suite struct TidyTests {
    private func table() throws -> [[String]] {
        let file = try BuiltFixture.folder.get().appendingPathComponent("data/tidy.csv")
        let text = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        return text.split(separator: "\r\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }

    /// The populations of the fixture in SQL, with the indicators that are made of them.
    private static let populations = [
        ("dang_ky", "TRUE", "htx"),
        ("hoat_dong", "tinh_trang = 'hoat_dong'", "doanh_thu,doanh_thu_thanh_vien"),
        ("ngung_hoat_dong", "tinh_trang = 'ngung'", "htx"),
        ("cho_giai_the", "tinh_trang = 'cho_giai_the'", "htx"),
        ("tin_dung", "linh_vuc = 'QTD'", "htx"),
        ("ngoai_tin_dung", "linh_vuc <> 'QTD'", "doanh_thu,von_dieu_le"),
        (
            "hoat_dong_ngoai_tin_dung", "linh_vuc <> 'QTD' AND tinh_trang = 'hoat_dong'",
            "doanh_thu"
        ),
        ("khong_hoat_dong", "tinh_trang IN ('ngung', 'cho_giai_the')", "htx"),
    ]

    /// The classes of size of the fixture in SQL.
    private static let sizes =
        "quy_mo=CASE WHEN linh_vuc = 'QTD' OR so_thanh_vien IS NULL THEN 'chua_xac_dinh' "
        + "WHEN number(so_thanh_vien) > 1000 THEN 'lon' WHEN number(so_thanh_vien) > 300 THEN 'vua' "
        + "WHEN number(so_thanh_vien) >= 50 THEN 'nho' ELSE 'sieu_nho' END"

    @Test func `every figure is found again by SQL over the submissions`() throws {
        let python = ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3"
        let columns =
            "ma_htx,ten_htx,don_vi,linh_vuc,tinh_trang,nam_thanh_lap,so_thanh_vien,so_lao_dong,"
            + "von_dieu_le,tong_tai_san,doanh_thu,loi_nhuan,thu_nhap_bq,xep_loai"
        let sums = [
            "so_thanh_vien", "so_lao_dong", "von_dieu_le", "tong_tai_san", "doanh_thu", "loi_nhuan",
        ]
        let tidy = try BuiltFixture.folder.get().appendingPathComponent("data/tidy.csv")
        let arguments =
            [
                projectRoot.appendingPathComponent("Tests/Checkers/tidy-by-sql.py").path,
                "--year", "2020", "--tidy", tidy.path, "--columns", columns,
                "--submissions", fixtures.path + "/an-giang-2020/submissions",
                "--previous", fixtures.path + "/an-giang-2019/submissions",
                "--identifier", "ma_htx", "--unit", "don_vi", "--sector", "linh_vuc",
                "--class", "tinh_trang", "--class", "xep_loai", "--year-column", "nam_thanh_lap",
                "--range", "thu_nhap_bq", "--alias", "Huyện Tịnh Biên=890",
                "--own", "xep_loai=ngoai_tin_dung", "--class", "quy_mo", "--derived", Self.sizes,
                "--ratio", "doanh_thu_thanh_vien=doanh_thu/so_thanh_vien",
                "--ratio", "loi_nhuan_lao_dong=loi_nhuan/so_lao_dong",
            ] + sums.flatMap { ["--sum", $0] }
            + Self.populations.flatMap { key, rule, only in
                ["--population", "\(key)=\(rule)", "--only", "\(key)=\(only)"]
            }
        let result = try run(python, arguments)
        #expect(result.status == 0, "\(result.text.prefix(2000))\(result.errorText.suffix(2000))")
    }

    @Test func `has its columns, one row a key, sorted, every unit with every sector`() throws {
        let rows = try table()
        #expect(
            rows.first?.joined(separator: ",")
                == "period,unit,sector,indicator,measure,value,unit_of_measure,answers,population,status"
        )
        let keys = rows.dropFirst().map { Array($0.prefix(5)) }
        #expect(Set(keys).count == keys.count)
        #expect(zip(keys, keys.dropFirst()).allSatisfy { $0.lexicographicallyPrecedes($1) })
        #expect(rows.allSatisfy { $0.count == 10 })
        #expect(Set(keys.map { $0[0] }) == ["2020"])
        let cells = Set(
            keys.filter { $0[3] == "htx" && $0[4] == "count" }.map { "\($0[1]) \($0[2])" }
        )
        #expect(cells.count == (11 + 1) * (6 + 1))
        #expect(cells.contains("all all"))
    }

    @Test(arguments: [
        ("htx,count", "232"), ("htx@hoat_dong,count", "217"), ("so_thanh_vien,sum", "140749"),
        ("von_dieu_le,sum", "3664000"),
        ("tong_tai_san,sum", "5234000"), ("doanh_thu,sum", "278400"), ("doanh_thu,mean", "1200"),
        ("loi_nhuan,sum", "22620"), ("loi_nhuan,mean", "97.5"), ("thu_nhap_bq,min", "4"),
        ("thu_nhap_bq,max", "5"), ("htx,change", "34"),
    ])
    func `gives the published figure`(key: String, value: String) throws {
        let rows = try table().filter {
            $0.prefix(5).joined(separator: ",") == "2020,all,all,\(key)"
        }
        #expect(rows.map { $0[5] } == [value])
        #expect(rows.first?[9] == "A")
    }

    @Test func `gives the published number of each sector`() throws {
        let counts = try table().filter { $0[1] == "all" && $0[3] == "htx" && $0[4] == "count" }
            .map { "\($0[2]) \($0[5])" }
        #expect(
            Set(counts) == [
                "all 232", "NN 169", "QTD 24", "VT 24", "TTCN 4", "TMDL 10", "TNMT 1",
            ]
        )
    }
}
