import Foundation
import TestSupport
import Testing

/// Folders of other provinces and registers, read by the same program and templates.
@Suite struct OtherRegisterTests {
    private func page(of period: ScratchPeriod) throws -> String {
        let result = try period.build("--only", "html")
        try #require(result.status == 0, "\(result.errorText)")
        return try WebPage(period.products.appendingPathComponent("bao-cao.html")).text
    }

    @Test func `libraries of another province, a unit missing, no year before`() throws {
        try withScratchFolder { folder in
            let result = try baocao(
                "build",
                fixtures.appendingPathComponent("thu-vien-2024").path,
                "--output",
                folder.path
            )
            #expect(result.status == 0)
            #expect(result.errors.isEmpty)
            let made = folder.appendingPathComponent("thu-vien-2024")
            let pdf = plain(
                try pages(of: made.appendingPathComponent("bao-cao.pdf")).joined(separator: " ")
            )
            let html = try WebPage(made.appendingPathComponent("bao-cao.html")).text
            for text in [pdf, html] {
                #expect(text.contains("12 TVCĐ thuộc 3 lĩnh vực"))
                #expect(text.contains("Thư viện xã: 7 TVCĐ, chiếm 58,3%"))
                #expect(text.contains("27.510 bản"))
                #expect(text.contains("11/12"))
                #expect(text.contains("chưa kết thúc kiểm kê vốn tài liệu"))
                #expect(text.contains("Tủ sách A*B"))
                #expect(text.contains("ngày 06 tháng 01 năm 2025"))
                for word in ["HTX", "An Giang", "so với năm", "xếp loại", "2023"] {
                    #expect(!text.contains(word), "\(word)")
                }
            }
            let tidy = try String(
                contentsOf: made.appendingPathComponent("data/tidy.csv"),
                encoding: .utf8
            )
            #expect(tidy.contains("\r\n2024,N3,all,htx,count,,"), "a missing unit has no number")
            #expect(tidy.contains("\r\n2024,N3,all,ban_sach,sum,,ban,0,0,O\r\n"))
            #expect(tidy.contains("\r\n2024,all,all,ban_sach,sum,27510,ban,11,12,A\r\n"))
        }
    }

    @Test func `a folder with columns of its own and no texts is built from the templates`() throws
    {
        try withSmallPeriod { period in
            let text = try page(of: period)
            #expect(text.contains("có 4 làng thuộc 2 lĩnh vực"))
            #expect(text.contains("Làng gốm: 3 làng, chiếm 75%") || text.contains("chiếm 75,00%"))
            #expect(text.contains("Xứ Mơ"))
            #expect(!text.contains("HTX"))
        }
    }

    @Test func `one organisation in one unit is enough`() throws {
        try withSmallPeriod { period in
            try period.remove("submissions/hai.csv")
            try period.write(
                "ma,ten,huyen,nghe,so_ho,doanh_so\nG1,Làng gốm,H1,GO,,\n",
                to: "submissions/mot.csv"
            )
            try period.replace(
                "  - {code: H2, name: Hai, type: huyện}\n",
                with: "",
                in: "report.yaml"
            )
            let result = try period.build()
            #expect(result.status == 0, "\(result.errorText)")
            let pdf = try pages(of: period.products.appendingPathComponent("bao-cao.pdf"))
            #expect(plain(pdf.joined(separator: " ")).contains("1 làng thuộc 1 lĩnh vực"))
        }
    }

    @Test func `all units missing is no crash and prints no figure`() throws {
        try withSmallPeriod { period in
            try period.remove("submissions/hai.csv")
            try period.remove("submissions/mot.csv")
            try period.write(
                try period.read("report.yaml")
                    + "missing: [{unit: H1, reason: bão}, {unit: H2, reason: lũ}]\n",
                to: "report.yaml"
            )
            let result = try period.build("--lang", "en")
            #expect([0, 1].contains(result.status))
            if result.status == 1 {
                #expect(result.errorText.contains("cannot be computed"))
                #expect(!FileManager.default.fileExists(atPath: period.output.path))
            }
        }
    }

    @Test(arguments: ["an-giang-2019", "an-giang-2020"])
    func `sentences on change vanish when a unit is missing in one year`(year: String) throws {
        try withFixture { period in
            let folder = period.root.appendingPathComponent(year)
            let spoilt = ScratchPeriod(root: period.root, folder: folder)
            try spoilt.remove("submissions/883-long-xuyen.csv")
            try spoilt.write(
                try spoilt.read("report.yaml") + "missing: [{unit: \"883\", reason: chưa gửi}]\n",
                to: "report.yaml"
            )
            let text = try page(of: period)
            #expect(!text.contains("so với năm 2019)"))
            #expect(!text.contains("có thêm so với năm trước là"))
            #expect(!text.contains(/(tăng|giảm) [0-9.]+ HTX \(/))
            #expect(text.contains("Biến động theo lĩnh vực"))
            // Nothing is known of a unit that sent nothing, not even how many did not answer.
            #expect(!text.contains("0/0"))
            // Sources name files of the year before by their path.
            let words = text.replacingOccurrences(of: "../", with: "")
            for gap in [" ,", " .", "..", "()", "[?"] { #expect(!words.contains(gap), "\(gap)") }
        }
    }

    @Test func `a previous year of other units and codes is compared unit by unit`() throws {
        try withSmallPeriod { period in
            let before = ScratchPeriod(
                root: period.root,
                folder: period.root.appendingPathComponent("nghe-2022")
            )
            try FileManager.default.copyItem(at: period.folder, to: before.folder)
            try before.replace("2023", with: "2022", in: "report.yaml")
            try before.replace("code: H2, name: Hai", with: "code: H3, name: Ba", in: "report.yaml")
            try before.replace("H2,GO", with: "H3,GO", in: "submissions/hai.csv")
            try before.replace("G2,Làng gốm Hạ,H1,GO,8,20\n", with: "", in: "submissions/mot.csv")
            try period.write(
                try period.read("report.yaml") + "previous: ../nghe-2022\n",
                to: "report.yaml"
            )
            #expect(try doubts(in: try period.check()).allSatisfy { $0.severity == "warning" })
            let text = try page(of: period)
            #expect(text.contains("Biến động so với năm trước"))
            let data = try period.build("--only", "data")
            #expect(data.status == 0)
            let tidy = try String(
                contentsOf: period.products.appendingPathComponent("data/tidy.csv"),
                encoding: .utf8
            )
            #expect(tidy.contains("\r\n2023,H1,all,htx,change,1,"))
            #expect(tidy.contains("\r\n2023,H2,all,htx,change,,"))
            #expect(tidy.contains("\r\n2023,all,all,htx,change,,"))
        }
    }

    @Test(arguments: [("4", "3", "tăng"), ("3", "4", "giảm"), ("3", "3", "không đổi")])
    func `a sentence on change chooses its word`(now: String, before: String, word: String) throws {
        try withSmallPeriod { period in
            let earlier = ScratchPeriod(
                root: period.root,
                folder: period.root.appendingPathComponent("nghe-2022")
            )
            try FileManager.default.copyItem(at: period.folder, to: earlier.folder)
            try earlier.replace("2023", with: "2022", in: "report.yaml")
            let row = "G2,Làng gốm Hạ,H1,GO,8,20\n"
            if now == "3" { try period.replace(row, with: "", in: "submissions/mot.csv") }
            if before == "3" { try earlier.replace(row, with: "", in: "submissions/mot.csv") }
            try period.write(
                try period.read("report.yaml") + "previous: ../nghe-2022/\n",
                to: "report.yaml"
            )
            let text = try page(of: period)
            #expect(text.contains("có \(now) làng thuộc 2 lĩnh vực, \(word)"))
            #expect(text.contains("như vậy, tổng số \(word)"))
        }
    }
}
