package import DatasetModel
package import PeriodModel
import Vocabulary

/// The rows of a table of organisations as data: the keys of its columns, then the values in the order in
/// which they are printed.
///
/// Codes stand for names, numbers have a decimal point and no grouping: the program reads it as it reads a
/// submission. No cell can be taken for a formula by a spreadsheet.
package func organisationData(
    of dataset: Dataset,
    _ settings: PeriodSettings,
    columns keys: [String]
) -> [[String]] {
    let columns = keys.compactMap { settings.schema.column($0) }
    let writers = columns.map { writer(of: $0, dataset.rows, settings) }
    return [columns.map(\.key)]
        + dataset.rows.printedOrder.map { row in
            writers.map { SpreadsheetGuard.added(to: $0(row)) }
        }
}

extension RowTable {
    /// Indices of the rows by unit, sector and identifier.
    var printedOrder: [Int] {
        (0..<count).sorted { left, right in
            (units[left], sectors[left], identifiers[left])
                < (units[right], sectors[right], identifiers[right])
        }
    }
}

private func writer(
    of column: Column,
    _ rows: RowTable,
    _ settings: PeriodSettings
) -> (_ row: Int) -> String {
    switch column.role {
    case .identifier: return { rows.identifiers[$0] }
    case .name: return { rows.names[$0] }
    case .unit: return { settings.units[rows.units[$0]].code }
    case .sector: return { settings.sectors[rows.sectors[$0]].code }
    case .state, .rating:
        let index = settings.schema.classColumns.firstIndex { $0.key == column.key } ?? 0
        return { row in rows.classes[index][row].map { column.codes[$0].code } ?? "" }
    case .measure:
        let index = settings.schema.measureColumns.firstIndex { $0.key == column.key } ?? 0
        return { row in
            switch rows.measures[index][row] {
            case .missing: ""
            case .value(let value): value.description
            case .range(let low, let high): "\(low) - \(high)"
            }
        }
    }
}
