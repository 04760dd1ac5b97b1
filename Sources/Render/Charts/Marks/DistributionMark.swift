import DocumentModel

/// All values of a category on one line: a tick for each, a box around the middle half, a dot at the
/// median with its figure in a column at the right.
struct DistributionMark: Mark {
    private let plan: MarkPlan
    private let labels: ValueLabels
    private let axis: ValueAxis
    private let right: Double

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        plan.labelRoom { _ in true } + plan.lettering.size * 16
    }

    init(_ plan: MarkPlan, width: Double) {
        let labels = ValueLabels(of: plan.spec, lettering: plan.lettering, room: width * 0.4)
        let texts = plan.spec.points.flatMap(labels.lines(of:)) + [plan.spec.unknown]
        let labelRoom = labels.lettering.width(of: texts) + plan.lettering.size * 1.2
        let values = plan.spec.panels.flatMap(\.values).flatMap { $0 }.filter(\.isFinite)
        let medians = plan.spec.points.map(\.position)
        let radius = Self.radius(plan)
        self.plan = plan
        self.labels = labels
        right = width
        axis = ValueAxis(
            over: (values + medians).min() ?? 0,
            (values + medians).max() ?? 0,
            style: plan.spec.tickStyle,
            lettering: plan.lettering,
            left: radius,
            right: max(radius, width - labelRoom),
            width: width
        )
    }

    var footHeight: Double { axis.height }

    func height(of category: Int) -> Double {
        let heights = plan.spec.panels.map { labels.height(of: median(of: category, in: $0)) }
        return max(plan.lettering.lineHeight, heights.max() ?? 0) + plan.lettering.lineHeight * 0.6
    }

    func elements(of panel: Int, left: Double, rows: [Row]) -> [Scene.Element] {
        guard let first = rows.first, let last = rows.last else { return [] }
        let panel = plan.spec.panels[panel]
        return axis.elements(left: left, top: first.top, bottom: last.bottom)
            + rows.flatMap { row in
                let values = row.category < panel.values.count ? panel.values[row.category] : []
                let median = median(of: row.category, in: panel)
                return shapes(of: values.filter(\.isFinite), left: left, middle: row.middle)
                    + figure(of: median, left: left, middle: row.middle)
            }
    }

    private func shapes(of values: [Double], left: Double, middle: Double) -> [Scene.Element] {
        guard let least = values.first, let largest = values.last else { return [] }
        let place = { (value: Double) in left + axis.scale.place(of: value) }
        var elements: [Scene.Element] = []
        let boxHeight = plan.lettering.lineHeight * 0.9
        if values.count >= 4 {
            let start = place(quantile(0.25, of: values))
            elements.append(
                .rectangle(
                    Scene.Rectangle(
                        x: start,
                        y: middle - boxHeight / 2,
                        width: place(quantile(0.75, of: values)) - start,
                        height: boxHeight,
                        fill: .shade(4),
                        outline: nil
                    )
                )
            )
        }
        elements.append(line(from: place(least), to: place(largest), middle: middle))
        // Very many ticks would be one block.
        guard values.count <= 300 else { return elements }
        var drawn = -Double.infinity
        for x in values.map(place) where x - drawn >= 0.4 {
            drawn = x
            elements.append(
                .line(
                    Scene.Line(
                        from: Scene.Point(x: x, y: middle - boxHeight * 0.3),
                        to: Scene.Point(x: x, y: middle + boxHeight * 0.3),
                        stroke: Scene.Stroke(.series(0), width: 0.5)
                    )
                )
            )
        }
        return elements
    }

    private func line(from start: Double, to end: Double, middle: Double) -> Scene.Element {
        .line(
            Scene.Line(
                from: Scene.Point(x: start, y: middle),
                to: Scene.Point(x: end, y: middle),
                stroke: Scene.Stroke(.rule, width: 0.5)
            )
        )
    }

    private func figure(
        of median: ChartSpec.Point?,
        left: Double,
        middle: Double
    ) -> [Scene.Element] {
        var elements: [Scene.Element] = []
        if let median {
            elements.append(
                .circle(
                    Scene.Circle(
                        centre: Scene.Point(
                            x: left + axis.scale.place(of: median.position),
                            y: middle
                        ),
                        radius: Self.radius(plan),
                        fill: .series(0),
                        outline: Scene.Stroke(.paper, width: 0.8)
                    )
                )
            )
        }
        return elements
            + labels.lettering.runs(
                of: median.map(labels.lines(of:)) ?? [plan.spec.unknown],
                x: left + right,
                middle: middle,
                anchor: .end
            )
    }

    private func median(of category: Int, in panel: ChartSpec.Panel) -> ChartSpec.Point? {
        panel.points(of: category).first ?? nil
    }

    private static func radius(_ plan: MarkPlan) -> Double { plan.lettering.size * 0.3 }
}

/// The value below which `part` of `values` lie, between neighbours in proportion; for geometry only.
private func quantile(_ part: Double, of values: [Double]) -> Double {
    let position = part * Double(values.count - 1)
    let index = min(values.count - 2, Int(position))
    let share = position - Double(index)
    return values[index] * (1 - share) + values[index + 1] * share
}
