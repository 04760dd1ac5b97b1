import DatasetModel
import Diagnostics
import PeriodModel
import WorkbookKit

extension WorkbookSheet {
    /// The sheet's table with the letters of old fonts read as they are meant, in NFC, and how they were
    /// read. Lost letters are told.
    func decoded(
        pinned: TextEncoding?,
        log: inout DiagnosticLog
    ) -> (table: CellTable, encoding: Reading.Setting) {
        var joined: [UInt8] = []
        var starts: [(offset: Int, record: Int, column: Int)] = []
        for (index, record) in table.records.enumerated() {
            for column in 0..<record.fields.count {
                let field = table.field(column, of: record)
                guard field.kind == .text, !field.isEmpty else { continue }
                starts.append((joined.count, index, column))
                // A line a cell: line ends inside cells are blanks here.
                joined += table.bytes[field.start..<field.end].map {
                    $0 == Byte.lineFeed || $0 == Byte.carriageReturn ? Byte.blank : $0
                }
                joined.append(Byte.lineFeed)
            }
        }
        let cells = ReceivedCells(
            joined,
            path: table.path,
            pinned: pinned,
            place: { offset in
                var (low, high) = (0, starts.count)
                while high - low > 1 {
                    let middle = (low + high) / 2
                    if starts[middle].offset <= offset { low = middle } else { high = middle }
                }
                guard low < starts.count else { return Place(file: table.path) }
                let start = starts[low]
                return table.place(column: start.column, of: table.records[start.record])
            },
            log: &log
        )
        guard joined.contains(where: { $0 >= 0x80 }) else { return (table, cells.encoding) }
        return (table.mappingTexts(cells.text), cells.encoding)
    }
}

extension CellTable {
    /// The same cells with each text changed; a tab stands after each cell and a line feed after each row,
    /// as sheets have it.
    fileprivate func mappingTexts(_ change: ([UInt8]) -> [UInt8]) -> CellTable {
        var changed: [UInt8] = []
        changed.reserveCapacity(bytes.count)
        var fields = fields
        var records = records
        for index in records.indices {
            records[index].start = changed.count
            for position in records[index].fields {
                let field = fields[position]
                let text = Array(bytes[field.start..<field.end])
                fields[position].start = changed.count
                changed += field.kind == .text && text.contains { $0 >= 0x80 } ? change(text) : text
                fields[position].end = changed.count
                changed.append(Byte.tab)
            }
            changed.append(Byte.lineFeed)
        }
        return with(bytes: changed, fields: fields, records: records)
    }
}
