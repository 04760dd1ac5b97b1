import DocumentModel

/// Horizontal bars from zero with their figures at the ends, one for each series of a category.
struct BarMark: Mark {
    private let plan: MarkPlan
    private let labels: ValueLabels
    private let scale: BarScale
    private let width: Double

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        plan.labelRoom { $0.position < 0 } + plan.labelRoom { $0.position >= 0 }
            + plan.lettering.size * 5.5
    }

    init(_ plan: MarkPlan, width: Double) {
        let points = plan.spec.points
        let hasBothSides =
            points.contains { $0.position < 0 } && points.contains { $0.position >= 0 }
        let labels = ValueLabels(
            of: plan.spec,
            lettering: plan.lettering,
            room: width * (hasBothSides ? 0.4 : 0.75) - plan.labelGap
        )
        self.plan = plan
        self.labels = labels
        self.width = width
        scale = BarScale(
            fitting: points.map {
                let labelWidth = labels.lettering.width(of: labels.lines(of: $0))
                return BarScale.End(
                    value: $0.position,
                    labelRoom: labelWidth > 0 ? labelWidth + plan.labelGap : 0
                )
            } + [
                BarScale.End(
                    value: 0,
                    labelRoom: plan.spec.isComplete
                        ? 0 : labels.lettering.width(of: plan.spec.unknown) + plan.labelGap
                )
            ],
            width: width
        )
    }

    var footHeight: Double { 0 }

    func height(of category: Int) -> Double {
        slots(of: category).reduce(0, +)
            + (isDense ? plan.lettering.lineHeight * 0.15 : plan.rowGap)
    }

    func elements(of panel: Int, left: Double, rows: [Row]) -> [Scene.Element] {
        let zero = left + scale.zero
        var elements: [Scene.Element] = []
        for row in rows {
            let slots = slots(of: row.category)
            var top = row.middle - slots.reduce(0, +) / 2
            let points = plan.spec.panels[panel].points(of: row.category)
            for (series, slot) in slots.enumerated() {
                let middle = top + slot / 2
                if series < points.count, let point = points[series] {
                    elements += bar(of: point, series: series, zero: zero, middle: middle)
                } else {
                    // Nothing at all would look like zero.
                    elements += unknown(zero: zero, middle: middle)
                }
                top += slot
            }
        }
        return elements + rows.zeroLine(x: zero)
    }

    private func bar(
        of point: ChartSpec.Point,
        series: Int,
        zero: Double,
        middle: Double
    ) -> [Scene.Element] {
        let offset = scale.offset(of: point.position)
        let isLeft = point.position < 0
        var elements: [Scene.Element] = []
        if point.position != 0 {
            // A hairline at least: a value beside a far larger one is small, not absent.
            let length = max(abs(offset), 0.4)
            let thickness = plan.lettering.lineHeight * (isDense || isGrouped ? 0.8 : 0.95)
            let paint = paint(of: point, series: series)
            elements.append(
                .rectangle(
                    Scene.Rectangle(
                        x: isLeft ? zero - length : zero,
                        y: middle - thickness / 2,
                        width: length,
                        height: thickness,
                        fill: paint.fill,
                        outline: paint.outline
                    )
                )
            )
        }
        return elements
            + labels.lettering.runs(
                of: labels.lines(of: point),
                x: zero + offset + (isLeft ? -plan.labelGap : plan.labelGap),
                middle: middle,
                anchor: isLeft ? .end : .start
            )
    }

    private func unknown(zero: Double, middle: Double) -> [Scene.Element] {
        labels.lettering.runs(
            of: [plan.spec.unknown],
            x: zero + plan.labelGap,
            middle: middle,
            anchor: .start,
            ink: .secondaryText
        )
    }

    private func paint(
        of point: ChartSpec.Point,
        series: Int
    ) -> (fill: Ink, outline: Scene.Stroke?) {
        let paint = SeriesPaint(series, of: plan.spec.seriesCount)
        switch plan.spec.mark {
        case .divergingBar where !isGrouped && point.position < 0: return (.negative, nil)
        default: return (paint.fill, paint.outline)
        }
    }

    private var isGrouped: Bool { plan.spec.seriesCount > 1 }

    private var isDense: Bool { plan.spec.categories.count > 24 }

    /// The height for each series of a category: that of its tallest label in any panel.
    private func slots(of category: Int) -> [Double] {
        (0..<plan.spec.seriesCount).map { series in
            let heights = plan.spec.panels.map { panel in
                let points = panel.points(of: category)
                return series < points.count ? labels.height(of: points[series]) : 0
            }
            return max(plan.lettering.lineHeight, heights.max() ?? 0)
        }
    }
}
