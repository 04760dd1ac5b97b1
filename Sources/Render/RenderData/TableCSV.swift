import DocumentModel
package import OpenDataModel
import Vocabulary

/// A table as a spreadsheet opens it: one heading row, texts guarded, numbers with a dot and as they are.
package func tableCSV(_ table: DataTable) -> [UInt8] {
    spreadsheetCSV(
        [table.columns.map { SpreadsheetGuard.added(to: $0.title) }]
            + table.rows.map { $0.map(field) }
    )
}

private func field(_ cell: DataCell) -> String {
    switch cell {
    case .blank: ""
    case .text(let text): SpreadsheetGuard.added(to: text)
    case .number(let number): number.value.description
    }
}

/// A code list; its codes are those of `tidy.csv` to the letter.
package func codeListCSV(_ list: CodeList) -> [UInt8] {
    spreadsheetCSV([list.columns.map(\.name)] + list.rows)
}
