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
        guard holds(specification.conditions), let label = labels["chart.\(name)"] else {
            return nil
        }
        let rows = members(of: specification.rows, in: .table)
        var panels: [ChartSpec.Panel] = []
        if let list = specification.panels {
            for member in members(of: list, in: .table) {
                panels.append(
                    ChartSpec.Panel(
                        title: member.label,
                        series: series(specification, rows, in: Scope.table.with(member))
                    )
                )
            }
        } else {
            panels = [ChartSpec.Panel(series: series(specification, rows, in: .table))]
        }
        return Chart(
            anchor: label.anchor,
            label: label.text,
            caption: plainText(specification.caption, in: .table),
            unit: specification.unit.map { plainText($0, in: .table) },
            spec: ChartSpec(
                mark: specification.mark,
                categories: rows.map(\.label),
                panels: panels,
                tickStyle: NumberStyle(.upTo(2), showsPlus: specification.mark == .divergingBar)
            ),
            alternative: plainText(specification.alternative, in: Scope()),
            notes: specification.notes.map { plainText($0, in: Scope()) }.filter { !$0.isEmpty },
            source: specification.source.map { plainText($0, in: Scope()) },
            origin: place
        )
    }

    private mutating func series(
        _ specification: ChartSpecification,
        _ rows: [Member],
        in panel: Scope
    ) -> [ChartSpec.Series] {
        var result: [ChartSpec.Series] = []
        for series in specification.series where holds(series.conditions) {
            var points: [ChartSpec.Point?] = []
            for row in rows {
                points.append(point(series, specification.mark, in: panel.with(row)))
            }
            result.append(
                ChartSpec.Series(
                    name: series.name.map { plainText($0, in: panel) } ?? "",
                    points: points
                )
            )
        }
        return result
    }

    /// A mark's magnitude in the unit that its label is written in.
    private mutating func point(
        _ series: ChartSpecification.Series,
        _ mark: ChartSpec.Mark,
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
        guard let value = figureText.value(figure, in: format.unit) else {
            // A bar that is not there would look like zero: it is marked as unknown.
            let isBar = mark != .dumbbell && figure.status == .missing
            return isBar ? ChartSpec.Point(magnitude: 0, label: order.words.unknown) : nil
        }
        let printed =
            series.label.map { plainText($0, in: scope) }
            ?? figureText.text(figure, format, in: .table) ?? ""
        return ChartSpec.Point(magnitude: value.approximation, label: printed)
    }
}
