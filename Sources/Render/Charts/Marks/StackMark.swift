import DocumentModel

/// One bar a category: its series end to end from zero, those below zero to the left, each with its
/// figure inside where it fits, the whole's figure at the end.
struct StackMark: Mark {
    private let plan: MarkPlan
    private let scale: BarScale

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        plan.lettering.width(of: plan.spec.panels.flatMap(\.totals)) + plan.lettering.size * 12
    }

    init(_ plan: MarkPlan, width: Double) {
        self.plan = plan
        var ends: [BarScale.End] = []
        for panel in plan.spec.panels {
            for category in plan.spec.categories.indices {
                let (left, right) = Self.extents(panel.points(of: category))
                let label = Self.endLabel(of: category, in: panel, plan)
                ends.append(
                    BarScale.End(
                        value: right,
                        labelRoom: label.isEmpty
                            ? 0 : Self.endLettering(plan, width).width(of: label) + plan.labelGap
                    )
                )
                if left < 0 { ends.append(BarScale.End(value: left, labelRoom: 0)) }
            }
        }
        scale = BarScale(fitting: ends, width: width)
        endLettering = Self.endLettering(plan, width)
    }

    private let endLettering: Lettering

    var footHeight: Double { 0 }

    func height(of category: Int) -> Double { plan.lettering.lineHeight + plan.rowGap }

    func elements(of panel: Int, left: Double, rows: [Row]) -> [Scene.Element] {
        let zero = left + scale.zero
        let panel = plan.spec.panels[panel]
        let elements = rows.flatMap { row in
            bar(of: panel.points(of: row.category), zero: zero, middle: row.middle)
                + endLettering.runs(
                    of: [Self.endLabel(of: row.category, in: panel, plan)].filter { !$0.isEmpty },
                    x: zero + scale.offset(of: Self.extents(panel.points(of: row.category)).right)
                        + plan.labelGap,
                    middle: row.middle,
                    anchor: .start
                )
        }
        return elements + rows.zeroLine(x: zero)
    }

    private func bar(
        of points: [ChartSpec.Point?],
        zero: Double,
        middle: Double
    ) -> [Scene.Element] {
        let thickness = plan.lettering.lineHeight * (1.1 - 0.1 * plan.density)
        var (left, right) = (0.0, 0.0)
        var elements: [Scene.Element] = []
        for (series, point) in points.enumerated() {
            guard let point, point.position != 0 else { continue }
            let start = point.position < 0 ? left + point.position : right
            if point.position < 0 { left += point.position } else { right += point.position }
            let x = zero + scale.offset(of: start)
            // A hairline at least: a value beside a far larger one is small, not absent.
            let width = max(0.4, scale.offset(of: abs(point.position)))
            let fill = Ink.shade(of: series, among: plan.spec.seriesCount)
            elements.append(
                .rectangle(
                    Scene.Rectangle(
                        x: x,
                        y: middle - thickness / 2,
                        width: width,
                        height: thickness,
                        fill: fill,
                        // White seams part the segments; a sliver would vanish under them.
                        outline: width > 2 ? Scene.Stroke(.paper, width: 0.5) : nil
                    )
                )
            )
            guard plan.lettering.width(of: point.label) + plan.labelGap * 1.4 <= width else {
                continue
            }
            elements += plan.lettering.runs(
                of: [point.label],
                x: x + width / 2,
                middle: middle,
                anchor: .middle,
                ink: Ink.text(on: fill)
            )
        }
        return elements
    }

    /// The sums of what is below and above zero.
    private static func extents(_ points: [ChartSpec.Point?]) -> (left: Double, right: Double) {
        let values = points.compactMap { $0?.position }
        return (
            values.filter { $0 < 0 }.reduce(0, +), values.filter { $0 > 0 }.reduce(0, +)
        )
    }

    /// The whole's figure, or the sign of what is not known when a part of it is not.
    private static func endLabel(
        of category: Int,
        in panel: ChartSpec.Panel,
        _ plan: MarkPlan
    ) -> String {
        let points = panel.points(of: category)
        let total = category < panel.totals.count ? panel.totals[category] : ""
        if points.contains(where: { $0 == nil }) || points.count < plan.spec.seriesCount {
            return total.isEmpty || total == plan.spec.unknown
                ? plan.spec.unknown : "\(total) \(plan.spec.unknown)"
        }
        return total
    }

    /// Smaller letters when a figure would take most of the plot.
    private static func endLettering(_ plan: MarkPlan, _ width: Double) -> Lettering {
        let widest =
            plan.spec.panels.flatMap { panel in
                plan.spec.categories.indices.map {
                    plan.lettering.width(of: endLabel(of: $0, in: panel, plan))
                }
            }.max() ?? 0
        let room = width * 0.6
        return widest > room
            ? plan.lettering.with(size: plan.lettering.size * room / widest * 0.99)
            : plan.lettering
    }
}
