import Foundation
import TestSupport
import Testing

/// Editions of a period in a store: figures that change, their reasons, and the letter of correction.
@Suite struct EditionTests {
    /// The small register after its first edition was archived.
    private func withFirstEdition(_ body: (ScratchPeriod) throws -> Void) throws {
        try withSmallPeriod { period in
            try period.append("archive: ../kho\nreplaces: {number: \"7\", date: 2024-01-05}\n")
            try period.replace(
                "symbol: BC-CCLN}",
                with: """
                    symbol: BC-CCLN, position: Chi cục trưởng, \
                    addressees: [Ủy ban nhân dân tỉnh], recipients: [Như trên, "Lưu: VT"]}
                    """,
                in: "report.yaml"
            )
            try period.archive()
            try body(period)
        }
    }

    private func correctOneRow(_ period: ScratchPeriod) throws {
        try period.replace("H1,GO,8,20", with: "H1,GO,8,21", in: "submissions/mot.csv")
    }

    private let reason = "restatements: [{key: doanh_so.*, reason: Nộp lại, source: Công văn 9}]\n"

    @Test func `a changed figure without a reason stops the build and is named`() throws {
        try withFirstEdition { period in
            try correctOneRow(period)
            let result = try period.build()
            #expect(result.status == 1)
            let doubts = try doubts(in: try period.check())
            #expect(doubts.allSatisfy { $0.code == "pipeline.restatement.unexplained" })
            let sum = try #require(doubts.first { $0.value == "doanh_so.sum" })
            #expect(sum.message.contains("105.75") && sum.message.contains("106.75"))
            #expect(sum.hint?.contains("key: doanh_so.sum") == true)
            #expect(doubts.contains { $0.value == "doanh_so.*" }, "the others are counted")
            #expect(try period.build("--draft").status == 0, "a draft may be looked at")
        }
    }

    @Test func `every changed figure is printed with its reason, in a report that replaces`() throws
    {
        try withFirstEdition { period in
            let old = try figures(of: period)
            try correctOneRow(period)
            try period.append(reason)
            let result = try period.build()
            #expect(result.status == 0, "\(result.errorText)")
            let new = try figures(of: period)
            let changed = Set(old.keys).filter { old[$0] != new[$0] }
            #expect(changed.contains("doanh_so.sum"))
            let page = plain(
                try String(
                    contentsOf: period.products.appendingPathComponent("bao-cao.html"),
                    encoding: .utf8
                ).replacingOccurrences(of: "<[^>]*>", with: " ", options: .regularExpression)
            )
            for key in changed { #expect(page.contains(" \(key) "), "\(key)") }
            #expect(page.contains("Nộp lại") && page.contains("Công văn 9"))
            #expect(page.contains("thay thế Báo cáo số 07/BC-CCLN ngày 05 tháng 01 năm 2024"))
            #expect(page.contains("\(changed.count) số liệu được điều chỉnh"))
            #expect(!period.has("dinh-chinh"))
        }
    }

    @Test func `a figure that did not change makes its reason a warning`() throws {
        try withFirstEdition { period in
            try period.append("restatements: [{key: htx.count, reason: a, source: b}]\n")
            let doubts = try doubts(in: try period.check())
            #expect(doubts.map(\.code) == ["pipeline.restatement.unused"])
            #expect(doubts.map(\.severity) == ["warning"])
            let page = try String(
                contentsOf: period.products.appendingPathComponent("bao-cao.html"),
                encoding: .utf8
            )
            #expect(!page.contains("thay thế Báo cáo"))
        }
    }

    @Test func `an edition made again is the same, and no new one`() throws {
        try withFirstEdition { period in
            try correctOneRow(period)
            try period.append(reason)
            #expect(try period.build().status == 0)
            try period.archive()
            let first = try contents(of: period.products)
            #expect(try period.build().status == 0)
            #expect(try contents(of: period.products) == first)
            let again = try period.archive()
            #expect(again.contains("@v2"))
            #expect(try period.diff("@v2", period.path).status == 0)
            let ledger = try String(contentsOf: period.ledger(2), encoding: .utf8)
            let before = try String(contentsOf: period.ledger(1), encoding: .utf8)
            #expect(ledger.hasPrefix(before))
            #expect(ledger.contains("doanh_so.sum,106.75,trieu_dong,A,v2,"))
            let rebuilt = try baocao("verify", period.store.path, "--rebuild")
            #expect(rebuilt.status == 0, "\(rebuilt.errorText)")
        }
    }

    @Test
    func `a figure that was given is published, kept in the ledger and restated as others are`()
        throws
    {
        try withFirstEdition { period in
            func given(_ value: Int) -> String {
                "given: [{key: to_nghe, label: Số tổ nghề, value: \(value), unit: ho, "
                    + "source: Công văn 3, date: 2023-12-31}]\n"
            }
            try period.append(given(41))
            #expect(try period.build().status == 0, "a figure that is new needs no reason")
            let data = try String(
                contentsOf: period.products.appendingPathComponent("data/given.csv"),
                encoding: .utf8
            )
            #expect(data.contains("to_nghe,Số tổ nghề,41,ho,2023-12-31,Công văn 3\r\n"))
            try period.archive()
            let ledger = try String(contentsOf: period.ledger(2), encoding: .utf8)
            #expect(ledger.contains("given.to_nghe,41,ho,A,v2,"))

            try period.replace(given(41), with: given(40), in: "report.yaml")
            #expect(try period.build().status == 1)
            let doubt = try #require(try doubts(in: try period.check()).first)
            #expect(doubt.code == "pipeline.restatement.unexplained")
            #expect(doubt.value == "given.to_nghe")
            try period.append(
                "restatements: [{key: given.to_nghe, reason: Đếm lại, source: Công văn 4}]\n"
            )
            let built = try period.build()
            #expect(built.status == 0, "\(built.errorText)")
            let page = try String(
                contentsOf: period.products.appendingPathComponent("bao-cao.html"),
                encoding: .utf8
            )
            #expect(page.contains("Số tổ nghề") && page.contains("Đếm lại"))
            try period.archive()
            let verified = try baocao("verify", period.store.path)
            #expect(verified.status == 0, "\(verified.errorText)")
        }
    }

    @Test func `archive refuses figures that were not held against the last edition`() throws {
        try withFirstEdition { period in
            try correctOneRow(period)
            try period.replace("archive: ../kho\n", with: reason, in: "report.yaml")
            #expect(try period.build().status == 0)
            let result = try period.archiveResult()
            #expect(result.status == 1)
            #expect(result.errorText.contains("archive.refused.not-compared"))
            try period.replace(reason, with: "", in: "report.yaml")
            #expect(try period.build().status == 0)
            let unexplained = try period.archiveResult()
            #expect(unexplained.status == 1)
            #expect(unexplained.errorText.contains("pipeline.restatement.unexplained"))
            #expect(!FileManager.default.fileExists(atPath: period.ledger(2).path))
        }
    }

    @Test func `a change of form alone drafts a letter of correction`() throws {
        try withFirstEdition { period in
            try period.replace("symbol: BC-CCLN", with: "symbol: BC-CCLNXM", in: "report.yaml")
            let result = try period.build()
            #expect(result.status == 0, "\(result.errorText)")
            let letter = period.products.appendingPathComponent(
                "dinh-chinh/cong-van-dinh-chinh.pdf"
            )
            let text = plain(try pages(of: letter).joined(separator: " "))
            #expect(text.contains("V/v đính chính Báo cáo số"))
            #expect(text.contains("đã ghi “BC-CCLN”, nay đính chính là “BC-CCLNXM”"))
            // The earlier report is called what it was called, not what it should have been.
            #expect(text.contains("đã phát hành Báo cáo số 07/BC-CCLN ngày 05 tháng 01 năm 2024"))
            #expect(!text.contains("BÁO CÁO"))
            // The registry's number and the day are those of the letter: still to be given.
            #expect(text.contains("Số: /CCLNXM"))
            let rules = try baocao("ruler", letter.path, "--format", "json")
            let clauses = try #require(
                try JSONSerialization.jsonObject(with: Data(rules.text.utf8)) as? [[String: Any]]
            )
            #expect(clauses.filter { $0["verdict"] as? String == "fail" }.isEmpty, "\(rules.text)")
            // Once something else changes, the report replaces the earlier one and the letter goes.
            try correctOneRow(period)
            try period.append(reason)
            #expect(try period.build().status == 0)
            #expect(!period.has("dinh-chinh"))
        }
    }

    @Test func `the letter says what is added, left out and measured, one thing a line`() throws {
        try withFirstEdition { period in
            try period.replace(
                "replaces: {number: \"7\", date: 2024-01-05}\n",
                with: "",
                in: "report.yaml"
            )
            try period.replace(
                "recipients: [Như trên, ",
                with: "recipients: [Như trên, Hội Nghề, ",
                in: "report.yaml"
            )
            let templates = period.root.appendingPathComponent("Templates")
            try FileManager.default.copyItem(
                at: projectRoot.appendingPathComponent("Templates"),
                to: templates
            )
            let theme = templates.appendingPathComponent("theme.yaml")
            let look = try String(contentsOf: theme, encoding: .utf8)
            try look.replacing("indent: 12.7", with: "indent: 10.5")
                .write(to: theme, atomically: true, encoding: .utf8)
            try period.build("--templates", templates.path).expectSuccess()
            let letter = period.products.appendingPathComponent(
                "dinh-chinh/cong-van-dinh-chinh.pdf"
            )
            let text = plain(try pages(of: letter).joined(separator: " "))
            #expect(text.contains("Nơi nhận: bổ sung “Hội Nghề”"))
            #expect(!text.contains("Lưu: VT”"))
            #expect(
                text.contains("Khoảng lùi đầu dòng (mm): đã ghi “12,7”, nay đính chính là “10,5”")
            )
        }
    }

    @Test func `a figure that was withdrawn and comes back as another needs a reason`() throws {
        try withFirstEdition { period in
            let medians = "figures: [count, sum, mean, min, max, share, change, growth]\n"
            let gone = ["doanh_so", "so_ho"].map {
                "  - {key: \($0).median.*, reason: Không tính nữa, source: Công văn 8}\n"
            }.joined()
            try period.append("restatements:\n\(gone)\(medians)")
            try period.archive()
            // One row corrected, and the medians are back: as published at first, or not.
            try correctOneRow(period)
            let before = try period.read("report.yaml")
            let sums = "  - {key: doanh_so.*, reason: Nộp lại, source: Công văn 9}\n"
            try period.write(
                before.replacing(gone, with: sums.replacing("doanh_so.*", with: "doanh_so.sum.*"))
                    .replacing(medians, with: ""),
                to: "report.yaml"
            )
            let keys = try doubts(in: try period.check()).filter { $0.severity == "error" }
                .compactMap(\.value)
            #expect(keys.contains { $0.hasPrefix("doanh_so.median") }, "\(keys)")
            #expect(!keys.contains { $0.hasPrefix("so_ho.median") }, "they say what they said")
            try period.replace("archive: ../kho\n", with: "", in: "report.yaml")
            try period.build().expectSuccess()
            let refused = try period.archiveResult()
            #expect(refused.status == 1 && refused.errorText.contains("doanh_so.median"))
            try period.write(
                before.replacing(gone, with: sums).replacing(medians, with: ""),
                to: "report.yaml"
            )
            try period.archive()
        }
    }

    @Test func `data alone of a large submission change no figure without a reason`() throws {
        try withSmallPeriod { period in
            // Enough for a file whose rows are not kept, in few rows.
            let name = String(repeating: "rất dài ", count: 3_500)
            let rows = (0..<1_000).map { "M\($0),Làng \($0) \(name),H1,GO,3,20\n" }.joined()
            #expect(rows.utf8.count > 32 << 20)
            let head = "ma,ten,huyen,nghe,so_ho,doanh_so\n\(rows)"
            try period.append("archive: ../kho\nfigures: [count, sum]\n")
            try period.write("\(head)N1,Làng Nhỏ,H1,GO,3,20\n", to: "submissions/ba.csv")
            try period.build("--only", "data").expectSuccess()
            let first = try period.archiveResult()
            #expect(first.status == 0, "\(first.errorText.prefix(1000))")
            try period.write("\(head)N1,Làng Nhỏ,H1,GO,3,21\n", to: "submissions/ba.csv")
            let refused = try period.build("--only", "data")
            #expect(refused.status == 1)
            #expect(refused.errorText.contains("pipeline.restatement.unexplained"))
            try period.append(reason)
            try period.build("--only", "data").expectSuccess()
            let second = try period.archiveResult()
            #expect(second.status == 0, "\(second.errorText.prefix(1000))")
        }
    }

    @Test func `reasons that explain nothing are told at their lines`() throws {
        try withFirstEdition { period in
            try correctOneRow(period)
            let settings = try period.read("report.yaml")
            let all = "restatements:\n  - {key: doanh_so.*, reason: a, source: b}\n"
            try period.append("\(all)  - {key: doanh_so.*, reason: c, source: d}\n")
            let lines = settings.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(
                try period.places() == ["report.yaml:\(lines + 2):11 - settings.name.repeated"]
            )
            try period.write(
                settings.replacing("archive: ../kho\n", with: "") + all,
                to: "report.yaml"
            )
            #expect(
                try period.places() == [
                    "report.yaml:\(lines):11 - pipeline.restatement.no-edition"
                ]
            )
        }
    }

    @Test func `diff names figures, rows, settings and files, as text, JSON and a page`() throws {
        try withFirstEdition { period in
            try correctOneRow(period)
            try period.append(reason)
            #expect(try period.build().status == 0)
            let text = try period.diff("@v1", period.path)
            #expect(text.status == 1, "\(text.errorText)")
            #expect(text.text.contains("doanh_so.sum  105.75  106.75  thay đổi"))
            #expect(text.text.contains("submissions/mot.csv  G2  doanh_so  20  21  thay đổi"))
            #expect(text.text.contains("report.yaml"))
            let json = try period.diff("@v1", period.path, "--format", "json")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any]
            )
            #expect(object.keys.sorted() == ["figures", "files", "rows", "settings", "texts"])
            let page = try period.diff("@v1", period.path, "--format", "html", "--lang", "en")
            #expect(page.text.hasPrefix("<!DOCTYPE html>") && page.text.contains("<h2>Rows (1)"))
            #expect(try period.diff("@v1", "\(period.store.path):00-2023").status == 0)
            #expect(try period.diff("@v9", period.path).status == 2)
        }
    }

    @Test func `a store that is not there yet warns, one that is none is an error`() throws {
        try withSmallPeriod { period in
            try period.append("archive: ../kho\n")
            let doubts = try doubts(in: try period.check())
            #expect(doubts.map(\.code) == ["pipeline.edition.no-store"])
            try FileManager.default.createDirectory(
                at: period.store,
                withIntermediateDirectories: true
            )
            #expect(try period.build().status != 0)
        }
    }

    /// Values by key, as `tidy.csv` has them.
    private func figures(of period: ScratchPeriod) throws -> [String: String] {
        let tidy = period.products.appendingPathComponent("data/tidy.csv")
        let text = try String(contentsOf: tidy, encoding: .utf8)
        var figures: [String: String] = [:]
        for row in text.components(separatedBy: "\r\n").dropFirst() where !row.isEmpty {
            let cells = row.components(separatedBy: ",")
            var key = "\(cells[3]).\(cells[4])"
            if cells[1] != "all" || cells[2] != "all" { key += ".\(cells[1])" }
            if cells[2] != "all" { key += ".\(cells[2])" }
            figures[key] = "\(cells[5]) \(cells[6]) \(cells[9])"
        }
        return figures
    }
}

extension ScratchPeriod {
    fileprivate var store: URL { root.appendingPathComponent("kho") }
    fileprivate var object: String { store.path + "/baocao%3a00-2023" }

    fileprivate func ledger(_ edition: Int) -> URL {
        URL(fileURLWithPath: "\(object)/v\(edition)/content/ledger.csv")
    }

    fileprivate func has(_ product: String) -> Bool {
        FileManager.default.fileExists(atPath: products.appendingPathComponent(product).path)
    }

    fileprivate func append(_ text: String) throws {
        try write(try read("report.yaml") + text, to: "report.yaml")
    }

    fileprivate func archiveResult() throws -> ProgramResult {
        try baocao("archive", path, "--to", store.path, "--output", output.path)
    }

    /// Builds and archives; what was printed.
    @discardableResult
    fileprivate func archive() throws -> String {
        let built = try build()
        try #require(built.status == 0, "\(built.errorText)")
        let result = try archiveResult()
        try #require(result.status == 0, "\(result.errorText)")
        return result.text
    }

    fileprivate func diff(_ edition: String, _ more: String...) throws -> ProgramResult {
        try run(
            programPath("baocao"),
            ["diff", "\(store.path):00-2023\(edition)"] + more + ["--output", output.path]
        )
    }
}
