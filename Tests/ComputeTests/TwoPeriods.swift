import Compute
import DatasetModel
import Diagnostics
import Foundation
import Ingest
import PeriodModel
import TestSupport
import Testing
import Vocabulary

/// The rules of `Templates/rules.yaml`.
let plausibilityRules: Result<RuleBook, any Error> = Result {
    let url = projectRoot.appendingPathComponent("Templates/rules.yaml")
    var log = DiagnosticLog()
    let source = SourceText(path: "rules.yaml", bytes: Array(try Data(contentsOf: url)))
    let book = Ingest.readRules(from: source, log: &log)
    try #require(log.entries.isEmpty)
    return try #require(book)
}

/// A period of thirty organisations in three units and the one before it, in which nothing is doubtful.
struct TwoPeriods {
    struct Row {
        var identifier: String
        var unit: String
        var members: Int
        /// In tenths.
        var profit: Int
        var founded: Int

        var text: String {
            let tenths = abs(profit) % 10
            let number =
                "\(profit < 0 ? "-" : "")\(abs(profit) / 10)" + (tenths == 0 ? "" : ".\(tenths)")
            return "\(identifier) \(unit) F open \(members) \(number) \(founded) 4~5"
        }
    }

    var before: [Row] = (0..<30).map { index in
        Row(
            identifier: "O\(index)",
            unit: "U\(index / 10 + 1)",
            members: 200 + index * 37 % 211 + index,
            profit: 5_003 + index * 1_734 % 9_973,
            founded: 1_990 + index % 20
        )
    }
    var now: [Row] = []
    var given: [GivenFigure] = []
    var givenBefore: [GivenFigure] = []
    var plausibility = PlausibilitySettings()

    init() {
        now = before.enumerated().map { index, row in
            var row = row
            row.members += 3 + index % 7
            row.profit += row.profit * (3 + index % 9) / 100
            return row
        }
    }

    private func data(_ rows: [Row], year: Int, _ given: [GivenFigure]) throws -> PeriodData {
        var period = SmallPeriod()
        period.year = year
        period.rows = rows.map(\.text)
        var data = try period.data
        data.settings.given = given
        return data
    }

    var nowData: PeriodData {
        get throws {
            var data = try data(now, year: 2020, given)
            data.settings.plausibility = plausibility
            return data
        }
    }

    /// What is doubted, sorted.
    func doubts() throws -> [Diagnostic] {
        try doubted(try nowData, before: try data(before, year: 2019, givenBefore))
    }

    func codes() throws -> [String] { try doubts().map(\.code) }

    /// A figure that is given for the cut-off day of 2020.
    static func given(_ key: String, _ value: String, date: String = "2020-12-31") throws
        -> GivenFigure
    {
        GivenFigure(
            key: key,
            label: key,
            value: try #require(ExactDecimal(plain: value)),
            unitOfMeasure: "million",
            source: "s",
            date: try #require(CalendarDate(iso: date))
        )
    }
}

func doubted(_ data: PeriodData, before: PeriodData? = nil) throws -> [Diagnostic] {
    var log = DiagnosticLog()
    Compute.checkPlausibility(
        of: data,
        previous: before,
        rules: try plausibilityRules.get(),
        log: &log
    )
    return log.sorted
}

/// The same numbers for the same seed.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var word = state
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return word ^ (word >> 31)
    }
}
