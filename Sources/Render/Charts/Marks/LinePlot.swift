import DocumentModel

/// A line for each series over categories in order, with a sign of its own at each value, and its name
/// and last figure at its end; what is not known is a gap.
struct LinePlot: Plot {
    private let plan: MarkPlan
    private let axis: HeightAxis
    private let labels: [[[String]]]
    private let labelWidth: Double
    private let plotWidth: Double
    private let plotHeight: Double
    private let foot: FootLabels
    private let places: [Double]

    static func comfortableWidth(of plan: MarkPlan) -> Double { plan.lettering.size * 20 }

    init(_ plan: MarkPlan, width: Double) {
        let (spec, lettering) = (plan.spec, plan.lettering)
        let labels = spec.panels.map { panel in
            panel.series.map { series -> [String] in
                let known = series.points.prefix(spec.categories.count).compactMap { $0 }
                let text = [known.last?.label ?? spec.unknown, series.name].filter { !$0.isEmpty }
                return lettering.wrapped(text.joined(separator: " "), to: width * 0.3, limit: 4)
            }
        }
        let lines = labels.map { $0.reduce(0) { $0 + $1.count } }.max() ?? 0
        let plotHeight = lettering.lineHeight * max(11 * plan.plotShare, Double(lines) + 1)
        let values = spec.points.map(\.position)
        let axis = HeightAxis(
            over: values.min() ?? 0,
            values.max() ?? 0,
            startsAtZero: false,
            style: spec.tickStyle,
            lettering: lettering,
            height: plotHeight,
            mostRoom: width * 0.28
        )
        let labelWidth = lettering.width(of: labels.flatMap { $0 }.flatMap { $0 })
        let gap = Self.labelDistance(plan)
        let plotWidth = max(1, width - axis.room - (labelWidth > 0 ? labelWidth + gap : gap))
        // A single category stands in the middle.
        let inset = min(plotWidth / 2, Self.radius(plan) + 1)
        let count = spec.categories.count
        let step = count > 1 ? (plotWidth - 2 * inset) / Double(count - 1) : 0
        let places = (0..<count).map {
            count > 1 ? inset + Double($0) * step : plotWidth / 2
        }
        self.plan = plan
        self.axis = axis
        self.labels = labels
        self.labelWidth = labelWidth
        self.plotWidth = plotWidth
        self.plotHeight = plotHeight
        self.places = places
        foot = FootLabels(
            spec.categories,
            at: places.map { $0 + axis.room },
            lettering: lettering,
            widest: min(width, max(step - lettering.size * 0.5, lettering.size * 7)),
            bounds: 0...width
        )
    }

    /// Half a line for the figure of the highest tick, the plot, half a line again, names.
    var height: Double { plan.lettering.lineHeight + plotHeight + foot.height }

    func elements(of panel: Int, left: Double, top: Double) -> [Scene.Element] {
        let top = top + plan.lettering.lineHeight * 0.5
        var elements = axis.elements(left: left, top: top, width: plotWidth)
        let plotLeft = left + axis.room
        var ends: [SideLabels.Label] = []
        for (number, series) in plan.spec.panels[panel].series.enumerated() {
            let points = places.indices.map { index -> Scene.Point? in
                guard index < series.points.count, let point = series.points[index] else {
                    return nil
                }
                return Scene.Point(
                    x: plotLeft + places[index],
                    y: top + axis.depth(of: point.position)
                )
            }
            elements += lines(through: points, series: number)
            elements += signs(at: points, series: number)
            ends.append(
                SideLabels.Label(
                    lines: labels[panel][number],
                    mark: (points.compactMap { $0 }.last?.y).map { $0 - top } ?? plotHeight
                )
            )
        }
        elements += SideLabels(
            ends.filter { !$0.lines.isEmpty },
            lettering: plan.lettering,
            height: plotHeight
        ).elements(
            x: plotLeft + plotWidth + Self.labelDistance(plan),
            edge: plotLeft + plotWidth + Self.radius(plan) * 0.5,
            top: top,
            anchor: .start
        )
        return elements
            + foot.elements(
                left: left,
                top: top + plotHeight + plan.lettering.lineHeight * 0.5,
                ink: .text
            )
    }

    private var count: Int { plan.spec.seriesCount }

    private func lines(through points: [Scene.Point?], series: Int) -> [Scene.Element] {
        zip(points, points.dropFirst()).compactMap { start, end in
            guard let start, let end else { return nil }
            return .line(
                Scene.Line(
                    from: start,
                    to: end,
                    stroke: Scene.Stroke(SeriesSign(series, of: count).ink, width: 1.3)
                )
            )
        }
    }

    /// A sign at each value, or at every second, third … where they would hide the line, at the last
    /// one and at values without a neighbour always.
    private func signs(at points: [Scene.Point?], series: Int) -> [Scene.Element] {
        let distance = points.count > 1 ? places[1] - places[0] : plotWidth
        let every = max(1, Int((plan.lettering.size * 1.2 / max(distance, 0.01)).rounded(.up)))
        let last = points.lastIndex { $0 != nil }
        return points.indices.compactMap { index in
            guard let point = points[index] else { return nil }
            let isAlone =
                (index == 0 || points[index - 1] == nil)
                && (index == points.count - 1 || points[index + 1] == nil)
            guard isAlone || ((last ?? 0) - index) % every == 0 else {
                return nil
            }
            return SeriesSign(series, of: count).element(at: point, radius: Self.radius(plan))
        }
    }

    /// Wide enough for hairlines to labels that had to move.
    private static func labelDistance(_ plan: MarkPlan) -> Double { plan.lettering.size * 1.4 }

    private static func radius(_ plan: MarkPlan) -> Double { plan.lettering.size * 0.28 }
}
