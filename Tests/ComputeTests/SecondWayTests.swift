import Foundation
import RenderData
import StatisticsModel
import TestSupport
import Testing

/// Figures recomputed in SQL by `Tests/Checkers/tidy-by-sql.py`, which shares no code with the program.
struct SecondWayTests {
    private let python = ProcessInfo.processInfo.environment["BAOCAO_PYTHON"] ?? "python3"

    private func recompute(
        _ now: SmallPeriod,
        _ before: SmallPeriod,
        tidy: [UInt8],
        _ more: [String] = []
    ) throws -> ProgramResult {
        try withScratchFolder { folder in
            for (name, period) in [("now", now), ("before", before)] {
                let submissions = folder.appendingPathComponent(name)
                try FileManager.default.createDirectory(
                    at: submissions,
                    withIntermediateDirectories: true
                )
                try period.csv.write(
                    to: submissions.appendingPathComponent("all.csv"),
                    atomically: true,
                    encoding: .utf8
                )
            }
            try Data(tidy).write(to: folder.appendingPathComponent("tidy.csv"))
            let script = projectRoot.appendingPathComponent("Tests/Checkers/tidy-by-sql.py").path
            let missing =
                now.missing.flatMap { ["--missing", $0] }
                + before.missing.flatMap { ["--missing-before", $0] }
            return try run(
                python,
                [
                    script, "--year", String(now.year), "--submissions", "now", "--previous",
                    "before", "--tidy", "tidy.csv", "--columns",
                    "id,unit,sector,state,members,profit,founded,income", "--identifier", "id",
                    "--unit", "unit", "--sector", "sector", "--class", "state", "--sum", "members",
                    "--sum", "profit", "--year-column", "founded", "--range", "income",
                ] + missing + more,
                in: folder
            )
        }
    }

    /// 4 units × 3 sectors; 4 of htx, 2 × 4 of classes, 2 × 10 of sums, 5 of years, 2 of ranges.
    private let figureCount: Int = 12 * (4 + 8 + 20 + 5 + 2)

    @Test func `SQL gives the same figures`() throws {
        let (now, before) = (ComparisonTests.now, ComparisonTests.before)
        let tidy = tidyCSV(try quietStatistics(of: now, previous: before))
        let result = try recompute(now, before, tidy: tidy)
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
        #expect(result.text == "\(figureCount) figures recomputed, 0 differences\n")
    }

    @Test func `SQL gives the same figures when a unit is missing`() throws {
        var (now, before) = (ComparisonTests.now, ComparisonTests.before)
        before.missing = ["U3"]
        let (statistics, _) = try doubtedStatistics(of: now, previous: before)
        let result = try recompute(now, before, tidy: tidyCSV(statistics))
        #expect(result.status == 0, "\(result.text)\(result.errorText)")
        now.missing = ["U3"]
        now.rows.removeLast()
        let both = tidyCSV(try quietStatistics(of: now, previous: before))
        let second = try recompute(now, before, tidy: both)
        #expect(second.status == 0, "\(second.text)\(second.errorText)")
    }

    @Test func `SQL gives the same figures of populations and ratios, of any periods`() throws {
        for seed in 0..<6 as Range<UInt64> {
            var (now, before) = (SmallPeriod.random(seed), SmallPeriod.random(seed + 100))
            before.year = 2019
            now.populations = PopulationTests.populations
            now.profitPopulation = "some"
            now.ratios = PopulationTests.ratios
            let tidy = tidyCSV(try quietStatistics(of: now, previous: before))
            let result = try recompute(
                now,
                before,
                tidy: tidy,
                [
                    "--population", "open=state = 'open'", "--population",
                    "rest=state IS NULL OR state <> 'open'", "--population",
                    "some=sector <> 'F' AND state = 'open'", "--population",
                    "either=sector = 'F' OR state = 'open'", "--only", "either=members,each",
                    "--own", "profit=some", "--ratio", "each=members/htx", "--ratio",
                    "gain=profit/members",
                ]
            )
            #expect(result.status == 0, "\(seed): \(result.text)\(result.errorText)")
        }
    }

    @Test func `SQL finds a figure that was changed by one`() throws {
        let (now, before) = (ComparisonTests.now, ComparisonTests.before)
        let tidy = tidyCSV(try quietStatistics(of: now, previous: before))
        let changed = String(decoding: tidy, as: UTF8.self)
            .replacing("members,sum,47,", with: "members,sum,48,")
        let result = try recompute(now, before, tidy: Array(changed.utf8))
        #expect(result.status == 1)
        #expect(result.text.contains("2020.all.all.members.sum: file ('48', "))
    }
}

extension SmallPeriod {
    /// The rows as a submission.
    fileprivate var csv: String {
        let head = "Id,Unit,Sector,State,Members,Profit,Founded,Income\n"
        return head
            + rows.map { row in
                row.split(separator: " ")
                    .map { $0 == "." ? "" : $0.replacing("~", with: " - ") }
                    .joined(separator: ",") + "\n"
            }.joined()
    }
}
