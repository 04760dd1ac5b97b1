import ChartGallery
import Charts
import DocumentModel
import Testing
import Vocabulary

/// Data that are hard on any kind of chart, by what is hard: names and values.
private let hardData: [String: (names: [String], values: [Int?])] = [
    "no data": ([], []),
    "nothing known": (["A", "B"], [nil, nil]),
    "one point": (["A"], [7]),
    "10^18 beside 1": (["A", "B", "C"], [1, 1_000_000_000_000_000_000, 0]),
    "negative": (["A", "B", "C"], [-5, -1_000_000, -3]),
    "both signs": (["A", "B", "C"], [-1_000_000_000, 4, 999_999_999]),
    "all equal": (["A", "B", "C", "D"], [5, 5, 5, 5]),
    "all zero": (["A", "B", "C", "D"], [0, 0, 0, 0]),
    "missing values": (["A", "B", "C", "D"], [nil, 3, nil, 1]),
    "names of 200 letters": (
        [longName, String(repeating: "x", count: 200), "C"], [12, 1_234_567, 3]
    ),
]

/// The data drawn as `mark`, with as many series as it takes.
private func chart(_ mark: ChartSpec.Mark, _ names: [String], _ values: [Int?]) -> ChartSpec {
    let isSingle = [.histogram, .distribution, .tileMap].contains(mark)
    let series = isSingle ? [("", values)] : [("Một", values), (longName, values.reversed())]
    var chart = spec(mark, names, series.map { (name: $0.0, values: $0.1) })
    chart.noData = longName
    if mark == .tileMap {
        chart.tiles = names.indices.map { ChartSpec.Tile(column: $0 % 30 + 1, row: $0 / 30 + 1) }
    }
    if mark == .distribution {
        chart.panels[0].values = values.map { value in
            (value.map { [$0 / 2, $0, $0, $0 + 1] } ?? []).map(Double.init).sorted()
        }
        chart.panels[0].quartiles = values.map { value in
            value.map { ChartSpec.Quartiles(lower: point($0 / 2), upper: point($0 + 1)) }
        }
    }
    return chart
}

@Suite struct `Every kind of chart` {
    @Test(arguments: marks, hardData.keys.sorted())
    func `keeps texts apart and shapes inside`(mark: ChartSpec.Mark, name: String) throws {
        let data = try #require(hardData[name])
        for width in [160.0, 246, 460, 760] {
            let scene = drawn(chart(mark, data.names, data.values), width: width)
            expectTextsApart(in: scene)
            expectShapesInside(scene)
        }
    }

    @Test(arguments: marks)
    func `can show ten thousand categories`(mark: ChartSpec.Mark) {
        let scene = drawn(
            chart(mark, (1...10_000).map { "Mục \($0)" }, (1...10_000).map { $0 % 97 })
        )
        expectTextsApart(in: scene)
        #expect(scene.texts.count >= 10)
    }

    @Test(arguments: marks)
    func `prints figures of 200 letters whole or not at all`(mark: ChartSpec.Mark) {
        var hard = chart(mark, ["A", "B"], [3, 4])
        for series in hard.panels[0].series.indices {
            hard.panels[0].series[series].points[0]?.label = longName
        }
        for width in [200.0, 460] {
            let scene = drawn(hard, width: width)
            expectTextsApart(in: scene)
            expectShapesInside(scene)
        }
    }

    @Test(arguments: marks, ["no data", "nothing known"])
    func `says that there are no data`(mark: ChartSpec.Mark, name: String) throws {
        let data = try #require(hardData[name])
        var empty = chart(mark, data.names, data.values)
        empty.noData = "Không có số liệu"
        let scene = drawn(empty)
        #expect(scene.texts.map(\.text) == ["Không có số liệu"])
        #expect(scene.rectangles.count == 1 && scene.circles.isEmpty && scene.lines.isEmpty)
    }
}

@Suite struct `An axis of ratios` {
    private let note = "Thang lôgarit"

    private func dots(_ values: [Int?], _ mark: ChartSpec.Mark = .dot) -> ChartSpec {
        var chart = spec(mark, values.indices.map { "Mục \($0)" }, [("", values)])
        chart.spacing = .equalRatios(note: note)
        return chart
    }

    @Test func `puts powers of ten at equal distances and says so`() {
        let scene = drawn(dots([1, 10, 100, 1_000]))
        let places = scene.circles.map(\.centre.x)
        let steps = zip(places, places.dropFirst()).map { $1 - $0 }
        #expect(steps.allSatisfy { abs($0 - steps[0]) < 0.001 && $0 > 20 }, "\(steps)")
        let ticks = scene.texts.filter { $0.ink == .secondaryText }.map(\.text)
        #expect(ticks == ["1", "10", "100", "1.000", note])
    }

    @Test func `shows one beside 10^18 apart, with no line from zero`() {
        let scene = drawn(dots([1, 1_000, 1_000_000_000_000_000_000]))
        let places = scene.circles.map(\.centre.x)
        #expect(places[1] - places[0] > 20 && places[2] - places[1] > 20)
        #expect(scene.texts.contains { $0.text == note })
        #expect(!scene.lines.contains { $0.start.y == $0.end.y })
    }

    @Test(arguments: [0, -5])
    func `is one of amounts where a value has no ratio, and says nothing of ratios`(value: Int) {
        let chart = dots([1, value, 1_000])
        var linear = chart
        linear.spacing = .equalAmounts
        #expect(drawn(chart) == drawn(linear))
    }

    @Test(arguments: marks.filter { $0 != .dot && $0 != .dumbbell && $0 != .distribution })
    func `is never used for lengths`(mark: ChartSpec.Mark) {
        var chart = chart(mark, ["A", "B"], [10, 1_000])
        let linear = drawn(chart)
        chart.spacing = .equalRatios(note: note)
        #expect(drawn(chart) == linear)
    }
}

@Suite struct `A distribution` {
    @Test func `prints its quartiles below the ends of the box and its median above`() throws {
        var chart = spec(.distribution, ["A"], [("Trung vị", [50])])
        chart.middleHalf = "Một nửa ở giữa"
        chart.panels[0].values = [[0, 20, 50, 80, 100]]
        chart.panels[0].quartiles = [ChartSpec.Quartiles(lower: point(20), upper: point(80))]
        let scene = drawn(chart)
        let box = try #require(scene.rectangles.last)
        let figure = { (text: String) in
            try #require(scene.texts.last { $0.text == text && $0.ink == .text })
        }
        #expect(abs(try figure("20").position.x - box.x) < 0.001)
        #expect(abs(try figure("80").position.x - box.x - box.width) < 0.001)
        #expect(abs(try figure("50").position.x - (box.x + box.width / 2)) < 0.001)
        #expect(try figure("50").position.y < box.y)
        #expect(try figure("20").position.y > box.y + box.height)
        #expect(scene.texts.contains { $0.text == "Một nửa ở giữa" })
    }
}
