import Foundation
import TestSupport
import Testing

@Suite struct FixtureTests {
    @Test func `the generator makes the committed submissions, byte for byte`() throws {
        try withScratchFolder { folder in
            let periods = ["an-giang-2019", "an-giang-2020"]
            for period in periods {
                try FileManager.default.createDirectory(
                    at: folder.appendingPathComponent("\(period)/submissions"),
                    withIntermediateDirectories: true
                )
            }
            let result = try run(programPath("fixture-generator"), [folder.path])
            #expect(result.status == 0)
            for period in periods {
                let path = "\(period)/submissions"
                let made = try contents(of: folder.appendingPathComponent(path))
                let committed = try contents(of: fixtures.appendingPathComponent(path))
                #expect(made.count >= 11)
                #expect(made == committed)
            }
        }
    }

    @Test func `the year before had 198 and is a period of its own`() throws {
        try withScratchFolder { folder in
            let result = try baocao(
                "build",
                fixtures.appendingPathComponent("an-giang-2019").path,
                "--only",
                "data,html",
                "--output",
                folder.path
            )
            #expect(result.status == 0, "\(result.errorText)")
            let tidy = try String(
                contentsOf: folder.appendingPathComponent("an-giang-2019/data/tidy.csv"),
                encoding: .utf8
            )
            #expect(tidy.contains("\r\n2019,all,all,htx,count,198,"))
            let page = try WebPage(folder.appendingPathComponent("an-giang-2019/bao-cao.html")).text
            #expect(page.contains("198 HTX"))
            #expect(!page.contains("so với năm"), "there is nothing to compare with")
        }
    }

    @Test func `says that it is synthetic, in its page and in the report`() throws {
        let readme = try String(
            contentsOf: fixtures.appendingPathComponent("README.md"),
            encoding: .utf8
        )
        #expect(readme.lowercased().contains("synthetic"))
        let pdf = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        #expect(plain(try pages(of: pdf).joined(separator: " ")).contains("số liệu mô phỏng"))
    }
}
