import Charts
import DocumentModel
import Foundation
import Testing
import ThemeModel
import Vocabulary

@testable import RenderHTML

/// Three units, drawn as `mark`.
private func spec(_ mark: ChartSpec.Mark) -> ChartSpec {
    let seriesCount = [.histogram, .distribution, .tileMap].contains(mark) ? 1 : 2
    var spec = ChartSpec(
        mark: mark,
        categories: ["A", "B", "C"],
        panels: [
            ChartSpec.Panel(
                series: (0..<seriesCount).map { series in
                    ChartSpec.Series(
                        name: "\(2019 + series)",
                        points: [31, 47, 62].map {
                            ChartSpec.Point(magnitude: Double($0 + series), label: "\($0 + series)")
                        }
                    )
                },
                values: [[30, 32], [40, 47, 60], [60, 61, 63, 90]]
            )
        ],
        tickStyle: NumberStyle()
    )
    spec.tiles = (1...3).map { ChartSpec.Tile(column: $0, row: 1) }
    return spec
}

@Suite struct `A chart on the page` {
    @Test(arguments: [
        ChartSpec.Mark.bar, .divergingBar, .stackedBar, .dumbbell, .dot, .slope, .line, .histogram,
        .distribution, .tileMap,
    ])
    func `has every shape and text of its scene, in colours of the style sheet`(
        mark: ChartSpec.Mark
    ) {
        let chart = Chart(
            anchor: "c",
            label: "Biểu đồ 1",
            caption: "Nội dung",
            spec: spec(mark),
            alternative: "Tăng."
        )
        let html = bodyHTML([.chart(chart)])
        let wide = html.components(separatedBy: "<svg")[1].components(separatedBy: "</svg>")[0]
        let scene = Charts.scene(
            for: chart.spec,
            width: 552,
            theme: sampleTheme,
            measuring: SampleLetters()
        )
        let count = { (name: String) in wide.components(separatedBy: "<\(name) ").count - 1 }
        let shapes = ["rect", "line", "circle", "polygon", "text"].map(count)
        var wanted = [0, 0, 0, 0, 0]
        for element in scene.elements {
            switch element {
            case .rectangle: wanted[0] += 1
            case .line: wanted[1] += 1
            case .circle: wanted[2] += 1
            case .polygon: wanted[3] += 1
            case .text: wanted[4] += 1
            }
        }
        #expect(shapes == wanted)
        #expect(wanted[4] >= 4)
        let names = wide.matches(of: /class="([^"]*)"/).flatMap { $0.1.split(separator: " ") }
            .filter { $0.hasPrefix("f-") || $0.hasPrefix("s-") }.map { String($0.dropFirst(2)) }
        let known = Set(Palette(sampleTheme.colours).light.map(\.name))
        #expect(Set(names).isSubset(of: known), "\(Set(names).subtracting(known))")
    }
}
