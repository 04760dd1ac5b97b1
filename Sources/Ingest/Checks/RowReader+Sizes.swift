import DatasetModel
import PeriodModel
import Vocabulary

extension RowReader {
    /// Adds the derived classes of a row: its class of size by each legal basis in force.
    func classify(_ row: inout RowRegister.Row) {
        guard !settings.sizeClasses.isEmpty else { return }
        let columns = settings.schema.measureColumns
        for sizes in settings.sizeClasses {
            let decision = sizes.decision(sector: settings.sectors[row.sector].code) { key in
                guard let index = columns.firstIndex(where: { $0.key == key }),
                    case .value(let value) = row.measures[index]
                else { return nil }
                return value
            }
            switch decision {
            case .decided(let index): row.classes.append(index)
            case .undecided: row.classes.append(sizes.classes.count)
            }
        }
    }
}
