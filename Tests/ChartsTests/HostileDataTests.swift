import ChartGallery
import Charts
import DocumentModel
import Testing
import Vocabulary

private let oneWord = String(repeating: "x", count: 200)
private let huge = ChartSpec.Point(
    magnitude: 1e18,
    label: "1.000.000.000.000.000.000 triệu đồng (99,99%)"
)

/// Data that no chart was made for.
private let hostile: [String: ChartSpec] = {
    let many = (1...60).map { "Huyện số \($0)" }
    var specs: [String: ChartSpec] = [:]
    for mark in [ChartSpec.Mark.bar, .dumbbell, .divergingBar] {
        let pair: [(name: String, values: [Int?])] = [("Năm 2019", [1, 5]), ("Năm 2020", [3, 5])]
        specs["\(mark) long names"] = spec(mark, [longName, oneWord], pair)
        specs["\(mark) one category"] = spec(mark, ["A"], [("", [7])])
        specs["\(mark) sixty categories"] = spec(
            mark,
            many,
            [("a", (1...60).map { $0 * $0 }), ("b", (1...60).map { 61 - $0 })]
        )
        specs["\(mark) zeros"] = spec(mark, ["A", "B"], [("", [0, 0])])
        specs["\(mark) nothing known"] = spec(mark, ["A", "B"], [("a", [nil, nil]), ("b", [])])
        specs["\(mark) both signs"] = spec(mark, ["A", "B", "C"], [("", [-1_000_000, 3, 999])])
        specs["\(mark) decreases only"] = spec(mark, ["A", "B"], [("", [-5, -1_234_567])])
        specs["\(mark) equal values"] = spec(mark, ["A"], [("a", [5]), ("b", [5]), ("c", [5])])
        specs["\(mark) long series names"] = spec(
            mark,
            ["A"],
            [(longName, [5]), (oneWord, [6]), ("c", [7])]
        )
        specs["\(mark) panels"] = spec(
            mark,
            ["A", longName],
            [("a", [5, -7]), ("b", [123_456, 0])],
            panels: [longName, "b", oneWord, "d", "e"]
        )
        var extremes = spec(mark, ["A", "B", "C"], [("", [1, nil, 0])])
        extremes.panels[0].series[0].points[1] = huge
        specs["\(mark) one beside 10^18"] = extremes
        var broken = spec(mark, ["A", "B"], [("", [1, 2])])
        broken.panels[0].series[0].points[0]?.magnitude = .nan
        broken.panels[0].series[0].points[1]?.magnitude = .infinity
        specs["\(mark) no numbers"] = broken
        specs["\(mark) no category"] = spec(mark, [], [("", [])])
        specs["\(mark) no panel"] = spec(mark, ["A"], [], panels: [])
    }
    return specs
}()

@Suite struct `A chart of hostile data` {
    @Test(arguments: hostile.keys.sorted(), [200, 246, 460, 800])
    func `keeps its texts apart and inside`(name: String, width: Int) throws {
        let scene = drawn(try #require(hostile[name]), width: Double(width))
        let boxes = scene.texts.map(TextBox.init)
        for (index, box) in boxes.enumerated() {
            #expect(box.left >= 0 && box.right <= scene.width, "\(box)")
            #expect(box.top >= 0 && box.bottom <= scene.height, "\(box)")
            for other in boxes[(index + 1)...] { #expect(!box.meets(other), "\(box) \(other)") }
        }
    }

    @Test(arguments: hostile.keys.sorted(), [200, 246, 460, 800])
    func `keeps its shapes inside and off the texts`(name: String, width: Int) throws {
        let scene = drawn(try #require(hostile[name]), width: Double(width))
        let boxes = scene.texts.map(TextBox.init)
        for shape in scene.rectangles {
            #expect(shape.width >= 0 && shape.height >= 0)
            #expect(shape.x >= 0 && shape.x + shape.width <= scene.width, "\(shape)")
            #expect(shape.y >= 0 && shape.y + shape.height <= scene.height, "\(shape)")
            for box in boxes {
                let isClear =
                    box.right <= shape.x || box.left >= shape.x + shape.width
                    || box.bottom <= shape.y || box.top >= shape.y + shape.height
                #expect(isClear, "\(box) \(shape)")
            }
        }
        for dot in scene.circles {
            #expect(dot.centre.x >= dot.radius && dot.centre.x + dot.radius <= scene.width)
            #expect(dot.centre.y >= dot.radius && dot.centre.y + dot.radius <= scene.height)
        }
    }

    @Test(arguments: hostile.keys.sorted(), [200, 460])
    func `prints every figure whole`(name: String, width: Int) throws {
        let chart = try #require(hostile[name])
        guard chart.mark != .dumbbell, !chart.categories.isEmpty else { return }
        let scene = drawn(chart, width: Double(width))
        let words = scene.texts.flatMap { $0.text.split(separator: " ") }.map(String.init)
        for panel in chart.panels {
            for point in panel.series.flatMap(\.points).compactMap({ $0 }) {
                for word in point.label.split(separator: " ") {
                    #expect(words.contains(String(word)), "\(point.label)")
                }
            }
        }
    }

    @Test func `is a frame when there is no category`() throws {
        let scene = drawn(try #require(hostile["bar no category"]))
        #expect(scene.texts.isEmpty)
        #expect(scene.rectangles.count == 1)
        #expect(scene.height > 0)
    }
}
