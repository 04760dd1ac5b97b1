import ChartGallery
import Charts
import DocumentModel
import Testing
import Vocabulary

@Suite struct `A scale` {
    @Test func `starts every bar at zero`() throws {
        let scene = drawn(spec(.divergingBar, ["A", "B", "C"], [("", [100, -40, 60])]))
        let zero = try #require(scene.lines.last).start.x
        #expect(scene.rectangles.map { $0.x == zero } == [true, false, true])
        #expect(abs(scene.rectangles[1].x + scene.rectangles[1].width - zero) < 0.001)
    }

    @Test func `gives bars lengths in proportion, also across panels`() {
        var chart = spec(.bar, ["A", "B"], [("", [100, 25])], panels: ["p", "q"])
        chart.panels[1].series[0].points[0] = point(50)
        let widths = drawn(chart).rectangles.map(\.width)
        #expect(widths.count == 4)
        #expect(widths.map { ($0 / widths[0] * 100).rounded() } == [100, 25, 50, 25])
    }

    @Test func `has round ticks that are not printed twice`() {
        let chart = spec(.dumbbell, ["A"], [("a", [1]), ("b", [2])])
        let ticks = drawn(chart).texts.filter { $0.anchor == .middle }.map(\.text)
        #expect(ticks == ["1", "2"])
    }

    @Test func `of dots starts at zero unless all values are close together`() {
        let ticks = { (low: Int, high: Int) in
            drawn(spec(.dumbbell, ["A"], [("a", [low]), ("b", [high])])).texts
                .filter { $0.anchor == .middle }.map(\.text)
        }
        #expect(ticks(10, 95) == ["0", "20", "40", "60", "80", "100"])
        #expect(ticks(905, 990) == ["900", "920", "940", "960", "980", "1.000"])
    }

    @Test func `takes fewer columns when the paper is narrow`() {
        let chart = spec(
            .bar,
            ["A"],
            [("", [1_234_567])],
            panels: ["1", "2", "3", "4", "5", "6"]
        )
        let columns = { (width: Double) in
            Set(drawn(chart, width: width).rectangles.map(\.x)).count
        }
        #expect(columns(90) == 1)
        #expect(columns(250) == 2)
        #expect(columns(460) == 3)
    }
}

@Suite struct `Names of categories` {
    @Test func `are cut only beyond three lines`() {
        let words = ["mot hai ba bon nam sau", String(repeating: "bay tam ", count: 40)]
        let names = drawn(spec(.bar, words, [("", [1, 2])]), width: 240).texts
            .filter { $0.anchor == .end }.map(\.text)
        #expect(names.filter { $0.hasSuffix("…") }.count == 1)
        #expect(names.count <= 6)
        #expect(names[0].hasPrefix("mot hai"))
    }
}

@Suite struct `A dumbbell` {
    @Test func `shows equal values as two dots with one figure`() {
        let scene = drawn(spec(.dumbbell, ["A"], [("a", [5]), ("b", [5])]))
        #expect(scene.circles.suffix(2).map { ($0.radius * 10).rounded() } == [36, 18])
        #expect(scene.texts.filter { $0.text == "5" && $0.anchor != .middle }.count == 1)
    }

    @Test func `writes the smaller figure left and the larger one right of its dots`() {
        let scene = drawn(spec(.dumbbell, ["A", "B"], [("a", [1, 9]), ("b", [7, 3])]))
        let figures = ["1", "7", "3", "9"].compactMap { figure in
            scene.texts.first { $0.text == figure && $0.anchor != .middle }?.anchor
        }
        #expect(figures == [.end, .start, .end, .start])
    }
}
