import DocumentModel
import ThemeModel

/// The whole chart: the key, then rows of panels with the names of the categories at their left.
func panels<Drawn: Mark>(
    _ mark: Drawn.Type,
    of spec: ChartSpec,
    width: Double,
    lettering: Lettering
) -> Scene {
    let plan = MarkPlan(spec: spec, lettering: lettering)
    let names = CategoryColumn(of: spec, lettering: lettering, chartWidth: width)
    let left = names.width > 0 ? names.width + lettering.size * 0.6 : 0
    // Outlines and the zero line reach half their width beyond the plot.
    let margin = 0.5
    let grid = PanelGrid(
        panels: spec.panels.count,
        width: width - left - margin,
        gap: lettering.size * 1.4,
        comfortableWidth: Drawn.comfortableWidth(of: plan)
    )
    let mark = Drawn(plan, width: grid.plotWidth)
    let key = SeriesKey(of: spec, lettering: lettering, width: width)
    var scene = Scene(width: width, height: 0, elements: key.elements(left: 0))
    var top = key.height
    for first in stride(from: 0, to: spec.panels.count, by: grid.columns) {
        if first > 0 { top += lettering.lineHeight * 0.8 }
        let members = first..<min(first + grid.columns, spec.panels.count)
        let titles = members.map {
            lettering.with(.bold).wrapped(spec.panels[$0].title, to: grid.plotWidth, limit: 3)
        }
        let titleLines = titles.map(\.count).max() ?? 0
        let titleHeight = titleLines > 0 ? (Double(titleLines) + 0.3) * lettering.lineHeight : 0
        let rows = rows(of: spec, below: top + titleHeight, names: names, mark: mark)
        scene.elements += guides(rows, width: width, isShown: members.count > 1)
        scene.elements += names.elements(right: names.width, rows: rows)
        for (column, panel) in members.enumerated() {
            let x = left + grid.left(ofColumn: column)
            scene.elements += lettering.with(.bold)
                .runs(of: titles[column], x: x, top: top, anchor: .start)
            scene.elements += mark.elements(of: panel, left: x, rows: rows)
        }
        top = (rows.last?.bottom ?? top) + mark.footHeight
    }
    scene.height = top
    return scene
}

private func rows(
    of spec: ChartSpec,
    below top: Double,
    names: CategoryColumn,
    mark: some Mark
) -> [Row] {
    var top = top
    return spec.categories.indices.map { category in
        let nameHeight = names.height(of: category) + names.lettering.lineHeight * 0.1
        let row = Row(top: top, height: max(nameHeight, mark.height(of: category)))
        top = row.bottom
        return row
    }
}

/// Faint lines between the rows, which lead the eye from the names to far panels.
private func guides(_ rows: [Row], width: Double, isShown: Bool) -> [Scene.Element] {
    guard isShown else { return [] }
    return rows.map { row in
        .line(
            Scene.Line(
                from: Scene.Point(x: 0, y: row.bottom),
                to: Scene.Point(x: width, y: row.bottom),
                stroke: Scene.Stroke(.faintRule, width: 0.4)
            )
        )
    }
}
