import DocumentModel

/// A dot for each series on one line a category, joined from the least to the largest, or led to from
/// zero by a faint line.
///
/// The outer dots carry their figures outside; dots between them are read on the axis.
struct DumbbellMark: Mark {
    private let plan: MarkPlan
    private let labels: ValueLabels
    private let axis: ValueAxis

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        2 * plan.labelRoom { _ in true } + plan.lettering.size * 6
    }

    init(_ plan: MarkPlan, width: Double) {
        let radius = Self.radius(plan)
        let gap = radius + plan.labelGap
        let labels = ValueLabels(
            of: plan.spec,
            lettering: plan.lettering,
            room: width * 0.36 - gap
        )
        self.plan = plan
        self.labels = labels
        let outer = plan.spec.panels.flatMap { panel in
            plan.spec.categories.indices.compactMap { Outer(of: panel.points(of: $0)) }
        }
        let room = { (points: [ChartSpec.Point]) in
            labels.lettering.width(of: points.flatMap(labels.lines(of:)))
        }
        let positions = plan.spec.points.map(\.position)
        axis = ValueAxis(
            over: positions.min() ?? 0,
            positions.max() ?? 0,
            of: plan.spec,
            lettering: plan.lettering,
            left: gap + room(outer.compactMap { $0.least?.point }),
            right: width - gap - room(outer.map(\.largest.point)),
            width: width
        )
    }

    var footHeight: Double { axis.height }

    func height(of category: Int) -> Double {
        let heights = plan.spec.panels.flatMap { panel in
            panel.points(of: category).map(labels.height(of:))
        }
        return max(plan.lettering.lineHeight, heights.max() ?? 0) + plan.rowGap
    }

    func elements(of panel: Int, left: Double, rows: [Row]) -> [Scene.Element] {
        guard let first = rows.first, let last = rows.last else { return [] }
        var elements = axis.elements(left: left, top: first.top, bottom: last.bottom)
        for row in rows {
            let points = plan.spec.panels[panel].points(of: row.category)
            elements += dumbbell(of: points, left: left, middle: row.middle)
        }
        return elements
    }

    private func dumbbell(
        of points: [ChartSpec.Point?],
        left: Double,
        middle: Double
    ) -> [Scene.Element] {
        guard let outer = Outer(of: points) else {
            return labels.lettering.runs(
                of: [plan.spec.unknown],
                x: left + axis.scale.left,
                middle: middle,
                anchor: .start,
                ink: .secondaryText
            )
        }
        let radius = Self.radius(plan)
        let place = { (point: ChartSpec.Point) in left + axis.scale.place(of: point.position) }
        var elements = isJoined ? [] : lead(to: outer, left: left, place: place, middle: middle)
        if isJoined, let least = outer.least, least.point.position < outer.largest.point.position {
            elements.append(
                .line(
                    Scene.Line(
                        from: Scene.Point(x: place(least.point), y: middle),
                        to: Scene.Point(x: place(outer.largest.point), y: middle),
                        stroke: Scene.Stroke(.rule, width: 1.5)
                    )
                )
            )
        }
        for (series, point) in points.enumerated() {
            guard let point else { continue }
            let paint = SeriesPaint(series, of: plan.spec.seriesCount)
            // Dots on each other get smaller, so that an equal value is not taken for a missing one.
            let covered = points[..<series].count { $0?.position == point.position }
            elements.append(
                .circle(
                    Scene.Circle(
                        centre: Scene.Point(x: place(point), y: middle),
                        radius: radius / Double(covered + 1),
                        fill: paint.fill,
                        outline: paint.outline
                    )
                )
            )
        }
        let gap = radius + plan.labelGap
        // Equal dots share one figure.
        if let least = outer.least?.point, least.label != outer.largest.point.label {
            elements += labels.lettering.runs(
                of: labels.lines(of: least),
                x: place(least) - gap,
                middle: middle,
                anchor: .end
            )
        }
        return elements
            + labels.lettering.runs(
                of: labels.lines(of: outer.largest.point),
                x: place(outer.largest.point) + gap,
                middle: middle,
                anchor: .start
            )
    }

    private var isJoined: Bool { plan.spec.mark == .dumbbell }

    /// From zero to what stands first on the line; where the axis has no zero, a line from its edge would
    /// look like a length.
    private func lead(
        to outer: Outer,
        left: Double,
        place: (ChartSpec.Point) -> Double,
        middle: Double
    ) -> [Scene.Element] {
        let radius = Self.radius(plan)
        var end = place(outer.largest.point) - radius
        if let least = outer.least?.point {
            let label = labels.lettering.width(of: labels.lines(of: least))
            end = place(least) - radius - 2 * plan.labelGap - label
        }
        guard axis.scale.lower <= 0, axis.scale.upper > 0, !axis.scale.isLogarithmic else {
            return []
        }
        let start = left + axis.scale.place(of: 0)
        guard end > start else { return [] }
        return [
            .line(
                Scene.Line(
                    from: Scene.Point(x: start, y: middle),
                    to: Scene.Point(x: end, y: middle),
                    stroke: Scene.Stroke(.rule, width: 0.35)
                )
            )
        ]
    }

    private static func radius(_ plan: MarkPlan) -> Double {
        plan.lettering.size * 0.36
    }
}

/// The outer dots of one category; `least` is `nil` when there is only one dot.
private struct Outer {
    let least: (series: Int, point: ChartSpec.Point)?
    let largest: (series: Int, point: ChartSpec.Point)

    /// `nil` when there is no dot; of equal dots, the earlier series counts as the smaller.
    init?(of points: [ChartSpec.Point?]) {
        let present = points.enumerated().compactMap { series, point in
            point.map { (series: series, point: $0) }
        }
        let ascending = present.sorted {
            ($0.point.position, $0.series) < ($1.point.position, $1.series)
        }
        guard let largest = ascending.last else { return nil }
        self.largest = largest
        least = ascending.count > 1 ? ascending.first : nil
    }
}
