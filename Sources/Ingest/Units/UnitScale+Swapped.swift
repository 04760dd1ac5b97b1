import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

extension UnitScale {
    /// Organisations that must speak, at least.
    private static let fewest = 3

    /// Tells two columns of one unit of measure that hold each other's values: nearly every value of one is
    /// nearer to last year's of the other, and the other way round.
    func reportSwapped(
        _ rows: Range<Int>,
        of table: RowTable,
        plan: HeadingPlan,
        places: (_ row: Int?, _ position: Int) -> Place,
        log: inout DiagnosticLog
    ) {
        guard let previous else { return }
        let columns = comparedColumns(plan)
        for (order, first) in columns.enumerated() {
            for second in columns[(order + 1)...]
            where first.column.unitOfMeasure == second.column.unitOfMeasure {
                var compared = 0
                var crossed = 0
                for row in rows {
                    guard case .value(let left) = table.measures[first.measure][row],
                        case .value(let right) = table.measures[second.measure][row],
                        let before = previous.value(
                            of: table.identifiers[row],
                            measure: first.measure
                        ),
                        let beforeRight = previous.value(
                            of: table.identifiers[row],
                            measure: second.measure
                        )
                    else { continue }
                    compared += 1
                    if left.isNearer(to: beforeRight, than: before),
                        right.isNearer(to: before, than: beforeRight)
                    {
                        crossed += 1
                    }
                }
                guard crossed >= Self.fewest, crossed * 10 >= compared * 8 else { continue }
                log.append(
                    UnitFault.swapped(
                        first.column,
                        second.column,
                        count: crossed,
                        of: compared,
                        at: places(nil, first.position)
                    )
                )
            }
        }
    }

    private func comparedColumns(
        _ plan: HeadingPlan
    ) -> [(column: Column, measure: Int, position: Int)] {
        var measure = -1
        return settings.schema.columns.enumerated().compactMap { index, column in
            guard column.role == .measure else { return nil }
            measure += 1
            guard column.type == .integer || column.type == .decimal,
                column.unitOfMeasure != nil, let position = plan.positions[index]
            else { return nil }
            return (column, measure, position)
        }
    }
}

extension ExactDecimal {
    fileprivate func isNearer(to one: ExactDecimal, than other: ExactDecimal) -> Bool {
        guard let near = adding(-one)?.magnitude, let far = adding(-other)?.magnitude else {
            return false
        }
        return near < far
    }
}
