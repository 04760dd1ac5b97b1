import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Looks for columns given in another unit of measure than they say: a whole file's values are then a
/// thousand or a million times last year's, or as far outside what one organisation usually has.
struct UnitScale {
    let settings: PeriodSettings
    let previous: PreviousRows?

    /// Values of last year that must speak, at least.
    private static let fewest = 3

    /// Doubts about one file, whose rows are `rows` of the table.
    func check(
        _ rows: Range<Int>,
        of table: RowTable,
        plan: HeadingPlan,
        isPinned: Bool,
        places: (_ row: Int?, _ position: Int) -> Place,
        log: inout DiagnosticLog
    ) {
        reportSwapped(rows, of: table, plan: plan, places: places, log: &log)
        reportUnchanged(rows, of: table, plan: plan, places: places, log: &log)
        var measure = -1
        for (index, column) in settings.schema.columns.enumerated() where column.role == .measure {
            measure += 1
            guard column.type != .year, let position = plan.positions[index],
                column.unitOfMeasure != nil
            else { continue }
            let values = rows.compactMap { row -> (row: Int, value: ExactDecimal)? in
                guard let value = table.measures[measure][row].low, value > .zero else {
                    return nil
                }
                return (row, value)
            }
            if let doubt = againstLastYear(values, table, measure, column, isPinned) {
                log.append(doubt(places(nil, position)))
            } else if let doubt = againstUsual(values, column, isPinned) {
                log.append(doubt(places(nil, position)))
            } else {
                for (row, value) in values {
                    if let doubt = single(value, table.identifiers[row], measure, column) {
                        log.append(doubt(places(row, position)))
                    }
                }
            }
        }
    }

    /// A whole column against last year.
    private func againstLastYear(
        _ values: [(row: Int, value: ExactDecimal)],
        _ table: RowTable,
        _ measure: Int,
        _ column: Column,
        _ isPinned: Bool
    ) -> ((Place) -> Diagnostic)? {
        guard let previous else { return nil }
        var counts: [Magnitude: Int] = [:]
        var compared = 0
        for (row, value) in values {
            guard let before = previous.value(of: table.identifiers[row], measure: measure) else {
                continue
            }
            compared += 1
            if let magnitude = Magnitude(value, of: before) { counts[magnitude, default: 0] += 1 }
        }
        for magnitude in Magnitude.allCases where magnitude != .alike {
            let count = counts[magnitude] ?? 0
            guard count >= Self.fewest, count * 2 > compared else { continue }
            return {
                UnitFault(column: column, place: $0, magnitude: magnitude, isPinned: isPinned)
                    .lastYear(count: count, compared: compared)
            }
        }
        return nil
    }

    /// A whole column against what one organisation usually has.
    private func againstUsual(
        _ values: [(row: Int, value: ExactDecimal)],
        _ column: Column,
        _ isPinned: Bool
    ) -> ((Place) -> Diagnostic)? {
        guard let usual = column.usual, !values.isEmpty else { return nil }
        let outside = values.count { !usual.contains($0.value) }
        guard outside * 2 > values.count else { return nil }
        for magnitude in Magnitude.allCases where magnitude != .alike {
            let power = ExactDecimal(magnitude.factor)
            let inside = values.count { value in
                let shifted =
                    magnitude.rawValue > 0
                    ? value.value.dividedExactly(by: power) : value.value.multiplied(by: power)
                return shifted.map(usual.contains) ?? false
            }
            guard inside * 5 >= values.count * 4 else { continue }
            return {
                UnitFault(column: column, place: $0, magnitude: magnitude, isPinned: isPinned)
                    .usual(count: outside, of: values.count, usual)
            }
        }
        return nil
    }

    /// One value that is a thousand or a million times last year's, or outside what is usual.
    private func single(
        _ value: ExactDecimal,
        _ identifier: String,
        _ measure: Int,
        _ column: Column
    ) -> ((Place) -> Diagnostic)? {
        if let before = previous?.value(of: identifier, measure: measure),
            let magnitude = Magnitude(value, of: before), magnitude != .alike
        {
            return {
                UnitFault(column: column, place: $0, magnitude: magnitude)
                    .single(value, before: before)
            }
        }
        guard let usual = column.usual, !usual.contains(value) else { return nil }
        return { UnitFault(column: column, place: $0, magnitude: .alike).unusual(value, usual) }
    }
}
