import DocumentModel
package import OpenDataModel
package import SpreadsheetKit
import Vocabulary

/// The tables of a report as a workbook that everybody can read: a cover, notes, then one table a sheet, with
/// no merged cells and no gaps, headings always in the fourth row.
package func workbook(of data: OpenData) throws(SheetFailure) -> [UInt8] {
    var book = SheetBook(
        title: data.title,
        author: data.author,
        language: data.language,
        date: data.date
    )
    book.sheets =
        [cover(of: data), notes(of: data)] + data.tables.map { sheet(of: $0, data.words) }
    return try SpreadsheetKit.write(book)
}

/// Where the first table's sheet stands, after cover and notes.
private let firstTable = 2

private func cover(of data: OpenData) -> Sheet {
    let words = data.words
    var cover = Sheet(
        name: words.cover,
        lines: [.text(data.title), .text(data.description)] + data.facts.map { .text($0.name) },
        columns: [
            Sheet.Column(title: words.sheet, width: 24, isRowHeader: true),
            Sheet.Column(title: words.contents, width: 90),
        ],
        rows: [[.link(words.notes, sheet: 1), .text(words.notes)]]
            + data.tables.enumerated().map { index, table in
                [.link(table.label, sheet: firstTable + index), .text(table.caption)]
            }
    )
    cover.wraps = true
    for (index, fact) in data.facts.enumerated() { cover.besides[2 + index] = .text(fact.text) }
    return cover
}

/// Notes that hold for everything, then those of each table.
private func notes(of data: OpenData) -> Sheet {
    let words = data.words
    var rows: [[SheetCell]] = data.notes.map { [.text(words.everything), .text($0)] }
    for (index, table) in data.tables.enumerated() {
        for note in table.notes {
            rows.append([.link(table.label, sheet: firstTable + index), .text(note)])
        }
    }
    var notes = Sheet(
        name: words.notes,
        lines: [.text(words.notes)],
        columns: [
            Sheet.Column(title: words.subject, width: 24, isRowHeader: true),
            Sheet.Column(title: words.note, width: 100),
        ],
        rows: rows
    )
    notes.wraps = true
    return notes
}

private func sheet(of table: DataTable, _ words: OpenDataWords) -> Sheet {
    let about = [
        table.unit.map { "\(words.unit) \($0)" }, table.source.map { "\(words.source) \($0)" },
    ].compactMap { $0 }.joined(separator: "; ")
    let isTooLong =
        table.rows.count > Sheet.mostRows - 8 || table.columns.count > Sheet.mostColumns
    let columns = isTooLong ? [] : table.columns
    var sheet = Sheet(
        name: table.label,
        // The same number of lines on every sheet, none of them empty.
        lines: [
            .text(table.title),
            .text(isTooLong ? words.tooLong : about.isEmpty ? table.caption : about),
            .link(
                table.notes.isEmpty ? words.cover : words.notes,
                sheet: table.notes.isEmpty ? 0 : 1
            ),
        ],
        columns: columns.enumerated().map { index, column in
            Sheet.Column(
                title: column.title,
                width: width(of: column, table.rows.map { $0[index] }),
                isRowHeader: column.isRowHeader
            )
        },
        rows: isTooLong ? [] : table.rows.map { $0.map(cell) }
    )
    sheet.totals = table.totals
    return sheet
}

private func cell(_ cell: DataCell) -> SheetCell {
    switch cell {
    case .blank: .blank
    case .text(let text): .text(text)
    case .number(let number): .number(number.value, format: format(of: number))
    }
}

/// How the number is shown: as many decimals as in print; the reader's own marks for thousands and decimals.
private func format(of number: Table.Number) -> String {
    var code = number.isGrouped ? "#,##0" : "0"
    if number.places > 0 { code += "." + String(repeating: "0", count: number.places) }
    return number.showsPlus ? "+\(code);-\(code);0" : code
}

/// Wide enough for the longest word of the heading and for most cells.
private func width(of column: DataColumn, _ cells: [DataCell]) -> Int {
    var longest = column.title.split(separator: " ").map(\.count).max() ?? 0
    longest = max(longest, min(column.title.count / 2, 24))
    for cell in cells {
        let length =
            switch cell {
            case .blank: 0
            case .text(let text): min(text.count, 60)
            case .number(let number):
                number.value.rounded(to: number.places).plain(places: number.places).count * 4 / 3
            }
        longest = max(longest, length)
    }
    return longest + 2
}
