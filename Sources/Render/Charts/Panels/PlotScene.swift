import DocumentModel

/// A chart of plots: the key, then panels side by side, each with its own axes.
func plotScenes<Drawn: Plot>(
    _ plot: Drawn.Type,
    of plan: MarkPlan,
    width: Double,
    height: Double
) -> [Scene] {
    let (spec, lettering) = (plan.spec, plan.lettering)
    let gap = lettering.size * 1.8
    let margin = 0.5
    let grid = PanelGrid(
        panels: spec.panels.count,
        width: width - 2 * margin,
        gap: gap,
        comfortableWidth: Drawn.comfortableWidth(of: plan)
    )
    let plot = Drawn(plan, width: grid.plotWidth)
    let bands = stride(from: 0, to: spec.panels.count, by: grid.columns).map { first in
        let members = first..<min(first + grid.columns, spec.panels.count)
        let titles = PanelTitles(
            members.map { spec.panels[$0].title },
            lettering: lettering,
            width: grid.plotWidth
        )
        var elements: [Scene.Element] = []
        for (column, panel) in members.enumerated() {
            let left = margin + grid.left(ofColumn: column)
            elements += titles.elements(of: column, left: left)
            elements += plot.elements(of: panel, left: left, top: titles.height)
        }
        return Band(elements: elements, height: titles.height + plot.height)
    }
    return stacked(
        bands,
        key: Drawn.hasKey
            ? SeriesKey(of: spec, lettering: lettering, width: width) : SeriesKey(lettering),
        gap: lettering.lineHeight,
        width: width,
        height: height
    )
}
