import DatasetModel
import Diagnostics
import PeriodModel

extension CellTable {
    /// The cells that diagnostics of this file name, each once, with the organisation of their row.
    func doubtedCells(
        in diagnostics: some Sequence<Diagnostic>,
        plan: HeadingPlan,
        headRow: Int,
        names: [NameIndex?],
        settings: PeriodSettings
    ) -> [DoubtedCell] {
        var seen: Set<String> = []
        var names = names
        let columns = settings.schema.columns
        let identifier = columns.firstIndex { $0.role == .identifier }
        let name = columns.firstIndex { $0.role == .name }
        let unit = columns.firstIndex { $0.role == .unit }
        return diagnostics.compactMap { diagnostic in
            guard diagnostic.place?.file == path, let cell = diagnostic.place?.cell,
                seen.insert(cell).inserted, let address = CellAddress(cell),
                let record = record(ofRow: address.row)
            else { return nil }
            func words(_ column: Int?) -> String {
                guard let column, let position = plan.positions[column],
                    position < record.fields.count, record.number > headRow
                else { return "" }
                return clipped(self.words(field(position, of: record)))
            }
            var code: String?
            if let unit, case .one(let found)? = names[unit]?.find(words(unit)) {
                code = settings.units[found].code
            }
            return DoubtedCell(
                cell: cell,
                text: address.column < record.fields.count
                    ? rawText(field(address.column, of: record)).inAnswers : "",
                identifier: words(identifier),
                name: words(name),
                unit: code
            )
        }
    }
}
