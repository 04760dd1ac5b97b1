package import DatasetModel
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
        self.previous = previous.map(TracedPeriod.init)
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
        case .middle:
            return middle(of: name, indicator, in: period).map {
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

    private func middle(
        of name: FigureName,
        _ indicator: TracedIndicator,
        in period: TracedPeriod
    ) -> [ExactDecimal] {
        guard case .values(_, let position) = indicator, let cell = period.cell(of: name.key)
        else { return [] }
        let cells = period.table.measures[position]
        let values = period.rows(in: cell).compactMap { cells[$0].low }.sorted()
        guard !values.isEmpty else { return [] }
        let upper = values.count / 2
        return values.count.isMultiple(of: 2)
            ? [values[upper - 1], values[upper]] : [values[upper]]
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
        case .rows, .mean, .middle:
            return own(period.rows(in: cell).filter { indicator.takes($0, of: table) })
        case .share:
            if case .classValue = indicator {
                return own(period.rows(in: cell).filter { indicator.isAnswered($0, of: table) })
            }
            let whole = period.grid.whole(of: cell)
            return own(period.rows(in: whole).filter { indicator.takes($0, of: table) })
        case .change, .growth:
            let now = period.rows(in: cell).filter { indicator.takes($0, of: table) }
            return own(now)
                + rowsBefore(name) { before, indicator, row in
                    indicator.takes(row, of: before.table)
                }
        case .entered:
            guard !name.isPrevious, let known = previous?.identifiers else { return [] }
            return own(period.rows(in: cell).filter { !known.contains(table.identifiers[$0]) })
        case .given: return []
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
        let rows = before.rows(in: cell).filter { takes(before, indicator, $0) }
        return traced(rows, indicator, isPrevious: true)
    }

    private func traced(_ rows: [Int], _ indicator: TracedIndicator, isPrevious: Bool)
        -> [TracedRow]
    {
        rows.map { TracedRow(isPrevious: isPrevious, row: $0, column: indicator.column) }
    }
}
