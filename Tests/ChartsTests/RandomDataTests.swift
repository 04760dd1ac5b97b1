import ChartGallery
import Charts
import DocumentModel
import Foundation
import Testing
import ThemeModel
import Vocabulary

/// A small generator that gives the same numbers in every run.
private struct Dice {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func below(_ limit: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(limit))
    }

    /// Missing, zero, small, huge or negative.
    mutating func value(isPart: Bool) -> Int? {
        let size = [0, 1, 9, 1000, 1_000_000_000, 1_000_000_000_000_000_000][below(6)]
        let value = size == 0 ? 0 : below(size) + 1
        switch below(7) {
        case 0: return nil
        case 1 where !isPart: return -value
        default: return value
        }
    }

    mutating func name() -> String {
        switch below(6) {
        case 0: "A"
        case 1: longName
        case 2: String(repeating: "x", count: 1 + below(200))
        default:
            (0...below(4)).map { _ in ["Vĩnh", "Phú", "Quỹ tín dụng", "Thoại Sơn"][below(4)] }
                .joined(separator: " ")
        }
    }
}

/// A chart of anything that Compose lets through.
private func randomChart(_ mark: ChartSpec.Mark, _ seed: Int) -> ChartSpec {
    var dice = Dice(seed &* 31 &+ (marks.firstIndex(of: mark) ?? 0) &+ 1)
    let count = [1, 2, 5, 12, 40][dice.below(5)]
    let seriesCount =
        switch mark {
        case .slope: 2
        case .histogram, .distribution, .tileMap: 1
        default: 1 + dice.below(6)
        }
    let panelCount = mark == .histogram || dice.below(3) > 0 ? 1 : 1 + dice.below(5)
    var chart = spec(mark, (0..<count).map { _ in dice.name() }, [])
    chart.panels = (0..<panelCount).map { _ in
        ChartSpec.Panel(
            title: panelCount > 1 ? dice.name() : "",
            series: (0..<seriesCount).map { _ in
                ChartSpec.Series(
                    name: seriesCount > 1 || dice.below(2) == 0 ? dice.name() : "",
                    points: (0..<count).map { _ in
                        dice.value(isPart: mark == .stackedBar || mark == .histogram).map(point)
                    }
                )
            },
            values: (0..<(mark == .distribution ? count : 0)).map { _ in
                (0..<dice.below(400)).map { _ in Double(dice.value(isPart: false) ?? 0) }.sorted()
            },
            totals: mark == .stackedBar && dice.below(2) == 0
                ? (0..<count).map { _ in "\(dice.below(1_000_000))" } : []
        )
    }
    if mark == .distribution, dice.below(2) == 0 {
        chart.middleHalf = dice.name()
        for index in chart.panels.indices {
            chart.panels[index].quartiles = chart.panels[index].values.map { values in
                guard values.count >= 4 else { return nil }
                let quarter = { (part: Int) in point(Int(values[part * values.count / 4])) }
                return ChartSpec.Quartiles(lower: quarter(1), upper: quarter(3))
            }
        }
    }
    if [.dot, .distribution].contains(mark), dice.below(2) == 0 {
        chart.spacing = .equalRatios(note: dice.name())
    }
    if mark == .histogram, dice.below(2) == 0 {
        chart.edges = (0...count).map { NumberStyle().text(ExactDecimal($0 * 50)) }
    }
    if mark == .tileMap {
        chart.tiles = (0..<count).map { ChartSpec.Tile(column: $0 % 7 + 1, row: $0 / 7 + 2) }
    }
    return chart
}

@Suite struct `A chart of any data` {
    @Test(arguments: marks, 0..<60)
    func `keeps its texts apart and inside`(mark: ChartSpec.Mark, seed: Int) {
        let chart = randomChart(mark, seed)
        for width in [200.0, 246, 460] {
            expectTextsApart(in: drawn(chart, width: width))
        }
    }

    @Test(arguments: marks, 0..<60)
    func `keeps its texts apart and its shapes inside when it is set closer`(
        mark: ChartSpec.Mark,
        seed: Int
    ) {
        let chart = randomChart(mark, seed)
        let tight = drawnTight(chart)
        expectTextsApart(in: tight)
        expectShapesInside(tight)
        #expect(tight.height <= drawn(chart).height)
    }

    @Test(arguments: [ChartSpec.Mark.bar, .stackedBar, .dumbbell, .distribution, .histogram])
    func `is lower when it is set closer`(mark: ChartSpec.Mark) throws {
        let chart = try #require(
            (0..<60).lazy.map { randomChart(mark, $0) }.first { chart in
                chart.hasData && drawnTight(chart).height < drawn(chart).height * 0.9
            }
        )
        // Nothing is said in other words or in smaller letters.
        #expect(drawnTight(chart).texts.map(\.text) == drawn(chart).texts.map(\.text))
        #expect(drawnTight(chart).texts.map(\.size) == drawn(chart).texts.map(\.size))
    }

    @Test(arguments: marks, 0..<60)
    func `keeps its shapes inside, and no text on an edge`(mark: ChartSpec.Mark, seed: Int) {
        expectShapesInside(drawn(randomChart(mark, seed)))
    }

    @Test(arguments: [ChartSpec.Mark.bar, .divergingBar], 0..<60)
    func `has bars as long as its values, from zero`(mark: ChartSpec.Mark, seed: Int) {
        let chart = randomChart(mark, seed)
        let values = chart.panels.flatMap { panel in
            chart.categories.indices.flatMap { category in
                panel.series.compactMap { $0.points[category]?.magnitude }
            }
        }.filter { $0 != 0 }
        // Swatches of the key come before the bars.
        let bars = drawn(chart).rectangles.suffix(values.count)
        #expect(bars.count == values.count)
        let longest = zip(values, bars).max { abs($0.0) < abs($1.0) }
        guard let longest else { return }
        for (value, bar) in zip(values, bars) {
            let wanted = abs(value / longest.0) * longest.1.width
            #expect(abs(bar.width - max(0.4, wanted)) < 0.01, "\(value)")
        }
    }

    @Test(arguments: 0..<60)
    func `has stacked parts as wide as their values, end to end`(seed: Int) {
        let chart = randomChart(.stackedBar, seed)
        let values = chart.panels.flatMap { panel in
            chart.categories.indices.map { category in
                panel.series.compactMap { $0.points[category]?.magnitude }.filter { $0 > 0 }
            }
        }
        var bars = drawn(chart).rectangles.suffix(values.joined().count)[...]
        let longest = values.map { $0.reduce(0, +) }.max() ?? 0
        let unit = values.enumerated().compactMap { _, row -> Double? in
            defer { bars = bars.dropFirst(row.count) }
            guard row.reduce(0, +) == longest, let last = bars.prefix(row.count).last,
                let first = bars.first
            else { return nil }
            return (last.x + last.width - first.x) / longest
        }.first
        guard let unit else { return }
        bars = drawn(chart).rectangles.suffix(values.joined().count)[...]
        for row in values {
            var place = bars.first?.x ?? 0
            for (value, bar) in zip(row, bars) {
                #expect(abs(bar.x - place) < 0.5 && abs(bar.width - max(0.4, value * unit)) < 0.5)
                place += value * unit
            }
            bars = bars.dropFirst(row.count)
        }
    }

    @Test(arguments: [ChartSpec.Mark.dumbbell, .dot, .line, .distribution], 0..<60)
    func `has round ticks in order`(mark: ChartSpec.Mark, seed: Int) {
        var chart = randomChart(mark, seed)
        chart.spacing = .equalAmounts
        chart.categories = chart.categories.map { _ in "" }
        let ticks = drawn(chart).texts.filter { $0.ink == .secondaryText && $0.text != "…" }
            .map { Double($0.text.replacingOccurrences(of: ".", with: "")) }
        let values = ticks.compactMap { $0 }
        #expect(values.count == ticks.count)
        let panels = mark == .line ? chart.panels.count : 1
        let first = Array(values.prefix(values.count / max(1, panels)))
        if mark == .line || chart.panels.count == 1 {
            #expect(zip(first, first.dropFirst()).allSatisfy { $0 < $1 })
        }
        guard first.count > 1, mark == .line || chart.panels.count == 1 else { return }
        let step = first[1] - first[0]
        let digit = String(format: "%.0f", step).filter { $0 != "0" }
        #expect(["1", "2", "5"].contains(digit), "\(step)")
        for value in first { #expect(value.truncatingRemainder(dividingBy: step) == 0, "\(value)") }
    }
}

@Suite struct `A value that is not known` {
    @Test(arguments: marks)
    func `is never drawn as zero`(mark: ChartSpec.Mark) {
        var chart = spec(mark, ["A", "B", "C"], [("Một", [7, nil, 5])])
        if mark == .slope {
            chart.panels[0].series.append(
                ChartSpec.Series(name: "Hai", points: [point(9), nil, point(4)])
            )
        }
        if mark == .tileMap {
            chart.tiles = (1...3).map { ChartSpec.Tile(column: $0, row: 1) }
        }
        var withZero = chart
        for series in withZero.panels[0].series.indices {
            withZero.panels[0].series[series].points[1] = point(0)
        }
        let (unknown, zero) = (drawn(chart), drawn(withZero))
        #expect(unknown != zero)
        #expect(!unknown.texts.contains { $0.text == "0" && $0.ink != .secondaryText })
    }
}

@Suite struct `A grey copy of a chart` {
    @Test(arguments: 2...6)
    func `tells parts of a whole apart by lightness`(count: Int) {
        let parts = (0..<count).map { ("\($0)", [Int?](arrayLiteral: 5)) }
        let scene = drawn(spec(.stackedBar, ["A"], parts.map { (name: $0.0, values: $0.1) }))
        let greys = scene.rectangles.suffix(count)
            .compactMap { $0.fill?.colour(in: plainTheme.colours).lightness }
        #expect(greys.count == count)
        for (left, right) in zip(greys, greys.dropFirst()) { #expect(right - left > 0.09) }
    }

    @Test(arguments: 2...6)
    func `tells lines apart by their signs`(count: Int) {
        let series = (0..<count).map { (name: "\($0)", values: [Int?](arrayLiteral: 9 * $0, 3)) }
        let scene = drawn(spec(.line, ["A", "B"], series))
        var signs: [String] = []
        for element in scene.elements {
            switch element {
            case .circle(let shape): signs.append("circle, filled: \(shape.fill != .paper)")
            case .polygon(let shape):
                signs.append("\(shape.points.count) corners, filled: \(shape.fill != .paper)")
            default: break
            }
        }
        // Two values of each series bear the same sign.
        #expect(signs.count == 2 * count && Set(signs).count == count, "\(signs)")
        let paper = Ink.paper.colour(in: plainTheme.colours).lightness
        for line in scene.lines where line.stroke.width > 1 {
            let lightness = line.stroke.ink.colour(in: plainTheme.colours).lightness
            // Three to one, as graphic objects need.
            #expect((paper * paper + 0.05) / (lightness * lightness + 0.05) >= 3)
        }
    }

    @Test func `is read where text stands on a shade`() {
        for step in 0..<Ink.shades {
            let shade = Ink.shade(step).colour(in: plainTheme.colours)
            let scene = drawn(
                spec(.stackedBar, ["A"], (0..<Ink.shades).map { ("\($0)", [5]) })
            )
            let inside = scene.texts.filter { $0.text == "5" && $0.anchor == .middle }
            #expect(inside.count == Ink.shades)
            let ink = inside[step].ink.colour(in: plainTheme.colours)
            let luminance = [shade, ink].map { $0.lightness * $0.lightness + 0.05 }.sorted()
            #expect(luminance[1] / luminance[0] >= 4.5, "\(step)")
        }
    }
}
