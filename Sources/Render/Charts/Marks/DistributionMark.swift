import DocumentModel

/// All values of a category on one line: a tick for each, a box around the middle half with its ends' figures
/// below it, a dot at the median with its figure above it.
struct DistributionMark: Mark {
    private let plan: MarkPlan
    private let labels: ValueLabels
    private let axis: ValueAxis
    private let width: Double

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        max(2.2 * plan.labelRoom { _ in true }, plan.lettering.size * 20)
    }

    init(_ plan: MarkPlan, width: Double) {
        let spec = plan.spec
        let quartiles = spec.panels.flatMap(\.quartiles).compactMap { $0 }
        let figures = spec.points + quartiles.flatMap { [$0.lower, $0.upper] }
        let places =
            spec.panels.flatMap(\.values).flatMap { $0 }.filter(\.isFinite)
            + figures.map(\.position)
        let radius = Self.radius(plan)
        self.plan = plan
        self.width = width
        // Two figures always find room beside each other.
        labels = ValueLabels(
            of: figures.map(\.label),
            lettering: plan.lettering,
            room: max(1, (width - Self.gap(plan)) / 2 - 0.5)
        )
        axis = ValueAxis(
            over: places.min() ?? 0,
            places.max() ?? 0,
            of: spec,
            lettering: plan.lettering,
            left: radius,
            right: max(radius, width - radius),
            width: width
        )
    }

    var footHeight: Double { axis.height }

    func height(of category: Int) -> Double {
        let (above, below) = rooms(of: category)
        return above + boxHeight + below + plan.rowGap
    }

    func elements(of panel: Int, left: Double, rows: [Row]) -> [Scene.Element] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let panel = plan.spec.panels[panel]
        return axis.elements(left: left, top: first.top, bottom: last.bottom)
            + rows.flatMap { row in
                let (above, below) = rooms(of: row.category)
                let middle = row.middle + (above - below) / 2
                let values = row.category < panel.values.count ? panel.values[row.category] : []
                let quartiles = quartiles(of: row.category, in: panel)
                return shapes(
                    of: values.filter(\.isFinite),
                    quartiles,
                    left: left,
                    middle: middle
                ) + median(of: row.category, in: panel, left: left, middle: middle)
                    + figures(of: quartiles, left: left, top: middle + boxHeight / 2)
            }
    }

    /// For figures above and below the box, in the tallest panel.
    private func rooms(of category: Int) -> (above: Double, below: Double) {
        let above = plan.spec.panels.map { labels.height(of: median(of: category, in: $0)) }
        let below = plan.spec.panels.map { panel in
            quartiles(of: category, in: panel).map {
                max(labels.height(of: $0.lower), labels.height(of: $0.upper))
            } ?? 0
        }
        return (above.max() ?? 0, below.max() ?? 0)
    }

    private func shapes(
        of values: [Double],
        _ quartiles: ChartSpec.Quartiles?,
        left: Double,
        middle: Double
    ) -> [Scene.Element] {
        guard let least = values.first, let largest = values.last else { return [] }
        let place = { (value: Double) in left + axis.scale.place(of: value) }
        var elements: [Scene.Element] = []
        if let quartiles {
            let start = place(quartiles.lower.position)
            elements.append(
                .rectangle(
                    Scene.Rectangle(
                        x: start,
                        y: middle - boxHeight / 2,
                        width: max(0, place(quartiles.upper.position) - start),
                        height: boxHeight,
                        fill: Self.boxInk,
                        outline: nil
                    )
                )
            )
        }
        elements.append(
            line(
                from: place(least),
                to: place(largest),
                middle,
                middle,
                Scene.Stroke(.rule, width: 0.5)
            )
        )
        // Very many ticks would be one block.
        guard values.count <= 300 else { return elements }
        var drawn = -Double.infinity
        let reach = boxHeight * 0.3
        for x in values.map(place) where x - drawn >= 0.4 {
            drawn = x
            let stroke = Scene.Stroke(.series(0), width: 0.5)
            elements.append(line(from: x, to: x, middle - reach, middle + reach, stroke))
        }
        return elements
    }

    private func line(
        from start: Double,
        to end: Double,
        _ top: Double,
        _ bottom: Double,
        _ stroke: Scene.Stroke
    ) -> Scene.Element {
        .line(
            Scene.Line(
                from: Scene.Point(x: start, y: top),
                to: Scene.Point(x: end, y: bottom),
                stroke: stroke
            )
        )
    }

    private func median(
        of category: Int,
        in panel: ChartSpec.Panel,
        left: Double,
        middle: Double
    ) -> [Scene.Element] {
        guard let point = median(of: category, in: panel) else {
            return labels.lettering.runs(
                of: [plan.spec.unknown],
                x: left,
                middle: middle,
                anchor: .start,
                ink: .secondaryText
            )
        }
        let place = axis.scale.place(of: point.position)
        let lines = labels.lines(of: point)
        let half = labels.lettering.width(of: lines) / 2
        return [
            .circle(
                Scene.Circle(
                    centre: Scene.Point(x: left + place, y: middle),
                    radius: Self.radius(plan),
                    fill: .series(0),
                    outline: Scene.Stroke(.paper, width: 0.8)
                )
            )
        ]
            + labels.lettering.runs(
                of: lines,
                x: left + max(half, min(width - half, place)),
                top: middle - boxHeight / 2 - Double(lines.count) * labels.lettering.lineHeight,
                anchor: .middle
            )
    }

    /// Below the ends of the box, or as close to them as they have room beside each other.
    private func figures(
        of quartiles: ChartSpec.Quartiles?,
        left: Double,
        top: Double
    ) -> [Scene.Element] {
        guard let quartiles else { return [] }
        let figures =
            quartiles.lower.label == quartiles.upper.label
            ? [quartiles.lower] : [quartiles.lower, quartiles.upper]
        let lines = figures.map(labels.lines(of:))
        let halves = lines.map { labels.lettering.width(of: $0) / 2 }
        var middles = zip(figures, halves).map { figure, half in
            max(half, min(width - half, axis.scale.place(of: figure.position)))
        }
        if figures.count == 2 {
            let least = halves[0] + halves[1] + Self.gap(plan)
            if middles[1] - middles[0] < least {
                let centre = (middles[0] + middles[1]) / 2
                middles[0] = max(halves[0], min(width - halves[1] - least, centre - least / 2))
                middles[1] = middles[0] + least
            }
        }
        return zip(lines, middles).flatMap { lines, middle in
            labels.lettering.runs(of: lines, x: left + middle, top: top, anchor: .middle)
        }
    }

    private func median(of category: Int, in panel: ChartSpec.Panel) -> ChartSpec.Point? {
        panel.points(of: category).first ?? nil
    }

    private func quartiles(of category: Int, in panel: ChartSpec.Panel) -> ChartSpec.Quartiles? {
        category < panel.quartiles.count ? panel.quartiles[category] : nil
    }

    private var boxHeight: Double { plan.lettering.lineHeight * 0.9 }

    /// What the middle half is filled with.
    static let boxInk = Ink.shade(4)

    /// Between two figures side by side.
    private static func gap(_ plan: MarkPlan) -> Double { plan.lettering.size * 1.2 }

    private static func radius(_ plan: MarkPlan) -> Double { plan.lettering.size * 0.3 }
}
