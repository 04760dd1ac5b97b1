import DocumentModel

/// A chart of rows: the key, then panels with the names of the categories at their left.
///
/// One panel with more rows than a page has lines is folded into columns of one scale.
func rowScenes<Drawn: Mark>(
    _ mark: Drawn.Type,
    of plan: MarkPlan,
    width: Double,
    height: Double
) -> [Scene] {
    let (spec, lettering) = (plan.spec, plan.lettering)
    let key = SeriesKey(of: spec, lettering: lettering, width: width)
    let bands: [Band]
    if spec.panels.count == 1 {
        bands = foldedBands(
            mark,
            of: plan,
            width: width,
            height: height - key.height
        )
    } else {
        bands = panelBands(mark, of: plan, width: width)
    }
    return stacked(
        bands,
        key: key,
        gap: lettering.lineHeight * 0.8,
        width: width,
        height: height
    )
}

/// Outlines and the zero line reach half their width beyond the plot.
private let margin = 0.5

private func panelBands<Drawn: Mark>(
    _ mark: Drawn.Type,
    of plan: MarkPlan,
    width: Double
) -> [Band] {
    let (spec, lettering) = (plan.spec, plan.lettering)
    let names = CategoryColumn(of: spec, lettering: lettering, chartWidth: width)
    let grid = PanelGrid(
        panels: spec.panels.count,
        width: width - names.room - margin,
        gap: lettering.size * 1.4,
        comfortableWidth: Drawn.comfortableWidth(of: plan)
    )
    let mark = Drawn(plan, width: grid.plotWidth)
    return stride(from: 0, to: spec.panels.count, by: grid.columns).map { first in
        let members = first..<min(first + grid.columns, spec.panels.count)
        let titles = PanelTitles(
            members.map { spec.panels[$0].title },
            lettering: lettering,
            width: grid.plotWidth
        )
        let rows = rows(spec.categories.indices, below: titles.height, names: names, mark: mark)
        var elements = guides(rows, width: width, isShown: members.count > 1)
        elements += names.elements(right: names.width, rows: rows)
        for (column, panel) in members.enumerated() {
            let x = names.room + grid.left(ofColumn: column)
            elements += titles.elements(of: column, left: x)
            elements += mark.elements(of: panel, left: x, rows: rows)
        }
        return Band(elements: elements, height: (rows.last?.bottom ?? 0) + mark.footHeight)
    }
}

private func foldedBands<Drawn: Mark>(
    _ mark: Drawn.Type,
    of plan: MarkPlan,
    width: Double,
    height: Double
) -> [Band] {
    let (spec, lettering) = (plan.spec, plan.lettering)
    let gap = lettering.size * 1.8
    // A fold takes no more than most of a page in height, unless the rows need several pages.
    let most = min(height, lettering.lineHeight * 46)
    for columns in [1, 2, 3] {
        let foldWidth = (width - Double(columns - 1) * gap) / Double(columns)
        let names = CategoryColumn(of: spec, lettering: lettering, chartWidth: foldWidth)
        let drawn = Drawn(plan, width: foldWidth - names.room - margin)
        let all = rows(spec.categories.indices, below: 0, names: names, mark: drawn)
        let total = all.last?.bottom ?? 0
        let isLast = columns == 3 || foldWidth < lettering.size * 22
        guard total <= most * Double(columns) || isLast else { continue }
        let tallest = all.map(\.height).max() ?? 0
        // A fold may be a row taller than it should.
        let page = height.isFinite ? max(1, height - drawn.footHeight - tallest) : most
        let bandCount =
            total <= most * Double(columns) ? 1 : (total / (page * Double(columns))).rounded(.up)
        let folds = folds(all, of: total / (bandCount * Double(columns)))
        return stride(from: 0, to: folds.count, by: columns).map { first in
            var elements: [Scene.Element] = []
            var height = 0.0
            for (column, fold) in folds[first..<min(first + columns, folds.count)].enumerated() {
                let left = Double(column) * (foldWidth + gap)
                let rows = rows(fold, below: 0, names: names, mark: drawn)
                elements += names.elements(right: left + names.width, rows: rows)
                elements += drawn.elements(of: 0, left: left + names.room, rows: rows)
                height = max(height, (rows.last?.bottom ?? 0) + drawn.footHeight)
            }
            return Band(elements: elements, height: height)
        }
    }
    return []
}

/// Runs of rows about as tall as `height`, none empty.
private func folds(_ rows: [Row], of height: Double) -> [Range<Int>] {
    var folds: [Range<Int>] = []
    var first = 0
    for row in rows where row.bottom - rows[first].top >= height - 0.001 {
        folds.append(first..<row.category + 1)
        first = row.category + 1
        if first == rows.count { return folds }
    }
    return folds + [first..<rows.count]
}

private func rows(
    _ categories: Range<Int>,
    below top: Double,
    names: CategoryColumn,
    mark: some Mark
) -> [Row] {
    var top = top
    return categories.map { category in
        // Names of several lines stand apart, so that none is read with the one below it.
        let gap = names.lines[category].count > 1 ? 0.4 : 0.1
        let nameHeight = names.height(of: category) + names.lettering.lineHeight * gap
        let row = Row(
            category: category,
            top: top,
            height: max(nameHeight, mark.height(of: category))
        )
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
