import DocumentModel
import ThemeModel

/// A line for each category from its value in the first series to that in the second, named and
/// figured at both ends.
struct SlopePlot: Plot {
    private let plan: MarkPlan
    private let lettering: Lettering
    private let names: [[String]]
    private let heads: [[String]]
    private let scale: PositionScale
    private let sideRoom: Double
    private let width: Double
    private let plotHeight: Double
    private let unknown: [[[String]]]

    /// Between a name and its figure.
    private static let blanks = "\u{A0}\u{A0}"

    static func comfortableWidth(of plan: MarkPlan) -> Double { plan.lettering.size * 24 }

    init(_ plan: MarkPlan, width: Double) {
        let spec = plan.spec
        let dot = Self.radius(plan) + Self.labelDistance(plan)
        // Figures decide how small letters must be: they are never cut.
        let most = width * 0.36 - dot
        let widest = plan.lettering.width(of: spec.labels)
        let lettering =
            widest > most * 0.7
            ? plan.lettering.with(size: plan.lettering.size * most * 0.7 / widest * 0.99)
            : plan.lettering
        let figureRoom = lettering.width(of: spec.labels) + lettering.width(of: Self.blanks)
        let names = spec.categories.map {
            lettering.wrapped($0, to: max(lettering.size, most - figureRoom), limit: 3)
        }
        let room = figureRoom + lettering.width(of: names.flatMap { $0 }) + dot
        let sideRoom = min(max(room, width * 0.18), width * 0.4)
        // Heads stand in the middle of their edges.
        let headRoom = min(2 * sideRoom, width - 2 * sideRoom - lettering.size)
        heads = (0..<2).map { series in
            let name =
                spec.panels.lazy.compactMap { panel in
                    series < panel.series.count ? panel.series[series].name : nil
                }.first ?? ""
            return lettering.with(.bold).wrapped(name, to: headRoom, limit: 3)
        }
        self.names = names
        self.sideRoom = sideRoom
        self.width = width
        self.plan = plan
        self.lettering = lettering
        let lines = names.reduce(0) { $0 + max(1, $1.count) }
        let plotHeight = max(
            plan.lettering.lineHeight * 15,
            lettering.lineHeight * Double(lines) * 1.2
        )
        self.plotHeight = plotHeight
        let values = spec.points.map(\.position)
        let bounds = AxisBounds(values.min() ?? 0, values.max() ?? 0)
        let inset = max(lettering.lineHeight * 0.5, Self.radius(plan) + 0.5)
        scale = PositionScale(
            lower: bounds.low,
            upper: bounds.high,
            left: plotHeight - inset,
            right: inset
        )
        unknown = spec.panels.map { panel in
            spec.categories.indices.filter { category in
                panel.points(of: category).prefix(2).allSatisfy { $0 == nil }
            }.map {
                lettering.wrapped("\(spec.categories[$0]) \(spec.unknown)", to: width, limit: 3)
            }
        }
    }

    private var headHeight: Double {
        let most = heads.map(\.count).max() ?? 0
        return most > 0 ? (Double(most) + 0.4) * lettering.lineHeight : 0
    }

    var height: Double {
        let lines = unknown.map { $0.reduce(0) { $0 + $1.count } }.max() ?? 0
        return headHeight + plotHeight
            + (lines > 0 ? (Double(lines) + 0.4) * lettering.lineHeight : 0)
    }

    func elements(of panel: Int, left: Double, top: Double) -> [Scene.Element] {
        let spec = plan.spec
        let edges = [left + sideRoom, left + width - sideRoom]
        let plotTop = top + headHeight
        var elements: [Scene.Element] = []
        for (series, edge) in edges.enumerated() {
            elements += lettering.with(.bold)
                .runs(of: heads[series], x: edge, top: top, anchor: .middle)
            elements.append(
                .line(
                    Scene.Line(
                        from: Scene.Point(x: edge, y: plotTop),
                        to: Scene.Point(x: edge, y: plotTop + plotHeight),
                        stroke: Scene.Stroke(.faintRule, width: 0.75)
                    )
                )
            )
        }
        var dots: [Scene.Element] = []
        for category in spec.categories.indices {
            let points = spec.panels[panel].points(of: category)
            let ends = (0..<2).map { series in
                (series < points.count ? points[series] : nil).map { point in
                    Scene.Point(x: edges[series], y: plotTop + scale.place(of: point.position))
                }
            }
            // Falls differ from rises by their direction first, and by their colour.
            let ink: Ink = (ends[0]?.y ?? 0) < (ends[1]?.y ?? 0) ? .negative : .series(0)
            if let start = ends[0], let end = ends[1] {
                elements.append(
                    .line(Scene.Line(from: start, to: end, stroke: Scene.Stroke(ink, width: 1.2)))
                )
            }
            dots += ends.compactMap { $0 }.map {
                .circle(
                    Scene.Circle(
                        centre: $0,
                        radius: Self.radius(plan),
                        fill: ends.contains(nil) ? .paper : ink,
                        outline: Scene.Stroke(ink, width: 0.8)
                    )
                )
            }
        }
        elements += dots
        for series in 0..<2 { elements += labels(of: series, panel, edges[series], plotTop) }
        return elements + unknownNames(of: panel, left: left, top: plotTop + plotHeight)
    }

    private func labels(
        of series: Int,
        _ panel: Int,
        _ edge: Double,
        _ top: Double
    ) -> [Scene.Element] {
        let spec = plan.spec
        var labels: [SideLabels.Label] = []
        for category in spec.categories.indices {
            let points = spec.panels[panel].points(of: category)
            guard series < points.count, let point = points[series] else { continue }
            var lines = names[category].isEmpty ? [""] : names[category]
            // The figure stands on the first line, next to the plot.
            lines[0] =
                series == 0
                ? [lines[0], point.label].filter { !$0.isEmpty }.joined(separator: Self.blanks)
                : [point.label, lines[0]].filter { !$0.isEmpty }.joined(separator: Self.blanks)
            labels.append(SideLabels.Label(lines: lines, mark: scale.place(of: point.position)))
        }
        let dot = Self.radius(plan) + Self.labelDistance(plan)
        let direction = series == 0 ? -1.0 : 1
        return SideLabels(labels, lettering: lettering, height: plotHeight).elements(
            x: edge + direction * dot,
            edge: edge + direction * Self.radius(plan),
            top: top,
            anchor: series == 0 ? .end : .start
        )
    }

    private func unknownNames(of panel: Int, left: Double, top: Double) -> [Scene.Element] {
        lettering.runs(
            of: unknown[panel].flatMap { $0 },
            x: left,
            top: top + lettering.lineHeight * 0.4,
            anchor: .start,
            ink: .secondaryText
        )
    }

    /// Wide enough for hairlines to labels that had to move.
    private static func labelDistance(_ plan: MarkPlan) -> Double { plan.lettering.size * 1.1 }

    private static func radius(_ plan: MarkPlan) -> Double { plan.lettering.size * 0.26 }
}
