import Compute
import DatasetModel
import Diagnostics
import PeriodModel
import Testing
import Vocabulary

@Suite struct PlausibilityTests {
    @Test func `a sound period gives no doubt, with and without the one before`() throws {
        let periods = TwoPeriods()
        #expect(try periods.codes().isEmpty)
        #expect(try doubted(try periods.nowData).isEmpty)
    }

    // MARK: Figures that stood still

    @Test func `rows that are last year's are one doubt of their unit`() throws {
        var periods = TwoPeriods()
        // The small register has two columns that add up.
        periods.plausibility.changes = [
            RuleChange(rule: .stillRows, limits: [.figures: ExactDecimal(2)], reason: "r")
        ]
        for index in 10..<20 { periods.now[index] = periods.before[index] }
        #expect(try periods.codes() == ["plausibility.still.rows"])
        #expect(try periods.doubts()[0].message.vi.hasPrefix("U2: 10 trên 10"))
        for index in 10..<12 { periods.now[index].members += 1 }
        #expect(try periods.codes() == ["plausibility.still.column"])
        for index in 12..<14 { periods.now[index].profit += 1 }
        #expect(try periods.codes().isEmpty)
    }

    @Test
    func `a column that is last year's in one unit alone is doubted, one that rarely moves is not`()
        throws
    {
        var periods = TwoPeriods()
        for index in 0..<10 { periods.now[index].profit = periods.before[index].profit }
        #expect(try periods.codes() == ["plausibility.still.column"])
        for index in 10..<30 { periods.now[index].profit = periods.before[index].profit }
        #expect(try periods.codes().isEmpty)
    }

    /// One organisation gone and one new, whose profit makes the sum of `rows` last year's.
    private func keepingSum(of rows: Range<Int>) -> TwoPeriods {
        var periods = TwoPeriods()
        for index in rows { periods.now[index].profit = periods.before[index].profit - 10 }
        periods.now[0].identifier = "N1"
        periods.now[0].profit = periods.before[0].profit + 10 * (rows.count - 1)
        return periods
    }

    @Test func `a unit's sum that is last year's although others make it is doubted`() throws {
        var periods = keepingSum(of: 0..<10)
        #expect(try periods.codes() == ["plausibility.still.unit"])
        #expect(try periods.doubts()[0].message.vi.contains("U1: tổng số của cột Profit"))
        periods.now[0].profit += 1
        #expect(try periods.codes().isEmpty)
        periods.now[0].profit -= 1
        periods.now[0].identifier = "O0"
        #expect(try periods.codes().isEmpty, "those who make it are the same")
    }

    @Test func `a sum of all that is last year's although others make it is doubted`() throws {
        var periods = keepingSum(of: 0..<30)
        #expect(try periods.codes() == ["plausibility.still.whole"])
        periods.now[0].profit -= 1
        #expect(try periods.codes().isEmpty)
    }

    @Test func `a given figure that is last year's while organisations were added is doubted`()
        throws
    {
        var periods = TwoPeriods()
        periods.givenBefore = [try TwoPeriods.given("capital", "3664")]
        periods.given = periods.givenBefore
        #expect(try periods.codes().isEmpty, "the organisations did not change")
        periods.now.append(
            TwoPeriods.Row(identifier: "N", unit: "U3", members: 251, profit: 7_777, founded: 2020)
        )
        #expect(try periods.codes() == ["plausibility.still.given"])
        periods.given = [try TwoPeriods.given("capital", "3665")]
        #expect(try periods.codes().isEmpty)
    }

    // MARK: Averages multiplied back

    @Test(arguments: [
        ("36.9", ["plausibility.average.given"]), ("36.91", []), ("37.2", []), ("30", []),
        ("3000", []), ("31", []), ("0", []), ("-36.9", []),
    ])
    func `a given total that is a count times a round average is doubted`(
        value: String,
        codes: [String]
    ) throws {
        var periods = TwoPeriods()
        // 41 organisations: 36,9 is 41 × 0,9.
        for index in 0..<11 {
            let row = TwoPeriods.Row(
                identifier: "N\(index)",
                unit: "U\(index % 3 + 1)",
                members: 260 + index * 13,
                profit: 6_001 + index * 611,
                founded: 2015
            )
            periods.now.append(row)
            var last = row
            last.profit -= 100 + index
            last.members -= 2
            periods.before.append(last)
        }
        periods.given = [try TwoPeriods.given("total", value)]
        #expect(try periods.codes() == codes)
    }

    @Test func `the published averages of 232 cooperatives are found, real sums are not`() throws {
        var period = SmallPeriod()
        period.rows = (0..<232).map { "O\($0) U1 F open . . . ." }
        var data = try period.data
        data.settings.given = [
            try TwoPeriods.given("revenue", "278.4"), try TwoPeriods.given("profit", "22.62"),
            try TwoPeriods.given("groups", "815"), try TwoPeriods.given("loans", "12500"),
            try TwoPeriods.given("courses", "640"), try TwoPeriods.given("capital", "3664"),
            try TwoPeriods.given("count", "232"),
        ]
        let doubts = try doubted(data)
        #expect(doubts.map(\.value) == ["22,62", "278,4"])
        #expect(doubts.allSatisfy { $0.code == "plausibility.average.given" })
        #expect(doubts[0].message.vi.contains("232 O × 0,0975"))
        #expect(doubts[1].message.vi.contains("232 O × 1,2"))
    }

    @Test(arguments: [
        ("28.980", false, ["plausibility.average.total"]), ("28.980", true, []),
        ("28.983", false, []),
    ])
    func `a total row that its rows do not make is doubted when it is a round average`(
        stated: String,
        holds: Bool,
        codes: [String]
    ) throws {
        var data = try TwoPeriods().nowData
        data.dataset.submissions = [
            Submission(
                path: "a.csv",
                rowCount: 23,
                units: ["U1"],
                reading: Reading(proofs: [
                    Reading.TotalProof(
                        place: Place(file: "a.csv", line: 25, cell: "F25"),
                        column: "profit",
                        stated: stated,
                        computed: "27.400",
                        rows: 161,
                        holds: holds
                    )
                ])
            )
        ]
        data.dataset.rows = RowTable(schema: data.settings.schema)
        let doubts = try doubted(data)
        #expect(doubts.map(\.code) == codes)
        #expect(doubts.allSatisfy { $0.place?.cell == "F25" })
    }

    // MARK: Sizes

    @Test(arguments: [
        ("12.5", "12500", ["plausibility.scale.given"]),
        ("12500", "13", ["plausibility.scale.given"]),
        ("12500", "13100", []), ("12500", "125000", []),
        (
            "12500", "11000000000",
            [
                "plausibility.scale.given"
            ]
        ),
    ])
    func `a given figure a thousand times last year's is doubted`(
        last: String,
        value: String,
        codes: [String]
    ) throws {
        var periods = TwoPeriods()
        periods.givenBefore = [try TwoPeriods.given("loans", last)]
        periods.given = [try TwoPeriods.given("loans", value)]
        #expect(try periods.codes() == codes)
    }

    @Test func `growth is told where it is narrowest: a value, a unit, the whole`() throws {
        var periods = TwoPeriods()
        let largest = try #require(
            periods.now.indices.max { periods.now[$0].profit < periods.now[$1].profit }
        )
        periods.now[largest].profit *= 10
        #expect(try periods.codes() == ["plausibility.growth.row"])
        #expect(try periods.doubts()[0].message.vi.hasPrefix("Name of O\(largest), Profit"))
        periods = TwoPeriods()
        for index in 0..<10 { periods.now[index].profit *= 3 }
        #expect(try periods.codes() == ["plausibility.growth.unit"])
        periods = TwoPeriods()
        for index in 0..<30 { periods.now[index].profit = periods.before[index].profit * 21 / 10 }
        #expect(try periods.codes() == ["plausibility.growth.whole"])
        for index in 0..<30 { periods.now[index].profit = periods.before[index].profit * 19 / 10 }
        #expect(try periods.codes().isEmpty)
    }

    @Test func `a slip of most values of a unit is one doubt`() throws {
        var periods = TwoPeriods()
        for index in 0..<7 { periods.now[index].profit *= 10 }
        #expect(try periods.codes() == ["plausibility.growth.unit"])
        for index in 1..<5 { periods.now[index].profit /= 10 }
        #expect(Set(try periods.codes()) == ["plausibility.growth.row"])
    }

    @Test func `losses beside profits are no wild growth`() throws {
        var periods = TwoPeriods()
        for index in 0..<10 {
            periods.before[index].profit *= index % 2 == 0 ? 1 : -1
            periods.now[index].profit *= index % 2 == 0 ? 1 : -1
        }
        #expect(try periods.codes().isEmpty)
    }

    @Test func `a unit that lost most of its organisations is doubted`() throws {
        var periods = TwoPeriods()
        periods.now.removeSubrange(0..<8)
        let codes = Set(try periods.codes())
        #expect(codes == ["plausibility.growth.unit"])
        #expect(try periods.doubts().map { $0.message.vi.prefix(22) } == ["U1, O: 10 kỳ trước, 2 "])
    }

    // MARK: Dates

    @Test func `years and given dates after the cut-off day are doubted`() throws {
        var periods = TwoPeriods()
        periods.now[4].founded = 2021
        periods.given = [
            try TwoPeriods.given("a", "815"), try TwoPeriods.given("b", "640", date: "2021-01-01"),
        ]
        #expect(
            try periods.codes() == ["plausibility.future.given", "plausibility.future.year"]
        )
        periods.now[4].founded = 2020
        periods.given.removeLast()
        #expect(try periods.codes() == ["plausibility.future.year"], "it was there in 2019")
        periods.now[4].identifier = "N"
        #expect(try periods.codes().isEmpty)
    }

    @Test func `a year that moves for all is no year of founding`() throws {
        var periods = TwoPeriods()
        for index in 0..<10 { periods.now[index].founded = 2020 }
        #expect(try periods.codes().isEmpty)
    }

    // MARK: Copies

    @Test func `values filled down a column are doubted once`() throws {
        var periods = TwoPeriods()
        for index in 4..<8 { periods.now[index].profit = periods.now[4].profit }
        let doubts = try periods.doubts().filter { $0.code == "plausibility.copied.rows" }
        #expect(doubts.count == 1)
        #expect(doubts[0].message.vi.hasPrefix("4 dòng liền nhau (dòng 5 đến 8)"))
        periods.now[5].profit += 7
        periods.now[7].profit += 7
        #expect(try periods.codes().isEmpty)
    }

    @Test func `small counts repeat and are no doubt`() throws {
        var period = SmallPeriod()
        period.rows = (0..<60).map { "O\($0) U1 F open \(2 + $0 / 3 % 4) . . ." }
        #expect(try doubted(try period.data).isEmpty)
    }

    // MARK: Stocks and flows

    @Test(arguments: [
        ("2", "1", []), ("3", "1", ["plausibility.flow.entered"]),
        ("2", "4", ["plausibility.flow.left"]),
    ])
    func `given flows are held against identifiers`(entered: String, left: String, codes: [String])
        throws
    {
        var periods = TwoPeriods()
        periods.now.removeLast()
        for index in 0..<2 {
            periods.now.append(
                TwoPeriods.Row(
                    identifier: "N\(index)",
                    unit: "U3",
                    members: 301 + index,
                    profit: 6_421 + index,
                    founded: 2020
                )
            )
        }
        periods.given = [
            try TwoPeriods.given("new", entered), try TwoPeriods.given("gone", left),
        ]
        periods.plausibility.flow = PlausibilitySettings.GivenFlow(entered: "new", left: "gone")
        #expect(try periods.codes() == codes)
    }

    @Test(arguments: [("30", "8", "8", []), ("198", "56", "8", ["plausibility.flow.balance"])])
    func `a stock before, new ones and those gone make the stock of now`(
        before: String,
        entered: String,
        left: String,
        codes: [String]
    ) throws {
        var periods = TwoPeriods()
        periods.given = [
            try TwoPeriods.given("old", before), try TwoPeriods.given("new", entered),
            try TwoPeriods.given("gone", left),
        ]
        periods.plausibility.flow = PlausibilitySettings.GivenFlow(
            before: "old",
            entered: "new",
            left: "gone"
        )
        // Without the rows of the period before nothing but the numbers can be asked.
        #expect(try doubted(try periods.nowData).map(\.code) == codes)
    }

    @Test func `ratings are held against the organisations`() throws {
        var period = SmallPeriod()
        period.rows = (0..<40).map { "O\($0) U\($0 / 20 + 1) F open \(100 + $0 * 7) . . ." }
        var data = try period.data
        data.settings.schema.columns[0].role = .rating
        data.settings.given = [
            try TwoPeriods.given("good", "25"), try TwoPeriods.given("none", "15"),
        ]
        data.settings.plausibility.ratings = [
            PlausibilitySettings.GivenRatings(column: "state", keys: ["good", "none"])
        ]
        #expect(try doubted(data).isEmpty)
        for row in 0..<11 { data.dataset.rows.classes[0][row] = nil }
        data.settings.given[0].value = ExactDecimal(26)
        #expect(
            try doubted(data).map(\.code)
                == ["plausibility.rating.sum", "plausibility.rating.unanswered"]
        )
        data.dataset.rows.classes[0][0] = 0
        data.settings.given[0].value = ExactDecimal(25)
        #expect(try doubted(data).isEmpty)
    }

    // MARK: Settings

    @Test func `settings change limits and severity, and switch rules off, where they say`() throws
    {
        var periods = TwoPeriods()
        for index in 0..<20 { periods.now[index].profit *= 3 }
        let rule = PlausibilityRule.growthUnit
        #expect(try periods.codes().count == 2)
        periods.plausibility.changes = [
            RuleChange(rule: rule, isOff: true, units: ["U1"], reason: "r")
        ]
        #expect(try periods.doubts().map(\.message.vi).allSatisfy { $0.hasPrefix("U2") })
        periods.plausibility.changes = [
            RuleChange(rule: rule, isOff: true, keys: ["members"], reason: "r"),
            RuleChange(rule: rule, severity: .error, units: ["U2"], reason: "r"),
        ]
        #expect(try periods.doubts().map(\.severity) == [.warning, .error])
        periods.plausibility.changes = [
            RuleChange(rule: rule, limits: [.upper: ExactDecimal(300)], reason: "r"),
            RuleChange(rule: .growthWhole, isOff: true, reason: "r"),
        ]
        #expect(try periods.codes().isEmpty)
    }

    @Test func `what other checks told is not told again`() throws {
        var periods = TwoPeriods()
        for index in 0..<10 { periods.now[index].profit *= 30 }
        var data = try periods.nowData
        let identifier = data.settings.schema.columns.count
        data.settings.schema.columns.append(
            Column(key: "code", label: "Code", role: .identifier, type: .text)
        )
        var submission = Submission(path: "a.csv", rowCount: 30, units: ["U1", "U2", "U3"])
        submission.sheets = [
            SubmittedSheet(name: nil, positions: Array(0..<identifier) + [identifier])
        ]
        data.dataset.submissions = [submission]
        var before = TwoPeriods()
        before.now = periods.before
        var log = DiagnosticLog()
        log.append(
            Diagnostic(
                "ingest.unit-of-measure.last-year",
                at: Place(file: "a.csv", line: 1, cell: "C1"),
                message: Bilingual(vi: "v", en: "e")
            )
        )
        Compute.checkPlausibility(
            of: data,
            previous: try before.nowData,
            rules: try plausibilityRules.get(),
            log: &log
        )
        #expect(log.entries.map(\.code) == ["ingest.unit-of-measure.last-year"])
    }

    // MARK: Properties

    @Test(arguments: 0..<20)
    func `the order of rows changes nothing but copies`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var periods = TwoPeriods()
        for _ in 0..<6 {
            let index = Int.random(in: 0..<30, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: periods.now[index].profit *= 12
            case 1: periods.now[index].founded = 2022
            case 2: for other in 10..<20 { periods.now[other] = periods.before[other] }
            default: periods.now[index].members *= 9
            }
        }
        func told(_ periods: TwoPeriods) throws -> [String] {
            try periods.doubts().filter { $0.code != "plausibility.copied.rows" }
                .map { "\($0.code) \($0.value ?? "") \($0.message.vi)" }.sorted()
        }
        let first = try told(periods)
        var shuffled = periods
        shuffled.now.shuffle(using: &generator)
        shuffled.before.shuffle(using: &generator)
        #expect(try told(shuffled) == first)
        #expect(!first.isEmpty)
    }

    @Test(arguments: 0..<50)
    func `rows in any order are hardly ever taken for copies`(seed: Int) throws {
        var generator = SeededGenerator(seed: UInt64(seed))
        var period = SmallPeriod()
        // Members repeat as those of small registers do; profits are round.
        period.rows = (0..<230).map { index in
            let members = 5 + Int.random(in: 0..<40, using: &generator)
            let profit = Int.random(in: 1..<80, using: &generator) * 50
            return "O\(index) U\(index % 3 + 1) F open \(members) \(profit) 2001 ."
        }
        #expect(try doubted(try period.data).isEmpty)
    }
}
