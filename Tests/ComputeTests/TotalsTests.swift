import Compute
import StatisticsModel
import Testing
import Vocabulary

/// Figures of one period, worked out by hand.
struct TotalsTests {
    /// U1: F a, b, c; G d. U2: F e; G nothing. U3: nothing at all.
    static let period = SmallPeriod(rows: [
        "a U1 F open 10 -2.5 1999 4~5",
        "b U1 F open 20 4 2001 3.5",
        "c U1 F idle . . . .",
        "d U1 G . 5 1 2010 4.2~6",
        "e U2 F idle 7 -10 2004 .",
    ])

    @Test(arguments: [
        ("htx.count", "5 5/5 A"),
        ("htx.count.U1", "4 4/4 A"),
        ("htx.count.U1.F", "3 3/3 A"),
        ("htx.count.U2.G", "0 0/0 A"),
        ("htx.count.U3", "0 0/0 A"),
        ("htx.count.all.F", "4 4/4 A"),
    ])
    func `counts organisations in each cell, zeros included`(key: String, shown: String) throws {
        #expect(try quietStatistics(of: Self.period).shown(key) == shown)
    }

    @Test(arguments: [
        ("htx.share", "100 5/5 A"),
        ("htx.share.all.F", "80 4/4 A"),
        ("htx.share.U1", "80 4/4 A"),  // of the whole: 4 of 5
        ("htx.share.U1.F", "75 3/3 A"),  // of the unit: 3 of 4
        ("htx.share.U2.G", "0 0/0 A"),
        ("htx.share.U3.F", "– 0/0 O"),  // of nothing
        ("members.share.U1.G", "14.285714 1/1 A"),  // 5 of 35
        ("members.share.U2", "16.666667 1/1 A"),  // 7 of 42
    ])
    func `takes shares of the unit, and a unit's total of the whole`(
        key: String,
        shown: String
    ) throws {
        #expect(try quietStatistics(of: Self.period).shown(key) == shown)
    }

    @Test(arguments: [
        ("members.sum", "42 4/5 A"),
        ("members.mean", "10.5 4/5 A"),
        ("members.sum.U1.F", "30 2/3 A"),
        ("members.mean.U1.F", "15 2/3 A"),
        ("members.median", "8.5 4/5 A"),  // 5 7 | 10 20
        ("members.median.U1", "10 3/4 A"),
        ("members.min", "5 4/5 A"),
        ("members.max", "20 4/5 A"),
        ("profit.sum", "-7.5 4/5 A"),
        ("profit.mean", "-1.875 4/5 A"),
        ("profit.median.U1.F", "0.75 2/3 A"),  // -2.5 and 4
        ("profit.min", "-10 4/5 A"),
        ("founded.median", "2002.5 4/5 A"),
        ("founded.min.U1", "1999 3/4 A"),
        ("income.min", "3.5 3/5 A"),
        ("income.max", "6 3/5 A"),
    ])
    func `averages over those that answered only`(key: String, shown: String) throws {
        #expect(try quietStatistics(of: Self.period).shown(key) == shown)
    }

    @Test func `sums nobody as zero, but has no average of nobody`() throws {
        let statistics = try quietStatistics(of: Self.period)
        #expect(try statistics.shown("members.sum.U2.G") == "0 0/0 A")
        #expect(try statistics.shown("members.mean.U2.G") == "– 0/0 O")
        #expect(try statistics.shown("members.median.U2.G") == "– 0/0 O")
        #expect(try statistics.shown("founded.min.U2.G") == "– 0/0 O")
    }

    @Test func `knows no sum and no class where organisations are and none answered`() throws {
        let statistics = try quietStatistics(of: Self.period)
        #expect(try statistics.shown("income.max.U2.F") == "– 0/1 O")
        #expect(try statistics.shown("state=open.count.U1.G") == "– 0/1 O")
        #expect(try statistics.shown("state=open.share.U1.G") == "– 0/1 O")
        var silent = Self.period
        silent.rows = ["a U1 F open . . . ."]
        #expect(try quietStatistics(of: silent).shown("members.sum.U1.F") == "– 0/1 O")
        #expect(try quietStatistics(of: silent).shown("members.share.U1.F") == "– 0/1 O")
    }

    @Test func `takes the share of a class of those that answered`() throws {
        let statistics = try quietStatistics(of: Self.period)
        #expect(try statistics.shown("state=open.count") == "2 4/5 A")
        #expect(try statistics.shown("state=open.share") == "50 4/5 A")
        #expect(try statistics.shown("state=idle.share.U1.F") == "33.333333 3/3 A")
        #expect(try statistics.shown("state=open.count.U2") == "0 1/1 A")
    }

    @Test func `has no percentage of a loss`() throws {
        let statistics = try quietStatistics(of: Self.period)
        #expect(try statistics.shown("profit.share.U1") == "– 3/4 O")  // of -7.5
        #expect(try statistics.shown("profit.share.U1.F") == "60 2/3 A")  // 1.5 of 2.5
    }

    @Test func `never averages or sums ranges, nor sums years`() throws {
        let statistics = try quietStatistics(of: Self.period)
        let measures = { (indicator: String) in
            Set(
                statistics.figures.filter { $0.key.indicator == indicator }
                    .map(\.key.measure.rawValue)
            )
        }
        #expect(measures("income") == ["min", "max"])
        #expect(measures("founded") == ["min", "q1", "median", "q3", "max"])
    }

    @Test func `leaves a missing unit out and makes up no zero for it`() throws {
        var period = Self.period
        period.missing = ["U3"]
        let statistics = try quietStatistics(of: period)
        #expect(try statistics.shown("htx.count.U3") == "– 0/0 O")
        #expect(try statistics.shown("members.sum.U3.F") == "– 0/0 O")
        #expect(try statistics.shown("state=idle.count.U3") == "– 0/0 O")
        #expect(try statistics.shown("htx.count") == "5 5/5 A")
        #expect(try statistics.shown("htx.share.U1") == "80 4/4 A")
    }

    @Test func `knows nothing when every unit is missing`() throws {
        let statistics = try quietStatistics(of: SmallPeriod(missing: ["U1", "U2", "U3"]))
        #expect(try statistics.shown("htx.count") == "– 0/0 O")
        #expect(try statistics.shown("members.sum.all.F") == "– 0/0 O")
    }

    @Test func `makes each key once, in the order of keys, and in units of measure`() throws {
        let statistics = try quietStatistics(of: Self.period)
        // 4 units × 3 sectors; 6 of htx, 2 × 4 of classes, 2 × 10 of sums, 5 of years, 2 of ranges.
        #expect(statistics.figures.count == 12 * (6 + 8 + 20 + 5 + 2))
        let pairs = zip(statistics.figures, statistics.figures.dropFirst())
        #expect(pairs.allSatisfy { $0.key < $1.key })
        let unit = { (key: String) in FigureKey(key).flatMap { statistics[$0] }?.unitOfMeasure }
        #expect(unit("htx.count") == "organisation")
        #expect(unit("htx.share") == "percent")
        #expect(unit("profit.mean") == "million")
        #expect(unit("profit.growth") == "percent")
        #expect(unit("founded.min") == "")
    }

    @Test func `shares are those published for 2020`() throws {
        let counts = [169, 24, 24, 4, 10, 1]
        var period = SmallPeriod(sectors: ["S0", "S1", "S2", "S3", "S4", "S5"])
        for (sector, count) in counts.enumerated() {
            for number in 0..<count {
                period.rows.append("\(sector)-\(number) U1 S\(sector) . . . . .")
            }
        }
        let statistics = try quietStatistics(of: period)
        let style = NumberStyle(.fixed(2))
        let shares = try counts.indices.map { sector in
            let figure = try #require(statistics[FigureKey("htx", .share, sector: "S\(sector)")])
            return style.text(try #require(figure.value?.rounded(to: 2)))
        }
        #expect(shares == ["72,84", "10,34", "10,34", "1,72", "4,31", "0,43"])
    }

    @Test func `tells an overflow instead of trapping or cutting`() throws {
        let huge = "999999999999999999999999999999"
        let tiny = "0.000000000000000001"
        let period = SmallPeriod(rows: [
            "a U1 F open \(huge) \(huge) 2000 1", "b U1 F open \(huge) \(tiny) 2000 1",
        ])
        let (statistics, codes) = try doubtedStatistics(of: period)
        // The sum of integers fits; a quotient with 12 decimals does not, nor does the decimal sum.
        #expect(try statistics.shown("members.sum") == "1999999999999999999999999999998 2/2 A")
        #expect(try statistics.shown("members.mean") == "– 2/2 O")
        #expect(try statistics.shown("profit.sum") == "– 2/2 O")
        #expect(try statistics.shown("profit.median") == "– 2/2 O")
        #expect(try statistics.shown("profit.max") == "\(huge) 2/2 A")
        #expect(Set(codes) == ["compute.figure.overflow"])
    }
}
