import DatasetModel
import PeriodModel
import Vocabulary

/// A period beside the one before it: units by code, columns by key, organisations by identifier, values in
/// this period's units of measure.
struct PeriodPair {
    let now: UnitSums
    let before: UnitSums
    let told: ToldDoubts
    /// For each unit of this period the previous one's; `nil` when it has none, or one of them sent nothing.
    let units: [Int?]
    /// Whether both periods cover the same units, so that their totals compare.
    let isWhole: Bool
    /// The columns that add up in both periods.
    let columns: [PairedColumn]
    /// For each row the previous one's of the same organisation; empty where rows were not kept.
    let rows: [Int?]
    /// Rows of the previous period whose organisation is gone.
    let gone: [Int]
    var keepsRows: Bool {
        now.data.dataset.keepsRows && before.data.dataset.keepsRows
    }

    /// `nil` when the previous period has no organisations.
    init?(_ current: PeriodData, _ previous: PeriodData, _ sums: UnitSums, _ told: ToldDoubts) {
        now = sums
        before = UnitSums(of: previous)
        self.told = told
        guard before.count > 0 else { return nil }
        let (counts, others) = (sums.counts, before.counts)
        let positions = Dictionary(
            previous.settings.units.enumerated().map { ($0.element.code, $0.offset) },
            uniquingKeysWith: { first, _ in first }
        )
        let units = current.settings.units.enumerated().map { index, unit -> Int? in
            guard let other = positions[unit.code], counts[index] > 0, others[other] > 0 else {
                return nil
            }
            return other
        }
        self.units = units
        let covered = Set(units.compactMap { $0 })
        isWhole =
            units.indices.allSatisfy { units[$0] != nil }
            && others.indices.allSatisfy { covered.contains($0) }
        columns = PairedColumn.all(current.settings, previous.settings)

        let identifiers = previous.dataset.rows.identifiers
        var known: [String: Int] = [:]
        for (row, identifier) in identifiers.enumerated() { known[identifier.foldedName] = row }
        var rest = known
        rows = current.dataset.rows.identifiers.map { identifier in
            let name = identifier.foldedName
            rest[name] = nil
            return known[name]
        }
        gone = rest.values.sorted()
    }

    /// A row's value and last year's of the same organisation, single values both.
    func values(_ column: PairedColumn, _ row: Int) -> (now: ExactDecimal, before: ExactDecimal)? {
        guard let other = rows[row],
            case .value(let value) = now.data.dataset.rows.measures[column.measure][row],
            let last = valueBefore(column, other)
        else { return nil }
        return (value, last)
    }

    /// A value of the previous period.
    func valueBefore(_ column: PairedColumn, _ row: Int) -> ExactDecimal? {
        guard case .value(let value) = before.data.dataset.rows.measures[column.other][row] else {
            return nil
        }
        return column.conversion.convert(value)
    }

    /// The sum of the previous period, of a unit of this one or of all.
    func sumBefore(_ column: PairedColumn, unit: Int?) -> ExactDecimal? {
        let sum: ExactDecimal?
        if let unit {
            sum = units[unit].flatMap { before.sums[column.other][$0] }
        } else {
            sum = before.sum(column.other)
        }
        return sum.flatMap(column.conversion.convert)
    }

    /// The unit of this period to which a row of the previous one belongs.
    func unit(ofGone row: Int) -> Int? {
        units.firstIndex(of: before.data.dataset.rows.units[row])
    }
}

/// A column that adds up and that the previous period has too.
struct PairedColumn {
    let column: Column
    /// Position among this period's measures and among the previous one's.
    let measure: Int
    let other: Int
    let conversion: UnitConversion

    static func all(_ now: PeriodSettings, _ before: PeriodSettings) -> [PairedColumn] {
        let others = before.schema.measureColumns
        return now.schema.measureColumns.enumerated().compactMap { index, column in
            guard column.addsUp,
                let other = others.firstIndex(where: { $0.key == column.key && $0.addsUp }),
                let conversion = UnitConversion(
                    of: others[other].unitOfMeasure,
                    in: before,
                    to: column.unitOfMeasure,
                    in: now
                )
            else { return nil }
            return PairedColumn(
                column: column,
                measure: index,
                other: other,
                conversion: conversion
            )
        }
    }
}
