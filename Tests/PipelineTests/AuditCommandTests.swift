import Foundation
import TestSupport
import Testing

/// One doubt of `audit --format json`.
private struct AuditDoubt: Decodable {
    var kind: String
    var sentence: String
    var printed: String
    var computed: String
    var severity: String
    var line: Int
    var page: Int?
    var key: String?
}

@Suite struct AuditCommandTests {
    private func audit(
        _ text: String,
        named name: String = "bai.txt",
        _ more: String...
    ) throws -> (status: Int32, doubts: [AuditDoubt]) {
        try withScratchFolder { folder in
            let file = folder.appendingPathComponent(name)
            try Data(text.utf8).write(to: file)
            let result = try run(
                programPath("baocao"),
                ["audit", file.path, "--format", "json", "--templates", templates] + more
            )
            return (
                result.status, try JSONDecoder().decode([AuditDoubt].self, from: result.output)
            )
        }
    }

    private let templates = projectRoot.appendingPathComponent("Templates").path
    private let period = fixtures.appendingPathComponent("an-giang-2020").path

    @Test func `has no doubt about the report that the program makes`() throws {
        let folder = try BuiltFixture.folder.get()
        for name in ["bao-cao.pdf", "bao-cao.html"] {
            let path = folder.appendingPathComponent(name).path
            for more in [[], ["--against", period]] {
                let result = try run(
                    programPath("baocao"),
                    ["audit", path, "--templates", templates] + more
                )
                #expect(result.status == 0, "\(name) \(more): \(result.text)\(result.errorText)")
            }
        }
    }

    @Test func `has no doubt about the texts of a period`() throws {
        let folder = fixtures.appendingPathComponent("an-giang-2020/texts")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            let path = folder.appendingPathComponent(name).path
            let result = try baocao("audit", path, "--templates", templates)
            #expect(result.status == 0, "\(result.text)\(result.errorText)")
        }
    }

    @Test func `tells the figure of the period that a text misses, with its key`() throws {
        let text = """
            Toàn tỉnh hiện có 246 HTX. Tổng số thành viên HTX là 141.099 người, tổng vốn điều lệ 3.664 tỷ đồng.
            Có 219 HTX đang hoạt động.
            HTX vận tải: 26 HTX.
            """
        let (status, doubts) = try audit(text, "--against", period)
        #expect(status == 1)
        let found = doubts.map { "\($0.kind) \($0.printed) \($0.key ?? "-") \($0.computed)" }
        #expect(found.contains("period 246 HTX htx.count 232 HTX"), "\(found)")
        #expect(found.contains("period 141.099 người so_thanh_vien.sum 140.749 người"), "\(found)")
        #expect(found.contains("period 26 HTX htx.count.all.VT 24 HTX"), "\(found)")
        #expect(found.contains("period 219 HTX tinh_trang=hoat_dong.count 217 HTX"), "\(found)")
        #expect(found.contains("stale 3.664 tỷ đồng von_dieu_le.sum ="), "\(found)")
    }

    @Test func `never doubts a figure of which it does not know what it is`() throws {
        let text = """
            Riêng tại huyện Chợ Mới hiện có 28 HTX, với 12.536 thành viên. Các HTX ở vùng cao có vốn điều lệ 120 tỷ đồng.
            Năm 2015, toàn tỉnh có 110 HTX. Phấn đấu toàn tỉnh có 290 HTX. Tỉnh bạn có 410 HTX.
            Năm 2019, toàn tỉnh có 198 HTX; doanh thu của 30 HTX điểm là 95 tỷ đồng.
            """
        let (status, doubts) = try audit(text, "--against", period)
        #expect(status == 0, "\(doubts)")
    }

    @Test func `tells place, computed value and how sure it is`() throws {
        let text = "Bản tin\n\nCó 232 HTX, tăng 34 HTX (tăng 71,17%) so với năm 2019.\n"
        let (status, doubts) = try audit(text)
        #expect(status == 1)
        let doubt = try #require(doubts.first)
        #expect(doubt.kind == "growth" && doubt.severity == "doubt" && doubt.line == 3)
        #expect(doubt.printed == "71,17%" && doubt.computed == "17,17%")
        #expect(doubt.sentence == "Có 232 HTX, tăng 34 HTX (tăng 71,17%) so với năm 2019.")
    }

    @Test func `ends well with remarks alone`() throws {
        let (status, doubts) = try audit("Vốn gồm vốn góp 33,3%, vốn vay 33,3% và vốn khác 33,3%.")
        #expect(status == 0)
        #expect(doubts.map(\.severity) == ["remark"])
    }

    @Test func `refuses what is no text, with its path`() throws {
        try withScratchFolder { folder in
            let files: [(String, Data, String)] = [
                ("nhi-phan.txt", Data((0..<4096).map { UInt8($0 % 251) }), "not-text"),
                ("trong.txt", Data("  \n".utf8), "empty"),
                (
                    "so.docx", Data([0x50, 0x4B, 0x03, 0x04] + [UInt8](repeating: 7, count: 64)),
                    "not-text"
                ),
                ("hong.pdf", Data("%PDF-1.7\nhỏng".utf8), "damaged"),
            ]
            for (name, bytes, code) in files {
                let file = folder.appendingPathComponent(name)
                try bytes.write(to: file)
                let result = try baocao("audit", file.path, "--templates", templates)
                #expect(result.status == 2, "\(name)")
                #expect(
                    result.errorText.contains("[pipeline.audit.\(code)]"),
                    "\(result.errorText)"
                )
                #expect(result.errorText.contains(name), "\(result.errorText)")
            }
            let missing = try baocao("audit", folder.path, "--templates", templates)
            #expect(missing.status == 2)
        }
    }

    @Test func `reads hundreds of pages, and hostile texts, in bounded time`() throws {
        let report = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf").path
        try withScratchFolder { folder in
            let large = folder.appendingPathComponent("lon.pdf").path
            let copies = Array(repeating: report, count: 17)
            _ = try run("qpdf", ["--empty", "--pages"] + copies + ["--", large])
            let result = try baocao("audit", large, "--templates", templates)
            #expect(result.status == 0, "\(result.text.suffix(600))\(result.errorText)")
            let hostile = [
                String(repeating: "12 HTX, ", count: 60_000),
                String(repeating: "(", count: 200_000) + "5%",
                "gồm " + String(repeating: "1 HTX và ", count: 40_000),
                String(repeating: "9", count: 300_000) + " HTX",
                String(repeating: "1.2.3/4-5,", count: 40_000),
                String(repeating: "<table><tr><td>1", count: 40_000),
                "<" + String(repeating: "a '", count: 200_000),
            ]
            for (index, text) in hostile.enumerated() {
                let file = folder.appendingPathComponent(
                    index > 4 ? "\(index).html" : "\(index).txt"
                )
                try Data(text.utf8).write(to: file)
                let result = try run(
                    "timeout",
                    ["60", programPath("baocao"), "audit", file.path, "--templates", templates]
                )
                #expect([0, 1, 2].contains(result.status), "\(index): \(result.status)")
            }
        }
    }
}
