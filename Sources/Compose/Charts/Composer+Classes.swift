import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// Charts of how single values are spread: these read rows, as the list of organisations does.
extension Composer {
    /// Organisations counted by classes of a column's values; those without a value are in none.
    mutating func spec(of classes: ChartSpecification.Classes) -> ChartSpec? {
        guard let values = singleValues(of: classes.column, at: classes.place) else { return nil }
        let borders: [ExactDecimal]
        var names: [String] = []
        var edges: [String] = []
        let own = unitOfMeasure(of: classes.column)
        if classes.classes.isEmpty {
            let approximations = values.map(\.value.approximation)
            let ticks = NiceTicks(
                from: approximations.min() ?? 0,
                to: approximations.max() ?? 0,
                count: 12,
                places: 6
            ).values
            // The largest value stands in a class of its own when it is itself a border.
            let style = NumberStyle(.upTo(6))
            edges = ticks.map { isYear(classes.column) ? $0.description : style.text($0) }
            names = zip(edges, edges.dropFirst()).map { "\($0) – \($1)" }
            borders = Array(ticks.dropFirst().dropLast())
        } else {
            guard let converted = self.borders(of: classes, own: own) else { return nil }
            borders = converted
            for item in classes.classes { names.append(boundText(item.label, in: .table)) }
        }
        var counts = Array(repeating: 0, count: names.count)
        for (_, value) in values where !counts.isEmpty {
            // A value on a border belongs to the class above; the last border closes the last class.
            let index = borders.firstIndex { value < $0 } ?? borders.count
            counts[min(index, counts.count - 1)] += 1
        }
        let style = NumberStyle()
        var spec = ChartSpec(
            mark: .histogram,
            categories: values.isEmpty ? [] : names,
            panels: [
                ChartSpec.Panel(
                    series: [
                        ChartSpec.Series(
                            name: plainText(classes.name, in: .table),
                            points: counts.map { count in
                                var point = ChartSpec.Point(
                                    magnitude: Double(count),
                                    label: style.text(ExactDecimal(count))
                                )
                                point.value = .number(Table.Number(ExactDecimal(count)))
                                return point
                            }
                        )
                    ]
                )
            ],
            tickStyle: style
        )
        spec.edges = edges
        return spec
    }

    /// The row and the value of each that has one; an error at `place` for a column without such values.
    mutating func singleValues(
        of key: String,
        at place: Place
    ) -> [(row: Int, value: ExactDecimal)]? {
        let name = FigureKey(key, .max)
        guard
            let index = settings.schema.measureColumns.firstIndex(where: {
                $0.key == name.baseIndicator
            }),
            settings.schema.measureColumns[index].type != .range
        else {
            log.append(.badColumn(key, at: place))
            return nil
        }
        let population = name.population ?? settings.schema.measureColumns[index].population
        let isMember = members(ofPopulation: population)
        return material.dataset.rows.measures[index].enumerated().compactMap { row, measured in
            guard case .value(let value) = measured, isMember?[row] ?? true else { return nil }
            return (row, value)
        }
    }

    /// The borders in the column's own unit.
    private mutating func borders(
        of classes: ChartSpecification.Classes,
        own: UnitOfMeasure?
    ) -> [ExactDecimal]? {
        let given = classes.classes.compactMap(\.below)
        guard let key = classes.unit else { return given }
        guard let unit = settings.unitOfMeasure(key), let own, unit.dimension == own.dimension
        else {
            log.append(.wrongUnit(key, at: classes.place))
            return nil
        }
        let converted = given.compactMap {
            $0.multiplied(by: unit.factor)?.dividedExactly(by: own.factor)
        }
        guard converted.count == given.count else {
            log.append(.wrongUnit(key, at: classes.place))
            return nil
        }
        return converted
    }

    func unitOfMeasure(of key: String) -> UnitOfMeasure? {
        settings.schema.column(FigureKey(key, .max).baseIndicator)?.unitOfMeasure
            .flatMap(settings.unitOfMeasure)
    }

    private func isYear(_ key: String) -> Bool {
        settings.schema.column(FigureKey(key, .max).baseIndicator)?.type == .year
    }
}
