package import DatasetModel
import PeriodModel
package import StatisticsModel
import Vocabulary

/// Finds what a figure was computed from: its operands and its rows.
///
/// It walks the rows again and shares no sum with the computation, so that the one can be held against the
/// other.
package struct FigureTracer: Sendable {
    private let current: TracedPeriod
    private let previous: TracedPeriod?
    private let statistics: Statistics
    private let statisticsBefore: Statistics?

    package init(
        current: PeriodData,
        previous: PeriodData?,
        statistics: Statistics,
        statisticsBefore: Statistics?
    ) {
        self.current = TracedPeriod(current)
        self.previous = previous.map { TracedPeriod($0, adopting: current.settings) }
        self.statistics = statistics
        self.statisticsBefore = statisticsBefore
    }

    /// `nil` when there is no such figure.
    package func trace(_ name: FigureName) -> FigureTrace? {
        guard let figure = figure(name), let period = period(of: name),
            let indicator = period.indicator(of: name.key), let cell = period.cell(of: name.key)
        else { return nil }
        let isKnown = figure.status != .missing || !period.grid.isMissing(cell)
        return FigureTrace(
            name: name,
            figure: figure,
            operands: operands(of: name, figure, indicator, in: period) + counts(of: figure),
            rows: isKnown ? rows(of: name, indicator, cell, in: period) : []
        )
    }

    private func period(of name: FigureName) -> TracedPeriod? {
        name.isPrevious ? previous : current
    }

    private func figure(_ name: FigureName) -> Figure? {
        (name.isPrevious ? statisticsBefore : statistics)?[name.key]
    }

    // MARK: Operands

    /// n and N, which every figure states.
    private func counts(of figure: Figure) -> [TraceOperand] {
        [(.answers, figure.answers), (.population, figure.population)].map { role, count in
            TraceOperand(
                role,
                value: .decimal(ExactDecimal(count)),
                unitOfMeasure: UnitKeys.organisation
            )
        }
    }

    private func operand(_ role: TraceOperand.Role, _ name: FigureName?) -> TraceOperand? {
        guard let name, let figure = figure(name) else { return nil }
        return TraceOperand(
            role,
            name: name,
            value: figure.value,
            unitOfMeasure: figure.unitOfMeasure
        )
    }

    private func operands(
        of name: FigureName,
        _ figure: Figure,
        _ indicator: TracedIndicator,
        in period: TracedPeriod
    ) -> [TraceOperand] {
        var base = name
        base.key.measure = indicator.base
        switch name.key.measure.recipe {
        case .rows, .entered, .left, .given: return []
        case .mean: return [operand(.sum, base)].compactMap { $0 }
        case .ratio:
            guard case .ratio(let of, let per) = indicator, let cell = period.cell(of: name.key)
            else { return [] }
            let rows = period.rows(in: cell, of: name.key).filter {
                indicator.takes($0, of: period.table)
            }
            return [
                operand(.dividend, of, over: rows, in: period),
                operand(.divisor, per, over: rows, in: period),
            ]
        case .quartile(let quarters):
            return neighbours(quarters, of: name, indicator, in: period).map {
                TraceOperand(.middle, value: .decimal($0), unitOfMeasure: figure.unitOfMeasure)
            }
        case .share:
            // A class is a share of those that answered, which `counts` give.
            if case .classValue = indicator { return [operand(.part, base)].compactMap { $0 } }
            let whole = period.whole(of: name.key, indicator.base).map {
                FigureName($0, isPrevious: name.isPrevious)
            }
            return [operand(.part, base), operand(.whole, whole)].compactMap { $0 }
        case .change:
            return [operand(.now, base), operand(.before, before(base))].compactMap { $0 }
        case .growth:
            var change = name
            change.key.measure = .change
            return [operand(.change, change), operand(.before, before(base))].compactMap { $0 }
        }
    }

    /// The figure of the same key in the period before; only this period is compared.
    private func before(_ name: FigureName) -> FigureName? {
        name.isPrevious ? nil : FigureName(name.key, isPrevious: true)
    }

    /// The sum of a column over rows; how many they are where organisations are counted.
    private func operand(
        _ role: TraceOperand.Role,
        _ summand: TracedIndicator.Summand,
        over rows: [Int],
        in period: TracedPeriod
    ) -> TraceOperand {
        guard let position = summand.position else {
            return TraceOperand(
                role,
                value: .decimal(ExactDecimal(rows.count)),
                unitOfMeasure: UnitKeys.organisation
            )
        }
        let cells = period.table.measures[position]
        var sum: ExactDecimal? = .zero
        for row in rows {
            if let value = cells[row].low { sum = sum?.adding(value) }
        }
        return TraceOperand(
            role,
            value: sum.map(FigureValue.decimal),
            unitOfMeasure: period.settings.schema.columns[summand.column].unitOfMeasure ?? ""
        )
    }

    /// The values of the order between which a quartile lies; one where it is that value.
    private func neighbours(
        _ quarters: Int,
        of name: FigureName,
        _ indicator: TracedIndicator,
        in period: TracedPeriod
    ) -> [ExactDecimal] {
        guard case .values(_, let position) = indicator, let cell = period.cell(of: name.key)
        else { return [] }
        let cells = period.table.measures[position]
        let values = period.rows(in: cell, of: name.key).compactMap { cells[$0].low }.sorted()
        guard !values.isEmpty else { return [] }
        let (index, rest) = (quarters * (values.count - 1)).quotientAndRemainder(dividingBy: 4)
        return rest == 0 ? [values[index]] : [values[index], values[index + 1]]
    }

    // MARK: Rows

    private func rows(
        of name: FigureName,
        _ indicator: TracedIndicator,
        _ cell: Int,
        in period: TracedPeriod
    ) -> [TracedRow] {
        let table = period.table
        func own(_ rows: [Int]) -> [TracedRow] {
            traced(rows, indicator, isPrevious: name.isPrevious)
        }
        switch name.key.measure.recipe {
        case .rows, .mean, .quartile, .ratio:
            return own(
                period.rows(in: cell, of: name.key).filter { indicator.takes($0, of: table) }
            )
        case .share:
            if case .classValue = indicator {
                return own(
                    period.rows(in: cell, of: name.key).filter {
                        indicator.isAnswered($0, of: table)
                    }
                )
            }
            let whole = period.grid.whole(of: cell)
            return own(
                period.rows(in: whole, of: name.key).filter { indicator.takes($0, of: table) }
            )
        case .change, .growth:
            let now = period.rows(in: cell, of: name.key).filter { indicator.takes($0, of: table) }
            return own(now)
                + rowsBefore(name) { before, indicator, row in
                    indicator.takes(row, of: before.table)
                }
        case .given: return []
        case .entered:
            guard !name.isPrevious, let known = previous?.identifiers else { return [] }
            return own(
                period.rows(in: cell, of: name.key).filter {
                    !known.contains(table.identifiers[$0])
                }
            )
        case .left:
            let known = period.identifiers
            return rowsBefore(name) { before, _, row in
                !known.contains(before.table.identifiers[row])
            }
        }
    }

    /// Rows of the same unit and sector in the period before.
    private func rowsBefore(
        _ name: FigureName,
        where takes: (TracedPeriod, TracedIndicator, Int) -> Bool
    ) -> [TracedRow] {
        guard !name.isPrevious, let before = previous,
            let indicator = before.indicator(of: name.key),
            let cell = before.cell(of: name.key)
        else { return [] }
        let rows = before.rows(in: cell, of: name.key).filter { takes(before, indicator, $0) }
        return traced(rows, indicator, isPrevious: true)
    }

    private func traced(_ rows: [Int], _ indicator: TracedIndicator, isPrevious: Bool)
        -> [TracedRow]
    {
        rows.flatMap { row in
            indicator.columns.map { TracedRow(isPrevious: isPrevious, row: row, column: $0) }
        }
    }
}
