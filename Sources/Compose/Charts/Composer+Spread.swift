import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// Charts of how values lie apart: distributions, and axes for values of very different size.
extension Composer {
    /// All values of a distribution's column for each member, with their quartiles, in the unit and the
    /// form of its first series.
    mutating func addSpread(
        of figures: ChartSpecification.Figures,
        _ rows: [Member],
        in scope: Scope,
        to panel: inout ChartSpec.Panel
    ) {
        guard let column = figures.column, let series = figures.series.first,
            let values = singleValues(of: column, at: figures.rows.place)
        else { return }
        let format = FigureFormat(
            series.formats,
            units: settings.unitsOfMeasure,
            showsUnit: false,
            at: figures.rows.place,
            log: &log
        )
        let own = unitOfMeasure(of: column)
        let factor =
            (own?.factor.approximation ?? 1)
            / (format.unit?.factor ?? own?.factor ?? ExactDecimal(1)).approximation
        let table = material.dataset.rows
        for row in rows {
            let member = scope.with(row)
            let mine = values.filter { index, _ in
                (member.unit.map { settings.units[table.units[index]].code == $0.code } ?? true)
                    && (member.sector.map {
                        settings.sectors[table.sectors[index]].code == $0.code
                    } ?? true)
            }.map(\.value).sorted()
            panel.values.append(mine.map { $0.approximation * factor })
            panel.quartiles.append(
                // They are written as the figure beside them, so they stand only where that one does.
                figure(series.figure, in: member).flatMap { figure in
                    figure.value == nil
                        ? nil : quartiles(of: mine, writtenAs: figure, format, of: column)
                }
            )
        }
    }

    private func quartiles(
        of values: [ExactDecimal],
        writtenAs example: Figure,
        _ format: FigureFormat,
        of column: String
    ) -> ChartSpec.Quartiles? {
        guard values.count >= 4, example.key.indicator == column else { return nil }
        let points = [1, 3].compactMap { quarters -> ChartSpec.Point? in
            var figure = example
            figure.value = quartile(quarters, ofAscending: values[...])
            guard let value = figureText.value(figure, in: format.unit),
                let text = figureText.text(figure, format, in: .table)
            else { return nil }
            return ChartSpec.Point(magnitude: value.approximation, label: text)
        }
        guard points.count == 2 else { return nil }
        return ChartSpec.Quartiles(lower: points[0], upper: points[1])
    }

    /// An axis of ratios where a chart asks for it at `place`, unless a value has none.
    mutating func ratios(of spec: ChartSpec, at place: Place) -> ChartSpec.Spacing {
        let note = order.words.charts.ratioAxis
        let points = spec.panels.flatMap(\.series).flatMap(\.points).compactMap { $0?.magnitude }
        let values = points + spec.panels.flatMap(\.values).flatMap { $0 }
        if let least = values.min(), least <= 0 {
            log.append(.noRatios(at: place))
            return .equalAmounts
        }
        guard !note.isEmpty else {
            log.append(.unnamedRatios(at: place))
            return .equalAmounts
        }
        return .equalRatios(note: note)
    }
}
