import DatasetModel
import PeriodModel

extension StreamReader {
    /// Whether nothing in a file but its heading and blank lines is anything else than data; its usual rows are
    /// data in any case.
    func isPlain(_ pass: StreamPass, _ head: StreamHead) -> Bool {
        guard pass.blocks.contains(where: { !$0.result.unusual.extents.isEmpty }) else {
            return true
        }
        var bytes = head.specimen
        if bytes.last != Byte.lineFeed { bytes.append(Byte.lineFeed) }
        for block in pass.blocks {
            bytes += block.result.unusual.bytes(from: head.specimenEnd - block.result.block.offset)
        }
        let table = CellTable(path: "", bytes: bytes, dialect: head.dialect)
        guard table.faults.isEmpty else { return false }
        let hasOddRow = table.records.contains {
            !table.isBlank($0) && mayBeNoData($0, table, head)
        }
        guard !hasOddRow else { return false }
        var layout = tableLayout(
            of: table,
            words: reader.words,
            pins: ReadingPins(),
            isHeading: reader.isHeading,
            isUnit: reader.isUnit
        )
        layout.findGroups(
            in: table,
            plan: head.plan,
            schema: reader.settings.schema,
            names: reader.names,
            words: reader.words
        )
        return layout.kinds.dropFirst().allSatisfy { $0 == .data || $0 == .leftOut(.blank) }
    }

    /// Whether a row has no identifier, nothing but that, or not as many cells as rows have.
    private func mayBeNoData(_ record: RecordSpan, _ table: CellTable, _ head: StreamHead) -> Bool {
        guard record.fields.count == head.plan.width else { return true }
        let columns = reader.settings.schema.columns
        func isBlank(_ role: Column.Role) -> Bool {
            let index = columns.firstIndex { $0.role == role }
            guard let position = index.flatMap({ head.plan.positions[$0] }) else { return true }
            return table.isBlank(table.field(position, of: record))
        }
        return isBlank(.identifier) || isBlank(.unit) && isBlank(.sector)
    }
}
