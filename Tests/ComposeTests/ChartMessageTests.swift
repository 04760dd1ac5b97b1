import Compose
import Diagnostics
import DocumentModel
import PeriodModel
import Testing

/// The only chart of a report made of `yaml` in `charts.yaml`, and the doubts about it.
private func chart(
    _ yaml: String,
    of material: ReportMaterial = Sample.material()
) -> (chart: Chart?, doubts: [Diagnostic]) {
    let (document, doubts) = SampleTemplates(
        text: "```chart it\n```",
        charts: "it:\n  caption: Nội dung\n  alt: \"{{ chart-message }}\"\n" + yaml
    ).document(material)
    let charts = document?.body.compactMap { block -> Chart? in
        if case .chart(let chart) = block { chart } else { nil }
    }
    return (charts?.first, doubts)
}

private func message(_ yaml: String) -> String? {
    let (chart, doubts) = chart(yaml)
    #expect(doubts.isEmpty, "\(doubts)")
    return chart?.alternative
}

@Suite struct `The message of a chart` {
    private let units = "  rows: units\n  series: [{name: Nay, figure: htx.count, format: number}]"

    @Test(arguments: ["bar", "dot"])
    func `names the largest and the smallest value`(mark: String) {
        #expect(message("  mark: \(mark)\n" + units) == "cao nhất Đông 3, thấp nhất Tây 1")
    }

    @Test(arguments: ["bar", "stacked-bar", "dot"])
    func `names them for each series`(mark: String) {
        let said = message(
            """
              mark: \(mark)
              rows: units
              series:
                - {name: Trước, figure: previous.htx.count, format: number}
                - {name: Nay, figure: htx.count, format: number}
            """
        )
        #expect(
            said == "Trước: cao nhất Tây 2, thấp nhất Đông 1; Nay: cao nhất Đông 3, thấp nhất Tây 1"
        )
    }

    @Test(arguments: ["dumbbell", "slope"])
    func `names the largest difference where two values are joined`(mark: String) {
        let said = message(
            """
              mark: \(mark)
              rows: units
              series:
                - {name: Trước, figure: previous.htx.count, format: number}
                - {name: Nay, figure: htx.count, format: number}
            """
        )
        #expect(said?.hasSuffix("; xa nhất: Đông (Trước 1, Nay 3)") == true, "\(said ?? "")")
    }

    @Test func `tells where a line begins and ends`() {
        let said = message("  mark: line\n" + units)
        #expect(said == "từ 3 (Đông) đến 1 (Tây), cao nhất 3 (Đông), thấp nhất 1 (Tây)")
    }

    @Test func `tells increases from decreases`() {
        let said = message(
            "  mark: diverging-bar\n  rows: units\n"
                + "  series: [{figure: htx.change, format: signed | number}]"
        )
        #expect(said == "cao nhất Đông +2, thấp nhất Tây -1")
    }

    @Test func `names the class with most and with fewest`() {
        let said = message(
            """
              mark: histogram
              of: von
              in: ty
              name: Số
              classes: [{label: Nhỏ, below: 1}, {label: Vừa, below: 3}, {label: Lớn}]
            """
        )
        #expect(said == "cao nhất Vừa 2, thấp nhất Nhỏ 1, Lớn 1")
    }

    @Test func `names the panel of a value`() {
        let said = message("  panels: sectors\n  mark: bar\n" + units)
        #expect(said == "cao nhất Công cộng (Đông) 2, thấp nhất Trường học (Tây) 0")
    }

    @Test func `says that all are equal`() {
        let said = message(
            "  mark: bar\n  rows: units\n  series: [{figure: hang=tot.count, format: number}]"
        )
        #expect(said == "bằng nhau (1)")
    }

    @Test func `is that there are no data when nothing is known`() {
        let material = Sample.material(
            hasPrevious: false,
            rows: Sample.rows.map { row in
                var row = row
                row.capital = nil
                return row
            }
        )
        let bars = chart(
            "  mark: bar\n  rows: units\n  series: [{figure: von.sum, format: number}]",
            of: material
        )
        #expect(bars.chart?.alternative == "Nội dung: Không có số liệu.")
        #expect(bars.chart?.spec.hasData == false)
        #expect(bars.chart?.spec.noData == "Không có số liệu")
        let classes = chart("  mark: histogram\n  of: von\n  name: Số", of: material)
        #expect(classes.chart?.alternative == "Nội dung: Không có số liệu.")
    }
}

@Suite struct `A distribution of a template` {
    private let yaml = """
          mark: distribution
          of: von
          rows: units
          middle: Một nửa
          series: [{name: Trung vị, figure: von.median, format: ty 2 | number}]
        """

    private func material(_ capitals: [String]) -> ReportMaterial {
        Sample.material(
            hasPrevious: false,
            rows: capitals.enumerated().map { number, capital in
                Sample.Row(id: "\(number)", unit: 0, sector: 0, year: 2000, capital: capital)
            }
        )
    }

    @Test func `has exact quartiles in the form of its median`() throws {
        let (made, doubts) = chart(yaml, of: material(["1000", "2000", "4000", "8000", "16010"]))
        #expect(doubts.isEmpty, "\(doubts)")
        let panel = try #require(made?.spec.panels.first)
        let odd = try #require(panel.quartiles.first ?? nil)
        #expect(odd.lower.label == "2,00" && odd.upper.label == "8,00")
        #expect(made?.spec.middleHalf == "Một nửa")
        // Between two values in proportion: 1750 and 4505 for the median, 2997,5.
        let even = quartiles(of: ["1000", "2000", "3995", "6035"])
        #expect(even?.lower.label == "1,75" && even?.upper.label == "4,51")
    }

    private func quartiles(of capitals: [String]) -> ChartSpec.Quartiles? {
        chart(yaml, of: material(capitals)).chart?.spec.panels[0].quartiles[0]
    }

    @Test func `has none of fewer than four values`() {
        #expect(quartiles(of: ["1000", "2000", "3000"])?.lower.label == nil)
    }

    @Test func `is drawn on an axis of ratios where that is asked for`() {
        let (made, doubts) = chart(yaml + "\n  scale: log", of: material(["1", "1000000"]))
        #expect(doubts.isEmpty, "\(doubts)")
        #expect(made?.spec.spacing == .equalRatios(note: "Thang số lần"))
        let (zero, warnings) = chart(yaml + "\n  scale: log", of: material(["0", "1000000"]))
        #expect(zero?.spec.spacing == .equalAmounts)
        #expect(warnings.map(\.code) == ["compose.chart.log-zero"])
        #expect(warnings.first?.place?.line == 9)
    }

    @Test(arguments: [
        "bar", "stacked-bar", "diverging-bar", "dumbbell", "slope", "line", "tile-map",
    ])
    func `is the only kind with dots that has such an axis`(mark: String) {
        let doubts = chart(
            "  mark: \(mark)\n  rows: units\n  scale: log\n"
                + "  series: [{figure: htx.count}, {figure: htx.count}]"
        ).doubts
        let told = doubts.first { $0.code == "compose.chart.log" }
        #expect(told?.place?.line == 6, "\(doubts)")
    }
}
