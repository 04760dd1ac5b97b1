import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

extension Composer {
    /// The chart called `name`; `nil` when its conditions fail or it is wrong.
    mutating func chart(_ name: String, at place: Place) -> Chart? {
        guard let specification = charts[name] else {
            log.append(
                .unknownName("chart \(name)", among: charts.keys.map { "chart \($0)" }, at: place)
            )
            return nil
        }
        guard isShown(specification), let label = labels["chart.\(name)"] else {
            return nil
        }
        let before = suppressions
        guard let spec = spec(of: specification) else { return nil }
        let isIncomplete = suppressions > before
        suppressions = before
        var scope = Scope()
        scope.chartData = Self.data(of: spec)
        let message = ChartMessage(of: spec, words: order.words.charts).text
        // What is largest of the figures that are public need not be the largest.
        scope.chartMessage =
            isIncomplete && !message.isEmpty
            ? "\(order.words.charts.published): \(message)" : message
        let caption = plainText(specification.caption, in: .table)
        var alternative = plainText(specification.alternative, in: scope)
        if alternative.isEmpty {
            log.append(.emptyAlternative(at: specification.alternativePlace))
        }
        // Words about the largest and the smallest would promise what is not there.
        if !spec.hasData {
            alternative =
                [caption, spec.noData].filter { !$0.isEmpty }.joined(separator: ": ") + "."
        }
        guard log.checkAlternative(alternative, at: specification.alternativePlace) else {
            return nil
        }
        return Chart(
            anchor: label.anchor,
            label: label.text,
            caption: caption,
            unit: specification.unit.map { plainText($0, in: .table) },
            spec: spec,
            alternative: alternative,
            notes: notes(specification.notes, isIncomplete: isIncomplete),
            source: specification.source.map { plainText($0, in: Scope()) },
            origin: place
        )
    }

    /// What the chart shows, without what stands around it.
    mutating func spec(of specification: ChartSpecification) -> ChartSpec? {
        let before = suppressions
        var made =
            switch specification.content {
            case .figures(let figures): spec(of: figures, specification)
            case .classes(let classes): spec(of: classes)
            }
        let unknown = unknown(in: made, suppressed: suppressions - before)
        made?.unknown = unknown
        made?.noData = order.words.charts.noData
        return made
    }

    /// Whether a chart appears: those that are drawn from single organisations are not for everybody.
    func isShown(_ chart: ChartSpecification) -> Bool {
        holds(chart.conditions) && !(isPublic && chart.showsOrganisations)
    }

    /// What stands for points without a value: the sign of those that are not public, or of both kinds.
    private func unknown(in spec: ChartSpec?, suppressed: Int) -> String {
        guard suppressed > 0 else { return order.words.unknown }
        let gaps = spec?.panels.flatMap(\.series).flatMap(\.points).count { $0 == nil } ?? 0
        return gaps > suppressed
            ? "\(order.words.suppressed), \(order.words.unknown)" : order.words.suppressed
    }

    /// `NAME FIGURE; NAME FIGURE`, for the alternative text.
    private static func data(of spec: ChartSpec) -> String {
        spec.categories.enumerated().map { index, category in
            let series = spec.panels.flatMap(\.series)
            let labels = series.map { series in
                let point = index < series.points.count ? series.points[index] : nil
                return point?.label ?? spec.unknown
            }
            if series.count == 1 { return ([category] + labels).joined(separator: " ") }
            let named = zip(series, labels).map { "\($0.name) \($1)" }
            return "\(category): " + named.joined(separator: ", ")
        }.joined(separator: "; ")
    }

    private mutating func spec(
        of figures: ChartSpecification.Figures,
        _ specification: ChartSpecification
    ) -> ChartSpec? {
        let rows = members(of: figures.rows, in: .table)
        let titled = specification.panels.map { members(of: $0, in: .table) }
        guard
            isReadable(
                categories: rows.count,
                panels: titled?.count ?? 1,
                specification.mark,
                at: figures.rows.place
            )
        else { return nil }
        var panels: [ChartSpec.Panel] = []
        for member in titled?.map(Optional.some) ?? [nil] {
            let scope = member.map(Scope.table.with) ?? .table
            var panel = ChartSpec.Panel(
                title: member?.label ?? "",
                series: series(figures.series, specification.mark, rows, in: scope),
                totals: totals(figures.total, rows, in: scope)
            )
            addSpread(of: figures, rows, in: scope, to: &panel)
            panels.append(panel)
        }
        var spec = ChartSpec(
            mark: specification.mark,
            categories: rows.map(\.label),
            panels: panels,
            tickStyle: NumberStyle(.upTo(2), showsPlus: specification.mark == .divergingBar)
        )
        spec.middleHalf = figures.middleHalf.map { plainText($0, in: .table) } ?? ""
        if let place = figures.ratios { spec.spacing = ratios(of: spec, at: place) }
        if specification.mark == .tileMap {
            spec.tiles = rows.compactMap { row in
                guard case .unit(let unit) = row else { return nil }
                return unit.tile.map { ChartSpec.Tile(column: $0.column, row: $0.row) }
            }
            if spec.tiles.count != rows.count {
                log.append(
                    .badSpecification(
                        Bilingual(
                            vi: "Bản đồ ô vuông cần rows: units và tile của mọi đơn vị.",
                            en: "A map of squares needs rows: units and a tile of every unit."
                        ),
                        hint: Bilingual(
                            vi: "Thêm when: tiles, hoặc ghi tile: [cột, hàng] trong report.yaml.",
                            en: "Add when: tiles, or give tile: [column, row] in report.yaml."
                        ),
                        at: specification.place
                    )
                )
                return nil
            }
        }
        return spec
    }

    /// Whether a chart of so much can be read on paper; an error at `place` when not.
    private mutating func isReadable(
        categories: Int,
        panels: Int,
        _ mark: ChartSpec.Mark,
        at place: Place
    ) -> Bool {
        let most =
            switch mark {
            case .slope: 40
            case .line, .tileMap: 200
            case .histogram: 60
            default: panels > 1 ? 60 : 400
            }
        if categories > most {
            log.append(.tooManyCategories(categories, most: most, at: place))
        } else if panels > 200 {
            log.append(.tooManyCategories(panels, most: 200, at: place))
        }
        return categories <= most && panels <= 200
    }

    private mutating func totals(
        _ total: ChartSpecification.Series?,
        _ rows: [Member],
        in panel: Scope
    ) -> [String] {
        guard let total, holds(total.conditions) else { return [] }
        var texts: [String] = []
        for row in rows {
            texts.append(
                figureCell(
                    total.figure,
                    formats: total.formats,
                    in: panel.with(row),
                    at: total.place
                )
            )
        }
        return texts
    }

    private mutating func series(
        _ wanted: [ChartSpecification.Series],
        _ mark: ChartSpec.Mark,
        _ rows: [Member],
        in panel: Scope
    ) -> [ChartSpec.Series] {
        var result: [ChartSpec.Series] = []
        for series in wanted where holds(series.conditions) {
            let list = series.each.map {
                members(of: MemberList(kind: $0, nonzero: false, place: series.place), in: panel)
            }
            let scopes = list?.map(panel.with) ?? [panel]
            if list != nil, scopes.count > mark.mostSeries {
                log.append(
                    .tooManySeries(scopes.count, most: mark.mostSeries, at: series.place)
                )
                continue
            }
            for scope in scopes {
                var points: [ChartSpec.Point?] = []
                for row in rows { points.append(point(series, in: scope.with(row))) }
                if mark == .stackedBar, points.contains(where: { ($0?.magnitude ?? 0) < 0 }) {
                    log.append(.negativePart(at: series.place))
                }
                result.append(
                    ChartSpec.Series(
                        name: series.name.map { plainText($0, in: scope) } ?? "",
                        points: points
                    )
                )
            }
        }
        return result
    }

    /// A mark's magnitude in the unit that its label is written in.
    private mutating func point(
        _ series: ChartSpecification.Series,
        in scope: Scope
    ) -> ChartSpec.Point? {
        guard let figure = figure(series.figure, in: scope) else {
            if series.figure.hasPrefix("previous."), material.previous == nil { return nil }
            log.append(.unknownName(series.figure, among: knownNames(in: scope), at: series.place))
            return nil
        }
        let format = FigureFormat(
            series.formats,
            units: settings.unitsOfMeasure,
            showsUnit: false,
            at: series.place,
            log: &log
        )
        let printable = adjusted(figure, named: series.figure, format)
        guard let value = figureText.value(printable, in: format.unit) else {
            if figure.status == .suppressed { suppressions += 1 }
            return nil
        }
        let printed =
            series.label.map { plainText($0, in: scope) }
            ?? figureText.text(printable, format, in: .table) ?? ""
        var point = ChartSpec.Point(
            magnitude: value.approximation,
            label: printed,
            figure: figureKey(series.figure, in: scope)
        )
        point.value = cellValue(series.figure, formats: series.formats, in: scope, printed: printed)
        return point
    }
}
