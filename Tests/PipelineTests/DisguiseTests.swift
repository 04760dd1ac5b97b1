import Foundation
import TestSupport
import Testing

/// The fixture's data in the forms that districts really send give the very same figures.
@Suite struct DisguiseTests {
    private func disguised<Result>(_ body: (ScratchPeriod) throws -> Result) throws -> Result {
        try withScratchFolder { root in
            let name = "an-giang-2020"
            try FileManager.default.copyItem(
                at: fixtures.appendingPathComponent("an-giang-2019"),
                to: root.appendingPathComponent("an-giang-2019")
            )
            let python = ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3"
            let script = projectRoot.appendingPathComponent("Tests/Checkers/disguise.py").path
            let folder = root.appendingPathComponent(name)
            let made = try run(
                python,
                [script, fixtures.appendingPathComponent(name).path, folder.path]
            )
            try #require(made.status == 0, "\(made.errorText)")
            return try body(ScratchPeriod(root: root, folder: folder))
        }
    }

    @Test func `every encoding, form and layout gives the same figures`() throws {
        let expected = try Data(
            contentsOf: BuiltFixture.folder.get().appendingPathComponent("data/tidy.csv")
        )
        try disguised { period in
            let result = try period.build("--only", "data")
            #expect(result.status == 0, "\(result.errorText)")
            let tidy = try Data(
                contentsOf: period.products.appendingPathComponent("data/tidy.csv")
            )
            #expect(tidy == expected)
        }
    }

    @Test func `check proves the totals and tells what was left out`() throws {
        try disguised { period in
            let text = try baocao("check", period.path, "--explain").text
            #expect(!text.contains("KHÔNG KHỚP"))
            for words in [
                "“utf-16le”", "“windows-1258”", "“tcvn3”", "“vni”", "“viscii”", "khớp",
                "Người lập biểu", "ĐVT: triệu đồng", "“KBC” là chưa có số liệu",
                "“-” là không phát sinh",
            ] {
                #expect(text.contains(words), "\(words)")
            }
        }
    }
}
