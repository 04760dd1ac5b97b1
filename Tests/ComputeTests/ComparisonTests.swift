import Compute
import StatisticsModel
import Testing
import Vocabulary

/// Changes on the previous period, worked out by hand.
struct ComparisonTests {
    static let before = SmallPeriod(
        year: 2019,
        rows: [
            "a U1 F open 8 -2 1999 4",
            "b U1 F idle 10 2.5 2001 3",
            "x U1 G open 4 1 1990 3",
            "e U2 F open 9 -3 2004 2",
            "y U2 F open 1 . 2005 2",
        ]
    )
    /// b moved to U2, x and y are gone, c, d and f are new.
    static let now = SmallPeriod(rows: [
        "a U1 F open 10 -2.5 1999 4~5",
        "b U2 F open 20 4 2001 3.5",
        "c U1 F idle 3 . . .",
        "d U1 G . 5 1 2010 4.2~6",
        "e U2 F idle 7 -10 2004 .",
        "f U3 G open 2 2 2019 5",
    ])

    @Test(arguments: [
        ("htx.change", "1 6/6 A"),
        ("htx.growth", "20 6/6 A"),
        ("htx.change.U1", "0 3/3 A"),
        ("htx.growth.U1", "0 3/3 A"),
        ("members.change.U1", "-4 3/3 A"),  // 10 + 3 + 5 - 22
        ("members.growth.U1", "-18.181818 3/3 A"),
        ("htx.change.U3", "1 1/1 A"),
        ("htx.growth.U3", "– 1/1 O"),  // from none
        ("htx.change.U3.F", "0 0/0 A"),
        ("members.change", "15 6/6 A"),  // 47 - 32
        ("members.growth", "46.875 6/6 A"),
        ("members.change.all.G", "3 2/2 A"),
        ("profit.change.U1.F", "-3 1/2 A"),  // -2.5 - 0.5
        ("profit.growth.U1.F", "-600 1/2 A"),
        ("profit.change.U2", "-3 2/2 A"),  // -6 - -3
        ("profit.growth.U2", "– 2/2 O"),  // from a loss
        ("state=open.change", "-1 5/6 A"),  // 3 - 4
        ("state=open.growth", "-25 5/6 A"),
        ("state=open.change.U1.G", "– 0/1 O"),
    ])
    func `compares each cell with the same one of the year before`(
        key: String,
        shown: String
    ) throws {
        #expect(try quietStatistics(of: Self.now, previous: Self.before).shown(key) == shown)
    }

    @Test(arguments: [
        ("htx.entered", "3 6/6 A"),
        ("htx.left", "2 6/6 A"),
        ("htx.entered.U2", "0 2/2 A"),  // b came from U1
        ("htx.left.U1", "1 3/3 A"),  // x; b only moved
        ("htx.left.U2.F", "1 2/2 A"),
        ("htx.entered.all.G", "2 2/2 A"),
    ])
    func `tells who is new and who is gone from who moved`(key: String, shown: String) throws {
        #expect(try quietStatistics(of: Self.now, previous: Self.before).shown(key) == shown)
    }

    @Test func `has no change without a year before`() throws {
        let statistics = try quietStatistics(of: Self.now)
        for key in ["htx.change", "htx.growth", "htx.entered", "htx.left", "members.change"] {
            #expect(try statistics.shown(key) == "– 6/6 O")
        }
    }

    @Test func `warns when a unit was missing and gives no change of the whole`() throws {
        var before = Self.before
        before.missing = ["U3"]
        let (statistics, codes) = try doubtedStatistics(of: Self.now, previous: before)
        #expect(codes == ["compute.comparison.different-units"])
        for key in ["htx.change", "htx.growth", "htx.entered", "htx.left", "members.change"] {
            #expect(try statistics.shown(key) == "– 6/6 O")
        }
        #expect(try statistics.shown("htx.change.U3") == "– 1/1 O")
        #expect(try statistics.shown("htx.change.all.G") == "– 2/2 O")
        #expect(try statistics.shown("members.change.U1") == "-4 3/3 A")
    }

    @Test func `warns when a unit is missing now`() throws {
        var now = Self.now
        now.missing = ["U3"]
        now.rows.removeLast()
        let (statistics, codes) = try doubtedStatistics(of: now, previous: Self.before)
        #expect(codes == ["compute.comparison.different-units"])
        #expect(try statistics.shown("htx.change") == "– 5/5 O")
        #expect(try statistics.shown("htx.change.U2") == "0 2/2 A")
    }

    @Test func `compares the whole when the same unit is missing in both years`() throws {
        var (now, before) = (Self.now, Self.before)
        now.missing = ["U3"]
        before.missing = ["U3"]
        now.rows.removeLast()
        #expect(try quietStatistics(of: now, previous: before).shown("htx.change") == "0 5/5 A")
    }

    @Test func `compares by code, whatever the order of units and sectors was`() throws {
        var before = Self.before
        before.units.reverse()
        before.sectors.reverse()
        let statistics = try quietStatistics(of: Self.now, previous: before)
        #expect(try statistics.shown("members.change.U1") == "-4 3/3 A")
        #expect(try statistics.shown("members.change.all.G") == "3 2/2 A")
    }

    @Test func `warns of a sector that the year before did not have`() throws {
        var now = Self.now
        now.sectors.append("H")
        let (statistics, codes) = try doubtedStatistics(of: now, previous: Self.before)
        #expect(codes == ["compute.comparison.new-sector"])
        #expect(try statistics.shown("htx.change.all.H") == "– 0/0 O")
        #expect(try statistics.shown("htx.change") == "1 6/6 A")
    }

    @Test func `converts last year's unit of measure before comparing`() throws {
        var before = Self.before
        before.profitUnit = "billion"
        let statistics = try quietStatistics(of: Self.now, previous: before)
        // -2.5 million now; (-2 + 2.5) billion then.
        #expect(try statistics.shown("profit.change.U1.F") == "-502.5 1/2 A")
    }

    @Test func `warns when the two years do not measure the same`() throws {
        var before = Self.before
        before.profitUnit = "hectare"
        let (statistics, codes) = try doubtedStatistics(of: Self.now, previous: before)
        #expect(codes == ["compute.comparison.different-column"])
        #expect(try statistics.shown("profit.change") == "– 5/6 O")
        #expect(try statistics.shown("members.change") == "15 6/6 A")
    }

    @Test func `growth from 198 to 232 is the published 17,17 percent`() throws {
        let before = SmallPeriod(year: 2019, rows: (0..<198).map { "\($0) U1 F . . . . ." })
        let now = SmallPeriod(rows: (0..<232).map { "\($0) U1 F . . . . ." })
        let statistics = try quietStatistics(of: now, previous: before)
        let growth = statistics[FigureKey("htx", .growth)]?.value?.rounded(to: 2)
        #expect(growth.map { NumberStyle(.fixed(2), showsPlus: true).text($0) } == "+17,17")
    }
}
