package import DatasetModel
import Diagnostics
import PeriodModel
package import StatisticsModel
import Vocabulary

/// The mean of each column that adds up, over all units and then of each `silent` unit (codes), with what
/// it would be if those reported as in the previous period; empty when that is not known.
package func estimatedMeans(
    of current: PeriodData,
    previous: PeriodData,
    silent: Set<String>
) -> [EstimatedMean] {
    var filled = current
    filled.settings.missing = []
    guard filled.append(rowsOf: silent, from: previous) else { return [] }
    var log = DiagnosticLog()
    let now = statistics(of: current, log: &log)
    let estimated = statistics(of: filled, log: &log)
    let units = [FigureKey.all] + current.settings.units.map(\.code).filter(silent.contains)
    return units.flatMap { unit in
        current.settings.schema.measureColumns.compactMap { column in
            let key = FigureKey(column.key, .mean, unit: unit)
            guard let first = now[key], var second = estimated[key], second.value != nil else {
                return nil
            }
            second.status = .estimated
            return EstimatedMean(now: first, estimated: second)
        }
    }
}

extension PeriodData {
    /// Adds another period's rows of these units, measures in this period's units of measure; `false`
    /// when there are none.
    fileprivate mutating func append(rowsOf codes: Set<String>, from other: PeriodData) -> Bool {
        let units = Self.counterparts(
            of: other.settings.units.map(\.code),
            settings.units.map(\.code)
        )
        let sectors = Self.counterparts(
            of: other.settings.sectors.map(\.code),
            settings.sectors.map(\.code)
        )
        let columns = settings.schema.measureColumns.map { column in
            Counterpart(of: column, in: settings, from: other.settings)
        }
        let rows = other.dataset.rows
        var hasAny = false
        for row in 0..<rows.count where codes.contains(other.settings.units[rows.units[row]].code) {
            guard let unit = units[rows.units[row]], let sector = sectors[rows.sectors[row]] else {
                continue
            }
            hasAny = true
            dataset.rows.identifiers.append(rows.identifiers[row])
            dataset.rows.names.append(rows.names[row])
            dataset.rows.units.append(unit)
            dataset.rows.sectors.append(sector)
            dataset.rows.origins.append(rows.origins[row])
            for index in dataset.rows.classes.indices { dataset.rows.classes[index].append(nil) }
            for (index, column) in columns.enumerated() {
                let value = column.map { $0.value(rows.measures[$0.position][row]) } ?? .missing
                dataset.rows.measures[index].append(value)
            }
        }
        return hasAny
    }

    private static func counterparts(of others: [String], _ own: [String]) -> [Int?] {
        others.map { own.firstIndex(of: $0) }
    }
}

/// The column of the previous period that measures the same.
private struct Counterpart {
    var position: Int
    var conversion: UnitConversion

    init?(of column: Column, in settings: PeriodSettings, from other: PeriodSettings) {
        guard
            let position = other.schema.measureColumns.firstIndex(where: { $0.key == column.key }),
            let conversion = UnitConversion(
                of: other.schema.measureColumns[position].unitOfMeasure,
                in: other,
                to: column.unitOfMeasure,
                in: settings
            )
        else { return nil }
        self.position = position
        self.conversion = conversion
    }

    /// Only single values count in means.
    func value(_ measured: Measured) -> Measured {
        guard case .value(let value) = measured, let converted = conversion.convert(value) else {
            return .missing
        }
        return .value(converted)
    }
}
