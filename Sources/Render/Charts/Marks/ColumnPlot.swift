import DocumentModel

/// Columns from zero for the classes of a magnitude, their figures above them.
///
/// Columns that touch stand between the borders of their classes; classes with names stand apart, for
/// they need not be equally wide.
struct ColumnPlot: Plot {
    private let plan: MarkPlan
    private let axis: HeightAxis?
    private let foot: FootLabels
    private let step: Double
    private let scale: PositionScale
    private let plotHeight: Double
    /// From the left edge to the plot.
    private let left: Double

    static func comfortableWidth(of plan: MarkPlan) -> Double {
        plan.lettering.size * (plan.spec.edges.isEmpty ? 30 : 18)
    }

    /// Whether it says all that bars would say.
    static func fits(_ spec: ChartSpec, width: Double, lettering: Lettering) -> Bool {
        let count = Double(spec.categories.count)
        guard spec.seriesCount == 1, spec.panels.count == 1, count <= 60,
            spec.points.allSatisfy({ $0.position >= 0 })
        else { return false }
        let known = spec.panels[0].series[0].points.prefix(spec.categories.count)
        guard known.count == spec.categories.count, !known.contains(where: { $0 == nil }) else {
            return false
        }
        if spec.edges.count == spec.categories.count + 1 { return width / count >= 3 }
        let room = width / count - lettering.size * 0.6
        return room > 0 && lettering.width(of: spec.labels) <= room
            && spec.categories.allSatisfy { name in
                lettering.width(of: Lettering.words(of: name)) <= room
                    && lettering.wrapped(name, to: room).count <= 3
            }
    }

    init(_ plan: MarkPlan, width: Double) {
        let (spec, lettering) = (plan.spec, plan.lettering)
        let count = Double(spec.categories.count)
        let plotHeight = lettering.lineHeight * 9 * plan.plotShare
        let largest = spec.points.map(\.position).max() ?? 0
        let hasEdges = spec.edges.count == spec.categories.count + 1
        let labelsFit = lettering.width(of: spec.labels) + 2 <= width / count
        let axis =
            labelsFit
            ? nil
            : HeightAxis(
                over: 0,
                largest,
                startsAtZero: true,
                style: spec.tickStyle,
                lettering: lettering,
                height: plotHeight,
                mostRoom: width * 0.3
            )
        let room = axis?.room ?? 0
        let edgeHalf = hasEdges ? lettering.width(of: spec.edges.last ?? "") / 2 : 0
        let left = max(room, hasEdges ? lettering.width(of: spec.edges.first ?? "") / 2 : 0)
        let most = hasEdges ? Double.infinity : lettering.size * 10
        let step = min(most, max(0.5, (width - left - edgeHalf) / count))
        self.plan = plan
        self.axis = axis
        self.step = step
        self.plotHeight = plotHeight
        self.left = left
        scale = PositionScale(lower: 0, upper: max(largest, 0), left: 0, right: plotHeight)
        let texts = hasEdges ? spec.edges : spec.categories
        foot = FootLabels(
            texts,
            at: texts.indices.map { left + (Double($0) + (hasEdges ? 0 : 0.5)) * step },
            lettering: lettering,
            widest: hasEdges ? width : step - lettering.size * 0.5,
            bounds: 0...width,
            keepsFirst: hasEdges
        )
    }

    /// Room for the figures above the columns.
    private var head: Double { plan.lettering.lineHeight * (axis == nil ? 1.2 : 0.5) }

    var height: Double { head + plotHeight + foot.height + plan.lettering.lineHeight * 0.1 }

    func elements(of panel: Int, left edge: Double, top: Double) -> [Scene.Element] {
        let top = top + head
        let base = top + plotHeight
        let plotLeft = edge + left
        let count = plan.spec.categories.count
        var elements =
            axis.map {
                $0.elements(
                    left: plotLeft - $0.room,
                    top: top,
                    width: step * Double(count)
                )
            } ?? []
        let points = plan.spec.panels[panel].points(of:)
        for category in 0..<count {
            let middle = plotLeft + (Double(category) + 0.5) * step
            guard let point = points(category).first ?? nil else { continue }
            let columnHeight =
                axis.map { plotHeight - $0.depth(of: point.position) }
                ?? (scale.upper > 0 ? scale.place(of: point.position) : 0)
            if point.position > 0 {
                let share = plan.spec.edges.isEmpty ? 0.72 : 1
                let shown = max(columnHeight, 0.8)
                elements.append(
                    .rectangle(
                        Scene.Rectangle(
                            x: middle - step * share / 2,
                            y: base - shown,
                            width: step * share,
                            height: shown,
                            fill: .series(0),
                            outline: share == 1 ? Scene.Stroke(.paper, width: 0.5) : nil
                        )
                    )
                )
            }
            if axis == nil { elements += text(point.label, middle, base - columnHeight) }
        }
        elements.append(
            .line(
                Scene.Line(
                    from: Scene.Point(x: plotLeft, y: base),
                    to: Scene.Point(x: plotLeft + step * Double(count), y: base),
                    stroke: Scene.Stroke(.rule, width: 0.75)
                )
            )
        )
        return elements + foot.elements(left: edge, top: base, ink: .text)
    }

    private func text(_ label: String, _ middle: Double, _ bottom: Double) -> [Scene.Element] {
        plan.lettering.runs(
            of: [label],
            x: middle,
            top: bottom - plan.lettering.lineHeight * 1.1,
            anchor: .middle
        )
    }
}
