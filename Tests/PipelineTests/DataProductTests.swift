import Foundation
import TestSupport
import Testing

/// What `figures` and `--jobs` make of the data.
@Suite struct DataProductTests {
    private static let words = [
        "count", "sum", "mean", "q1", "median", "q3", "min", "max", "share", "change", "growth",
    ]

    /// The rows of a period's data, the heading first.
    private func table(of period: ScratchPeriod) throws -> [String] {
        try period.build("--only", "data").expectSuccess()
        let tidy = period.products.appendingPathComponent("data/tidy.csv")
        return String(decoding: try Data(contentsOf: tidy), as: UTF8.self)
            .split(separator: "\r\n").map(String.init)
    }

    private func measure(_ row: String) -> String {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false)
        return cells.count > 4 ? String(cells[4]) : row
    }

    /// The small period with the year before, in which one pottery was not there yet.
    private func withTwoYears(_ body: (ScratchPeriod) throws -> Void) throws {
        try withSmallPeriod { period in
            let before = ScratchPeriod(
                root: period.root,
                folder: period.root.appendingPathComponent("nghe-2022")
            )
            try FileManager.default.copyItem(at: period.folder, to: before.folder)
            try before.replace("2023", with: "2022", in: "report.yaml")
            try before.replace("G2,Làng gốm Hạ,H1,GO,8,20\n", with: "", in: "submissions/mot.csv")
            let settings = try period.read("report.yaml")
            try period.write(settings + "previous: ../nghe-2022\n", to: "report.yaml")
            try body(period)
        }
    }

    @Test func `each word of figures leaves its measure's rows as they are, and no others`() throws
    {
        try withTwoYears { period in
            let settings = try period.read("report.yaml")
            let all = try table(of: period)
            #expect(Set(all.dropFirst().map(measure)) == Set(Self.words))
            for word in Self.words {
                try period.write(settings + "figures: [\(word)]\n", to: "report.yaml")
                let own = try table(of: period)
                #expect(own.first == all.first)
                let wanted = all.dropFirst().filter { measure($0) == word }
                #expect(!wanted.isEmpty)
                #expect(Array(own.dropFirst()) == Array(wanted), "\(word)")
            }
            try period.write(settings + "figures: [sum, count]\n", to: "report.yaml")
            let both = all.dropFirst().filter { ["count", "sum"].contains(measure($0)) }
            #expect(try Array(table(of: period).dropFirst()) == Array(both))
        }
    }

    @Test(arguments: [("means", "mean"), ("trung_binh", "count")])
    func `a figure that is not known is an error with its place and the known ones`(
        word: String,
        hint: String
    ) throws {
        try withSmallPeriod { period in
            let settings = try period.read("report.yaml")
            try period.write(settings + "figures: [count, \(word)]\n", to: "report.yaml")
            let found = try doubts(in: try period.check())
            let line = settings.split(separator: "\n", omittingEmptySubsequences: false).count
            #expect(found.map(\.place) == ["report.yaml:\(line):18 - settings.name.unknown"])
            #expect(found.first?.value == word)
            #expect(found.first?.hint?.contains(hint) == true)
            #expect(try period.build("--only", "data").status != 0)
            #expect(!FileManager.default.fileExists(atPath: period.output.path))
        }
    }

    /// Enough for a file that is read in stretches, in few rows.
    private static let largeName = String(repeating: "rất dài ", count: 500)

    @Test
    func `any number of jobs makes the same data of a large submission, with the same doubts`()
        throws
    {
        try withSmallPeriod { period in
            let settings = try period.read("report.yaml")
            try period.write(
                settings + "figures: [count, sum, mean, min, max]\n",
                to: "report.yaml"
            )
            var text = "ma,ten,huyen,nghe,so_ho,doanh_so\n"
            for row in 0..<7_500 {
                let unit = row.isMultiple(of: 3) ? "H1" : "H2"
                let value = row.isMultiple(of: 500) ? "x" : "\(row).5"
                let number = row.isMultiple(of: 900) ? 0 : row
                text += "M\(row),Làng \(number) \(Self.largeName),\(unit),GO,\(row % 40),\(value)\n"
            }
            #expect(text.utf8.count > 32 << 20)
            try period.write(text, to: "submissions/ba.csv")
            var made: [Data] = []
            var told: [String] = []
            for jobs in ["1", "2", "3"] {
                let result = try period.build("--only", "data", "--jobs", jobs)
                #expect(result.status == 0, "\(result.errorText.prefix(1000))")
                told.append(result.errorText)
                made.append(
                    try Data(contentsOf: period.products.appendingPathComponent("data/tidy.csv"))
                )
                try FileManager.default.removeItem(at: period.output)
            }
            #expect(Set(made).count == 1)
            #expect(Set(told).count == 1)
            #expect(told[0].contains("ingest.file.unchecked"))
            #expect(told[0].contains("ingest.name.repeated"))
        }
    }

    @Test(arguments: ["0", "-1", "hai"])
    func `a number of jobs below 1 is refused`(jobs: String) throws {
        try withSmallPeriod { period in
            let result = try period.build("--only", "data", "--jobs=\(jobs)")
            #expect(result.status == 2)
            #expect(result.errorText.contains("--jobs"))
            #expect(!FileManager.default.fileExists(atPath: period.output.path))
        }
    }
}
