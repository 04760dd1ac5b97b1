import Foundation
import TestSupport
import Testing

/// What `due` tells of a store.
@Suite struct DueTests {
    private struct Row: Decodable {
        var period: String
        var archive: String
        var due: String
        var daysLeft: Int
        var state: String
    }

    /// A store of the small period and of the year before it.
    private func withStore(_ body: (ScratchPeriod, String) throws -> Void) throws {
        try withSmallPeriod { period in
            let store = period.root.appendingPathComponent("kho").path
            for (old, new) in [("2023", "2023"), ("2023", "2019")] {
                try period.replace(old, with: new, in: "report.yaml")
                try period.build("--only", "data").expectSuccess()
                try baocao("archive", period.path, "--to", store, "--output", period.output.path)
                    .expectSuccess()
            }
            try body(period, store)
        }
    }

    @Test func `lists both deposits of each period by day, and warns of those that are near`()
        throws
    {
        try withStore { _, store in
            let result = try baocao(
                "due",
                store,
                "--on",
                "2024-12-01",
                "--format",
                "json",
                "--lang",
                "en"
            )
            #expect(result.status == 0, "\(result.errorText)")
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            let rows = try decoder.decode([Row].self, from: result.output)
            #expect(
                rows.map { "\($0.due) \($0.period) \($0.archive) \($0.daysLeft) \($0.state)" } == [
                    "2020-12-31 00-2019 current -1431 passed",
                    "2024-12-31 00-2019 historical 30 soon",
                    "2024-12-31 00-2023 current 30 soon",
                    "2028-12-31 00-2023 historical 1491 later",
                ]
            )
            let warnings = result.errorText
            #expect(warnings.components(separatedBy: "30 days left").count == 3)
            #expect(warnings.contains("1431 days ago"))
            #expect(!warnings.contains("2028"))
        }
    }

    @Test
    func `counts from a leap day, from today when no day is named, and refuses what is no day`()
        throws
    {
        try withStore { _, store in
            let leap = try baocao("due", store, "--on", "2024-02-29")
            #expect(leap.text.contains("31/12/2024  00-2023  lưu trữ hiện hành  còn 306 ngày\n"))
            let clock = ["SOURCE_DATE_EPOCH": "1709164800"]
            #expect(try baocao("due", store, environment: clock).text == leap.text)
            for day in ["2023-02-29", "29/02/2024", ""] {
                #expect(try baocao("due", store, "--on", day).status == 2)
            }
            #expect(try baocao("due", store + "-khac").status == 2)
        }
    }

    @Test func `counts from the year in which the file was formed when settings name it`() throws {
        try withSmallPeriod { period in
            let store = period.root.appendingPathComponent("kho").path
            let settings = try period.read("report.yaml")
            try period.write(settings + "archive_record: {file_catalog: 2024}\n", to: "report.yaml")
            try period.build("--only", "data").expectSuccess()
            try baocao("archive", period.path, "--to", store, "--output", period.output.path)
                .expectSuccess()
            let result = try baocao("due", store, "--on", "2024-06-30")
            #expect(result.text.hasPrefix("31/12/2025  00-2023"))
        }
    }

    @Test func `tells the others when one period cannot be read`() throws {
        try withStore { _, store in
            let root = URL(fileURLWithPath: store)
            for path in try contents(of: root).keys
            where path.contains("2019/") && path.hasSuffix("inventory.json") {
                let file = root.appendingPathComponent(path)
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o644],
                    ofItemAtPath: file.path
                )
                try Data("{".utf8).write(to: file)
            }
            let result = try baocao("due", store, "--on", "2024-06-30")
            #expect(result.status == 1)
            #expect(result.text.contains("00-2023") && !result.text.contains("00-2019"))
        }
    }
}
