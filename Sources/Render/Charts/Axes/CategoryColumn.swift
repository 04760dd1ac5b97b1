import DocumentModel

/// The names of the categories, set in lines against the left of the plot.
struct CategoryColumn {
    /// The largest part of the chart's width that names may take.
    private static let share = 0.4
    private static let shareOfLongNames = 0.46
    private static let lineLimit = 3

    let lettering: Lettering
    let lines: [[String]]
    let width: Double
    /// The width with the gap to the plot.
    var room: Double { width > 0 ? width + lettering.size * 0.6 : 0 }

    init(of spec: ChartSpec, lettering: Lettering, chartWidth: Double) {
        var lines = spec.categories.map {
            lettering.wrapped($0, to: chartWidth * Self.share, limit: Self.lineLimit)
        }
        if lines.contains(where: { $0.count > 2 }) {
            lines = spec.categories.map {
                lettering.wrapped($0, to: chartWidth * Self.shareOfLongNames, limit: Self.lineLimit)
            }
        }
        self.lettering = lettering
        self.lines = lines
        width = lettering.width(of: lines.flatMap { $0 })
    }

    func height(of category: Int) -> Double {
        Double(lines[category].count) * lettering.lineHeight
    }

    /// Names right-aligned at `right`, each in the middle of its row.
    func elements(right: Double, rows: [Row]) -> [Scene.Element] {
        rows.flatMap { row in
            lettering.runs(of: lines[row.category], x: right, middle: row.middle, anchor: .end)
        }
    }
}

/// The horizontal band of one category.
struct Row {
    let category: Int
    let top: Double
    let height: Double

    var middle: Double { top + height / 2 }
    var bottom: Double { top + height }
}

extension [Row] {
    /// The line from which bars grow, past all rows.
    func zeroLine(x: Double) -> [Scene.Element] {
        guard let first, let last else { return [] }
        return [
            .line(
                Scene.Line(
                    from: Scene.Point(x: x, y: first.top),
                    to: Scene.Point(x: x, y: last.bottom),
                    stroke: Scene.Stroke(.rule, width: 0.75)
                )
            )
        ]
    }
}
