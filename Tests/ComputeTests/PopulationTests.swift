import Compute
import PeriodModel
import StatisticsModel
import Testing
import Vocabulary

/// Figures of named populations, ratios and quartiles.
struct PopulationTests {
    static let populations = [
        population("open", .classes(column: "state", codes: ["open"])),
        population("rest", .not(.population("open"))),
        population("some", .all([.population("open"), .not(.sectors(["F"]))])),
        population(
            "either",
            .any([.population("open"), .sectors(["F"])]),
            indicators: ["members", "each"]
        ),
    ]
    static let ratios = [
        RatioIndicator(
            key: "gain",
            label: "Gain",
            of: "profit",
            per: "members",
            unitOfMeasure: "million"
        ),
        RatioIndicator(
            key: "each",
            label: "Each",
            of: "members",
            per: "htx",
            unitOfMeasure: "person"
        ),
    ]

    private static func population(
        _ key: String,
        _ rule: Population.Rule,
        indicators: [String]? = nil
    ) -> Population {
        Population(key: key, label: key, phrase: key, rule: rule, indicators: indicators)
    }

    private var period: SmallPeriod {
        var period = TotalsTests.period
        period.populations = Self.populations
        period.ratios = Self.ratios
        return period
    }

    @Test(arguments: [
        ("htx@open.count", "2 2/2 A"),  // a, b
        ("htx@rest.count", "3 3/3 A"),  // c, e, and d of whom no state is known
        ("htx@some.count", "0 0/0 A"),
        ("htx@either.count", "4 4/4 A"),
        ("htx@open.count.U2", "0 0/0 A"),
        ("members@open.sum", "30 2/2 A"),
        ("members@rest.mean", "6 2/3 A"),  // 5, 7, and c without an answer is no zero
        ("members@open.share.U1", "100 2/2 A"),
        ("members@some.mean", "– 0/0 O"),
        ("members@some.sum", "0 0/0 A"),
        ("state=idle@rest.count", "2 2/3 A"),
        ("state=idle@rest.share", "100 2/3 A"),
        ("profit@open.median", "0.75 2/2 A"),
        ("each@either.ratio", "12.333333 3/4 A"),
    ])
    func `speak of the population that their key names`(key: String, shown: String) throws {
        #expect(try quietStatistics(of: period).shown(key) == shown)
    }

    @Test(arguments: [
        ("members.q1", "6.5 4/5 A"),  // 5 7 10 20: 0.75 of the way from 5 to 7
        ("members.q3", "12.5 4/5 A"),
        ("members.q1.U2", "7 1/1 A"),
        ("members.q3.U3", "– 0/0 O"),
        ("profit.q1", "-4.375 4/5 A"),  // -10 -2.5 1 4
        ("founded.q3", "2005.5 4/5 A"),  // 1999 2001 2004 2010
    ])
    func `have quartiles between neighbours`(key: String, shown: String) throws {
        #expect(try quietStatistics(of: period).shown(key) == shown)
    }

    @Test(arguments: [
        ("gain.ratio", "-0.178571 4/5 A"),  // -7.5 of 42, both from the same four
        ("gain.ratio.U1.F", "0.05 2/3 A"),
        ("gain.ratio.U3", "– 0/0 O"),
        ("each.ratio", "10.5 4/5 A"),  // per organisation that answered, not per organisation
    ])
    func `have ratios over those that answered both`(key: String, shown: String) throws {
        #expect(try quietStatistics(of: period).shown(key) == shown)
    }

    @Test func `have no ratio to nothing`() throws {
        var period = SmallPeriod(rows: ["a U1 F open 0 5 2001 .", "b U1 F open . 7 2001 ."])
        period.ratios = Self.ratios
        #expect(try quietStatistics(of: period).shown("gain.ratio") == "– 1/2 O")
    }

    @Test func `stand for a column that names one of its own, in N as well`() throws {
        var period = period
        period.profitPopulation = "rest"
        let statistics = try quietStatistics(of: period)
        #expect(try statistics.shown("profit.sum") == "-9 2/3 A")
        #expect(try statistics.shown("profit@open.sum") == "1.5 2/2 A")
        #expect(try statistics.shown("members.sum") == "42 4/5 A")
    }

    @Test func `are made of the indicators that settings ask for, and always counted`() throws {
        let indicators = Set(try quietStatistics(of: period).indicators)
        #expect(indicators.isSuperset(of: ["htx@either", "members@either", "each@either"]))
        #expect(indicators.isDisjoint(with: ["profit@either", "state=open@either", "gain@either"]))
        #expect(indicators.isSuperset(of: ["profit@open", "state=open@open", "gain@open"]))
    }

    @Test func `are compared with the same one of the year before`() throws {
        var (now, before) = (ComparisonTests.now, ComparisonTests.before)
        now.populations = Self.populations
        // Its own word of the same name means nothing here.
        before.populations = [Self.population("open", .everyone)]
        let statistics = try quietStatistics(of: now, previous: before)
        #expect(try statistics.shown("htx@open.change") == "-1 3/3 A")  // 3 - 4
        #expect(try statistics.shown("members@open.change") == "10 3/3 A")  // 32 - 22
        before.sectors = ["G"]
        before.rows = before.rows.map { $0.replacing(" F ", with: " G ") }
        let (doubted, _) = try doubtedStatistics(of: now, previous: before)
        // The year before had no sector F: who is outside it cannot be told of that year.
        #expect(try doubted.shown("htx@some.change") == "– 1/1 O")
        #expect(try doubted.shown("htx@open.change") == "-1 3/3 A")
    }

    @Test func `of a period of one organisation and of an empty one are right`() throws {
        var one = SmallPeriod(rows: ["a U1 F open 10 2.5 1999 4~5"])
        one.populations = Self.populations
        one.ratios = Self.ratios
        let statistics = try quietStatistics(of: one)
        for measure in ["q1", "median", "q3", "mean", "sum", "min", "max"] {
            #expect(try statistics.shown("members@open.\(measure)") == "10 1/1 A")
        }
        #expect(try statistics.shown("gain.ratio") == "0.25 1/1 A")
        one.rows = []
        let empty = try quietStatistics(of: one)
        for figure in empty.figures {
            #expect(figure.answers == 0 && figure.population == 0)
            let isZero = figure.value == nil || figure.value == .decimal(.zero)
            #expect(isZero, "\(figure.key)")
        }
        #expect(try empty.shown("htx@open.count") == "0 0/0 A")
        #expect(try empty.shown("members.q1") == "– 0/0 O")
    }

    @Test func `whose sums are too large say so and print nothing`() throws {
        let large = "1" + String(repeating: "0", count: 29)
        let rows = (0..<3).map {
            "r\($0) U1 F open \(large) 1.\(String(repeating: "1", count: 12)) . ."
        }
        var period = SmallPeriod(rows: rows)
        period.populations = Self.populations
        period.ratios = Self.ratios
        let (statistics, codes) = try doubtedStatistics(of: period)
        #expect(try statistics.shown("members@open.sum") == "3\(large.dropFirst()) 3/3 A")
        #expect(codes.allSatisfy { $0 == "compute.figure.overflow" })
        #expect(!codes.isEmpty)
    }

    @Test(arguments: 0..<20 as Range<UInt64>)
    func `and their complements make up the whole, whatever the rows`(seed: UInt64) throws {
        var period = SmallPeriod.random(seed)
        period.populations = Self.populations
        let statistics = try quietStatistics(of: period)
        for unit in ["all", "U1", "U2", "U3"] {
            for sector in ["all", "F", "G"] {
                func figure(_ indicator: String, _ measure: FigureMeasure) throws -> Figure {
                    let key = FigureKey(indicator, measure, unit: unit, sector: sector)
                    return try #require(statistics[key])
                }
                let whole = try figure("members", .sum)
                let parts = try [figure("members@open", .sum), figure("members@rest", .sum)]
                #expect(parts.reduce(0) { $0 + $1.answers } == whole.answers)
                #expect(parts.reduce(0) { $0 + $1.population } == whole.population)
                var sum: ExactDecimal? = .zero
                for case .decimal(let value)? in parts.map(\.value) { sum = sum?.adding(value) }
                if let value = whole.value { #expect(sum.map(FigureValue.decimal) == value) }
                for indicator in ["members", "members@open", "profit", "founded@rest"] {
                    let order = try [FigureMeasure.min, .q1, .median, .q3, .max].compactMap {
                        try figure(indicator, $0).value?.rounded(to: 12)
                    }
                    #expect(order == order.sorted())
                }
            }
        }
    }
}
