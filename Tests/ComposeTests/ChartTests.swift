import Compose
import Diagnostics
import DocumentModel
import Foundation
import PeriodModel
import Testing

/// The only chart of a report made of `yaml`, and the doubts about it.
private func chart(
    _ yaml: String,
    of material: ReportMaterialChange = .none
) -> (chart: Chart?, doubts: [Diagnostic]) {
    var report = Sample.material()
    switch material {
    case .none: break
    case .tiles:
        for index in report.settings.units.indices {
            report.settings.units[index].tile = .init(column: index + 1, row: 2)
        }
    case .manyUnits:
        let unit = report.settings.units[0]
        report.settings.units += (0..<10_000).map { number in
            var copy = unit
            copy.code = "N\(number)"
            return copy
        }
    }
    let (document, doubts) = SampleTemplates(
        text: "```chart it\n```",
        charts: "it:\n  caption: Nội dung\n" + yaml
    ).document(report)
    let charts = document?.body.compactMap { block -> Chart? in
        if case .chart(let chart) = block { chart } else { nil }
    }
    return (charts?.first, doubts)
}

private enum ReportMaterialChange {
    case none
    case tiles
    case manyUnits
}

private func labels(_ chart: Chart?, _ series: Int = 0) -> [String?] {
    chart?.spec.panels[0].series[series].points.map { $0?.label } ?? []
}

@Suite struct `A histogram` {
    @Test func `counts organisations in the classes of the template, borders above`() {
        let (chart, doubts) = chart(
            """
              alt: "{{ chart-data }}"
              mark: histogram
              of: von
              in: ty
              name: Số thư viện
              classes: [{label: Nhỏ, below: 1}, {label: Vừa, below: 3}, {label: Lớn}]
            """
        )
        // 1500,5; 499,5; 1000; 3000 million
        #expect(doubts.isEmpty, "\(doubts)")
        #expect(chart?.spec.categories == ["Nhỏ", "Vừa", "Lớn"])
        #expect(labels(chart) == ["1", "2", "1"])
        #expect(chart?.alternative == "Nhỏ 1; Vừa 2; Lớn 1")
    }

    @Test func `has round classes of its own, and leaves missing values out of all`() {
        let (chart, doubts) = chart("  alt: x\n  mark: histogram\n  of: sach\n  name: Số")
        // 1200, missing, 40, 7
        #expect(doubts.isEmpty, "\(doubts)")
        #expect(chart?.spec.edges.prefix(3) == ["0", "100", "200"])
        #expect(labels(chart).compactMap { $0 }.compactMap(Int.init).reduce(0, +) == 3)
        #expect(chart?.spec.edges.count == (chart?.spec.categories.count ?? 0) + 1)
    }

    @Test(arguments: [
        (
            "[{label: a, below: 5}, {label: b, below: 5}, {label: c}]",
            "compose.specification.invalid"
        ),
        ("[{label: a}, {label: b, below: 5}]", "compose.specification.invalid"),
        ("[{label: a, below: 5}, {label: b, below: 7}]", "compose.specification.invalid"),
    ])
    func `refuses classes that leave gaps`(classes: String, code: String) {
        let doubts = chart(
            "  alt: x\n  mark: histogram\n  of: von\n  name: Số\n  classes: \(classes)"
        ).doubts
        #expect(doubts.contains { $0.code == code && $0.place?.line == 7 }, "\(doubts)")
    }

    @Test func `reports a unit of another dimension and a column without values`() {
        let wrong = chart(
            "  alt: x\n  mark: histogram\n  of: von\n  in: cuon\n  name: Số\n  classes: [{label: a}]"
        ).doubts
        #expect(wrong.map(\.code) == ["compose.figure.unit"])
        let text = chart("  alt: x\n  mark: histogram\n  of: hang\n  name: Số").doubts
        #expect(text.map(\.code) == ["compose.chart.column"])
        #expect(text.first?.place?.line == 5)
    }
}

@Suite struct `A chart of a template` {
    private let bars = "  alt: x\n  mark: bar\n  rows: units\n  series: [{figure: htx.count}]"

    @Test(arguments: ["axis: broken", "from: 100", "axis-from: 5", "break: [10, 90]", "minimum: 3"])
    func `is refused with a broken axis, at its line`(line: String) {
        let doubts = chart(bars + "\n  " + line).doubts
        #expect(doubts.map(\.code) == ["compose.chart.broken-axis"])
        #expect(doubts.first?.place?.line == 7)
        #expect(doubts.first?.place?.file == "Templates/sample/charts.yaml")
    }

    @Test func `is refused with an unknown mark, at its line`() {
        let doubts = chart("  alt: x\n  mark: pie\n  rows: units\n  series: [{figure: htx.count}]")
            .doubts
        #expect(doubts.first?.place?.line == 4)
        #expect(doubts.first?.value == "pie")
    }

    @Test func `is refused without words for those who do not see it`() {
        let missing = chart("  mark: bar\n  rows: units\n  series: [{figure: htx.count}]").doubts
        #expect(missing.contains { $0.message.en.contains("alt") }, "\(missing)")
        let (_, doubts) = SampleTemplates(
            text: "```chart it\n```",
            phrases: "none: {when: column khong, text: x}",
            charts: "it:\n  caption: c\n"
                + bars.replacing("alt: x", with: "alt: \"{{ phrase.none }}\"")
        ).document()
        #expect(doubts.map(\.code) == ["compose.chart.no-alternative"])
        #expect(doubts.first?.place?.line == 3)
    }

    @Test(arguments: ["bar", "dot", "line", "stacked-bar", "dumbbell", "diverging-bar"])
    func `is refused with ten thousand categories`(mark: String) {
        let doubts = chart(bars.replacing("mark: bar", with: "mark: \(mark)"), of: .manyUnits)
            .doubts
        #expect(doubts.map(\.code) == ["compose.chart.too-many"])
        #expect(doubts.first?.place?.line == 5)
        #expect(doubts.first?.message.vi.contains("10002") == true)
    }

    @Test func `is refused with more series than can be told apart`() {
        let series = Array(repeating: "{figure: htx.count}", count: 7).joined(separator: ", ")
        let doubts = chart("  alt: x\n  mark: line\n  rows: units\n  series: [\(series)]").doubts
        #expect(doubts.map(\.code) == ["compose.chart.too-many"])
        let slope = chart("  alt: x\n  mark: slope\n  rows: units\n  series: [{figure: htx.count}]")
            .doubts
        #expect(slope.map(\.code) == ["compose.specification.invalid"])
    }

    @Test func `is refused as a stack with something negative`() {
        let doubts = chart(
            "  alt: x\n  mark: stacked-bar\n  rows: units\n  series: [{figure: htx.change}]"
        ).doubts
        // One unit lost a library.
        #expect(doubts.map(\.code) == ["compose.chart.negative-part"])
        #expect(doubts.first?.place?.line == 6)
    }

    @Test func `stacks the classes of a column and tells the whole`() {
        let (chart, doubts) = chart(
            """
              alt: "{{ chart-data }}"
              mark: stacked-bar
              rows: units
              series: [{each: classes hang, name: "{{ class.label }}", figure: class.count, format: number}]
              total: {figure: htx.count, format: number}
            """
        )
        #expect(doubts.isEmpty, "\(doubts)")
        #expect(chart?.spec.panels[0].series.map(\.name) == ["Tốt", "Kém"])
        #expect(chart?.alternative == "Đông: Tốt 1, Kém 1; Tây: Tốt 1, Kém 0")
        #expect(chart?.spec.panels[0].totals == ["3", "1"])
    }

    @Test func `maps units to their places, and is refused where one has none`() {
        let map = bars.replacing("mark: bar", with: "mark: tile-map")
        let (made, doubts) = chart(map, of: .tiles)
        #expect(doubts.isEmpty, "\(doubts)")
        #expect(made?.spec.tiles == [.init(column: 1, row: 2), .init(column: 2, row: 2)])
        let refused = chart(map).doubts
        #expect(refused.map(\.code) == ["compose.specification.invalid"])
        #expect(refused.first?.place?.line == 4)
        #expect(chart(map + "\n  when: tiles").doubts.isEmpty)
    }

    @Test func `shows how values are spread, in the unit of its figure`() {
        let (chart, doubts) = chart(
            """
              alt: x
              mark: distribution
              of: von
              rows: sectors
              series: [{name: Trung vị, figure: von.median, format: ty 1 | number}]
            """
        )
        #expect(doubts.isEmpty, "\(doubts)")
        #expect(chart?.spec.panels[0].values == [[1, 1.5005, 3], [0.4995]])
        #expect(labels(chart) == ["1,5", "0,5"])
    }

    @Test func `prints its figures as a table when it is called as one`() {
        let (document, doubts) = SampleTemplates(
            text: "{{ table.it }}\n\n```table it\n```",
            charts: "it:\n  caption: c\n  heading: Huyện\n" + bars
        ).document()
        #expect(doubts.isEmpty, "\(doubts)")
        guard case .table(let table)? = document?.body.last else {
            Issue.record("no table")
            return
        }
        #expect(table.label == "Bảng\u{A0}1")
        #expect(table.head.first?.first?.text == "Huyện")
        #expect(table.rows.map(\.cells) == [["Đông", "3"], ["Tây", "1"]])
    }
}

extension String {
    fileprivate func replacing(_ old: String, with new: String) -> String {
        components(separatedBy: old).joined(separator: new)
    }
}
