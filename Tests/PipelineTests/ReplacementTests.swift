import Foundation
import TestSupport
import Testing

@Suite struct ReplacementTests {
    @Test func `other products stay when the inputs are the same`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let before = try contents(of: period.products)
            let result = try period.build("--only", "html")
            #expect(result.status == 0)
            #expect(!result.text.contains("Đã xóa"))
            #expect(try contents(of: period.products) == before)
        }
    }

    @Test func `other products go, with a word, when an input has changed`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            try period.replace(
                "G2,Làng gốm Hạ,H1,GO,8",
                with: "G2,Làng gốm Hạ,H1,GO,9",
                in: "submissions/mot.csv"
            )
            let result = try period.build("--only", "html")
            #expect(result.status == 0)
            #expect(
                try contents(of: period.products).keys.sorted() == ["bao-cao.html", "build.json"]
            )
            for name in ["bao-cao.pdf", "data"] {
                let path = period.products.appendingPathComponent(name).path
                #expect(result.text.contains("Đã xóa vì số liệu đầu vào đã đổi: \(path)\n"))
            }
        }
    }

    @Test func `a product that is no longer the one in the record goes`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            try Data("sửa tay".utf8).write(
                to: period.products.appendingPathComponent("bao-cao.pdf")
            )
            #expect(try period.build("--only", "html", "--lang", "en").text.contains("Removed"))
            let names = try productNames(in: period.products)
            #expect(names == ["bao-cao.html", "build.json", "data"])
        }
    }

    @Test func `a product without a record goes, a stranger's file stays`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            try FileManager.default.removeItem(
                at: period.products.appendingPathComponent("build.json")
            )
            try Data("của tôi".utf8).write(
                to: period.products.appendingPathComponent("ghi-chu.txt")
            )
            #expect(try period.build("--only", "data").status == 0)
            let names = try productNames(in: period.products)
            #expect(names == ["build.json", "data", "ghi-chu.txt"])
        }
    }

    @Test func `a folder of data is replaced as a whole`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            try Data("cũ".utf8).write(to: period.products.appendingPathComponent("data/old.csv"))
            #expect(try period.build("--only", "data").status == 0)
            let names = try productNames(in: period.products)
            #expect(names == ["bao-cao.html", "bao-cao.pdf", "build.json", "data"])
        }
    }

    @Test func `a build with errors leaves every byte and makes nothing`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let before = try contents(of: period.products)
            try period.replace("GO,8,", with: "GO,tám,", in: "submissions/mot.csv")
            let result = try period.build()
            #expect(result.status == 1)
            #expect(result.text.isEmpty)
            #expect(result.errorText.contains("submissions/mot.csv:3:22 (E3)"))
            #expect(try contents(of: period.products) == before)

            try FileManager.default.removeItem(at: period.output)
            #expect(try period.build().status == 1)
            #expect(!FileManager.default.fileExists(atPath: period.output.path))
        }
    }

    @Test func `settings that cannot be read leave every byte`() throws {
        try withSmallPeriod { period in
            #expect(try period.build().status == 0)
            let before = try contents(of: period.products)
            try period.replace("sectors:", with: "setcors:", in: "report.yaml")
            #expect(try period.build().status == 2)
            #expect(try period.build("--draft").status == 2)
            #expect(try contents(of: period.products) == before)
        }
    }

    @Test func `a draft is published, marked on each page, with its open errors`() throws {
        try withSmallPeriod { period in
            try period.replace("GO,8,", with: "GO,tám,", in: "submissions/mot.csv")
            try period.write("# Hạn chế\n\nCó {{ htx.coutn }}.\n", to: "texts/limits.md")
            let result = try period.build("--draft")
            #expect(result.status == 0)
            #expect(result.errorText.contains("submissions/mot.csv:3:22 (E3)"))
            let found = try pages(of: period.products.appendingPathComponent("bao-cao.pdf"))
            #expect(found.count >= 3)
            for (index, page) in found.enumerated() {
                #expect(page.contains("DỰ THẢO"), "page \(index + 1)")
            }
            let html = try String(
                contentsOf: period.products.appendingPathComponent("bao-cao.html"),
                encoding: .utf8
            )
            for text in [plain(found.joined(separator: " ")), plain(html)] {
                #expect(text.contains("DỰ THẢO"))
                #expect(
                    text.contains("Danh sách lỗi còn mở") || text.contains("DANH SÁCH LỖI CÒN MỞ")
                )
                #expect(text.contains("tám"))
                #expect(text.contains("htx.coutn"))
            }
        }
    }

    @Test func `a report without errors is no draft and a draft is not kept as one`() throws {
        try withSmallPeriod { period in
            #expect(try period.build("--draft").status == 0)
            let result = try period.build("--only", "html")
            #expect(result.text.contains("bao-cao.pdf"), "the draft's PDF is removed and named")
            let names = try contents(of: period.products).keys.sorted()
            #expect(names == ["bao-cao.html", "build.json"])
            #expect(try period.build("--only", "report,html").status == 0)
            let pdf = try pages(of: period.products.appendingPathComponent("bao-cao.pdf"))
            #expect(!pdf.contains { $0.contains("DỰ") })
            let html = try String(
                contentsOf: period.products.appendingPathComponent("bao-cao.html"),
                encoding: .utf8
            )
            #expect(!html.contains("DỰ THẢO"))
        }
    }
}
