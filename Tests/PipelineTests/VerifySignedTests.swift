import Archive
import Foundation
import TestSupport
import Testing

/// `verify STORE --signed FILE` and `--rebuild`, on a store that `archive` made.
@Suite(.serialized) struct VerifySignedTests {
    /// A store with one edition of the small register, and the folder to spoil.
    private func withStore(_ body: (ScratchPeriod, URL) throws -> Void) throws {
        try withSmallPeriod { period in
            let store = period.root.appendingPathComponent("kho")
            try archive(period, in: store)
            try body(period, store)
        }
    }

    private func archive(_ period: ScratchPeriod, in store: URL, _ more: String...) throws {
        let built = try run(
            programPath("baocao"),
            ["build", period.path, "--output", period.output.path] + more
        )
        try #require(built.status == 0, "\(built.errorText)")
        let result = try baocao(
            "archive",
            period.path,
            "--output",
            period.output.path,
            "--to",
            store.path
        )
        try #require(result.status == 0, "\(result.errorText)")
    }

    @Test func `the edition is found with whose bytes a signed file begins`() throws {
        let sample = try SignedSample.tables.get()
        _ = try sample.signed("told", by: "rsa", "timestamp")
        try withStore { period, store in
            try period.replace("Làng gốm Hạ", with: "Làng gốm Hạ Mới", in: "submissions/mot.csv")
            try archive(period, in: store)
            let root = sample.folder.appendingPathComponent("ca/root.pem").path
            let told = try baocao(
                "verify",
                store.path,
                "--signed",
                sample.path("told"),
                "--trust",
                root
            )
            #expect(told.status == 0, "\(told.errorText)")
            #expect(told.text.contains("00-2023@v1 products/bao-cao.pdf"))
            #expect(told.text.contains("Văn thư thử"))
        }
    }

    @Test func `a file that begins with no archived bytes is compared by its text`() throws {
        let sample = try SignedSample.tables.get()
        try withStore { period, store in
            // Written anew by another program: all bytes move, no word does.
            let other = period.root.appendingPathComponent("khac.pdf")
            let qpdf = try run(
                "qpdf",
                [sample.path("base"), "--object-streams=generate", other.path]
            )
            try #require(qpdf.status == 0, "\(qpdf.errorText)")
            let told = try baocao("verify", store.path, "--signed", other.path)
            #expect(told.status == 1)
            #expect(told.errorText.contains("archive.signed.not-archived"))
            #expect(
                told.text.contains("00-2023@v1 products/bao-cao.pdf")
                    && told.text.contains("0 trang khác")
            )
        }
    }

    @Test func `what is no PDF, no store or no certificate stops with its reason`() throws {
        let sample = try SignedSample.tables.get()
        try withStore { period, store in
            let report = period.file("report.yaml").path
            for (words, code) in [
                ([store.path, "--signed", report], "archive.signed.unreadable"),
                ([period.path, "--signed", sample.path("base")], "archive.store.none"),
                (
                    [store.path, "--signed", sample.path("base"), "--trust", report],
                    "archive.signed.no-anchors"
                ),
                ([store.path, "--signed", "/khong/co.pdf"], "pipeline.file.read"),
            ] {
                let told = try run(programPath("baocao"), ["verify"] + words)
                #expect(told.status == 2 && told.errorText.contains(code), "\(told.errorText)")
            }
        }
    }

    @Test func `an edition made again from its archive has the same bytes`() throws {
        try withStore { period, store in
            // Neither the period nor its products are needed any more.
            try FileManager.default.removeItem(at: period.folder)
            try FileManager.default.removeItem(at: period.output)
            let told = try baocao("verify", store.path, "--rebuild", in: period.root)
            #expect(told.status == 0, "\(told.errorText)")
            let lines = told.text.split(separator: "\n").dropFirst()
            #expect(
                lines.count >= 3 && lines.allSatisfy { $0.contains("giống từng byte") },
                "\(told.text)"
            )
        }
    }

    @Test func `profile, date and the year before are those of the archive`() throws {
        try withFixture { period in
            let store = period.root.appendingPathComponent("kho")
            let built = try period.build(
                "--profile",
                "a-3a",
                environment: ["SOURCE_DATE_EPOCH": "1709249400"]
            )
            try #require(built.status == 0, "\(built.errorText)")
            let archived = try baocao(
                "archive",
                period.path,
                "--output",
                period.output.path,
                "--to",
                store.path
            )
            try #require(archived.status == 0, "\(archived.errorText)")
            for name in ["an-giang-2019", "an-giang-2020"] {
                try FileManager.default.removeItem(at: period.root.appendingPathComponent(name))
            }
            let told = try baocao("verify", store.path, "--rebuild", "--edition", "89-2020@v1")
            #expect(told.status == 0, "\(told.errorText)")
            #expect(!told.text.contains("khác"), "\(told.text)")
        }
    }

    @Test func `products that do not come from their inputs are told with the first difference`()
        throws
    {
        try withSmallPeriod { period in
            let store = period.root.appendingPathComponent("kho")
            try #require(try period.build().status == 0)
            // Made by hand, and recorded: as if another version had made it.
            let tidy = period.products.appendingPathComponent("data/tidy.csv")
            let record = period.products.appendingPathComponent("build.json")
            let text = try String(contentsOf: tidy, encoding: .utf8)
            let other = text.replacingOccurrences(of: ",40,", with: ",41,")
            try #require(other != text, "\(text.prefix(800))")
            let digests = try [text, other].map { try sha256(of: Array($0.utf8)) }
            try Data(other.utf8).write(to: tidy)
            let json = try String(contentsOf: record, encoding: .utf8)
                .replacingOccurrences(of: digests[0], with: digests[1])
                .replacingOccurrences(of: "\"version\": \"", with: "\"version\": \"9.")
            try Data(json.utf8).write(to: record)
            let archived = try baocao(
                "archive",
                period.path,
                "--output",
                period.output.path,
                "--to",
                store.path
            )
            try #require(archived.status == 0, "\(archived.errorText)")
            let told = try baocao("verify", store.path, "--rebuild", "--edition", "00-2023@v1")
            #expect(told.status == 1)
            #expect(told.errorText.contains("archive.rebuild.differs"))
            #expect(
                told.text.contains("khác từ dòng")
                    && told.text.contains("kết quả có thể khác vì phiên bản")
            )
        }
    }
}
