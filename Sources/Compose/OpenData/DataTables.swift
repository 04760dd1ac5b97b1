import DocumentModel
import OpenDataModel
import Vocabulary

/// The tables of a document as data, in its order.
func dataTables(of document: Document, _ words: DataWords) -> [DataTable] {
    var names: Set<String> = []
    return (document.body + document.annexes.flatMap(\.blocks)).compactMap { block in
        guard case .table(let table) = block else { return nil }
        return DataTableMaker(table, words).table(names: &names)
    }
}

/// Makes data of one table: heads become one row, group rows a column, pairs two columns.
private struct DataTableMaker {
    let table: Table
    let words: DataWords
    /// The columns that hold pairs, with what they are pairs of.
    let pairs: [Int: Table.Value.Kind]
    let hasGroups: Bool

    init(_ table: Table, _ words: DataWords) {
        self.table = table
        self.words = words
        var pairs: [Int: Table.Value.Kind] = [:]
        for row in table.rows {
            for case (let index, .pair(_, _, let kind)) in row.values { pairs[index] = kind }
        }
        for (index, column) in table.columns.enumerated() where column.letters == .ranges {
            pairs[index] = .range
        }
        self.pairs = pairs
        hasGroups = table.rows.contains { $0.kind == .group }
    }

    func table(names: inout Set<String>) -> DataTable {
        let rows = rows()
        var made = DataTable(
            name: fileName.unlike(&names, joint: "-"),
            label: table.label.withPlainBlanks,
            caption: table.caption.withPlainBlanks,
            unit: table.unit?.withPlainBlanks,
            source: table.source?.withPlainBlanks,
            notes: table.notes.map(\.withPlainBlanks),
            columns: columns(of: rows),
            rows: rows
        )
        let kinds = table.rows.map(\.kind).filter { $0 != .group }
        made.totals = Set(kinds.indices.filter { kinds[$0] == .total })
        return made
    }

    /// `bang-3-sectors`: the label, and the name that stays when labels move.
    private var fileName: String {
        let prefix = "table-"
        let name =
            table.anchor.hasPrefix(prefix)
            ? String(table.anchor.dropFirst(prefix.count)) : table.anchor
        let words = [table.label.slug, name.slug].filter { !$0.isEmpty }
        return words.isEmpty ? "table" : words.joined(separator: "-")
    }

    private func rows() -> [[DataCell]] {
        var made: [[DataCell]] = []
        var group = DataCell.blank
        for row in table.rows {
            if row.kind == .group {
                group = cell(row.values[0], letters: row.cells.first ?? "")
                continue
            }
            var cells = hasGroups ? [row.kind == .total ? .blank : group] : []
            for index in table.columns.indices {
                let letters = index < row.cells.count ? row.cells[index] : ""
                let value = row.values[index] ?? table.columns[index].value(of: letters)
                if pairs[index] == nil {
                    cells.append(cell(value, letters: letters))
                } else if case .pair(let first, let second, _)? = value {
                    cells += [.number(first), .number(second)]
                } else {
                    let both = cell(value, letters: letters)
                    cells += [both, both]
                }
            }
            made.append(cells)
        }
        return made
    }

    private func cell(_ value: Table.Value?, letters: String) -> DataCell {
        switch value {
        case .number(let number): return .number(number)
        case .text(let text): return text.isEmpty ? .blank : .text(text.withBreakingBlanks)
        case .blank, .pair: return .blank
        case nil: return letters.isEmpty ? .blank : .text(letters.withBreakingBlanks)
        }
    }

    private func columns(of rows: [[DataCell]]) -> [DataColumn] {
        var titles: [(title: String, isRowHeader: Bool)] = []
        if hasGroups { titles.append((table.groupHeading ?? words.group, false)) }
        for (index, title) in headings().enumerated() {
            let isRowHeader = table.columns[index].isRowHeader
            switch pairs[index] {
            case nil: titles.append((title, isRowHeader))
            case .answers:
                titles += [words.answers, words.population].map {
                    (words.title(title, of: $0), isRowHeader)
                }
            case .range:
                titles += [words.low, words.high].map { ("\(title): \($0)", isRowHeader) }
            }
        }
        var (names, used): (Set<String>, Set<String>) = ([], [])
        return titles.enumerated().map { index, column in
            let slug = column.title.slug.split(separator: "-").joined(separator: "_")
            let plain = slug.isEmpty ? "column" : slug
            let title = column.title.withPlainBlanks
            let (kind, signs) = kind(of: rows.map { $0[index] })
            return DataColumn(
                name: plain.unlike(&names, joint: "_"),
                title: (title.isEmpty ? words.untitled : title).unlike(&used, joint: " "),
                kind: kind,
                signs: signs,
                isRowHeader: column.isRowHeader
            )
        }
    }

    /// A column of numbers may hold signs, which are short; anything else makes it one of text.
    private func kind(of cells: [DataCell]) -> (DataColumn.Kind, signs: [String]) {
        var (numbers, whole) = (0, 0)
        var signs: Set<String> = []
        for cell in cells {
            switch cell {
            case .blank: continue
            case .text(let text):
                guard text.unicodeScalars.count <= 8 else { return (.text, []) }
                signs.insert(text)
            case .number(let number):
                numbers += 1
                if number.value.isInteger { whole += 1 }
            }
        }
        guard numbers > 0 else { return (.text, []) }
        return (whole == numbers ? .integer : .decimal, signs.sorted())
    }

    /// One heading a column: those above it first.
    private func headings() -> [String] {
        let count = table.columns.count
        var headings = [[String]](repeating: [], count: count)
        var taken = [Int](repeating: 0, count: count)
        for row in table.head {
            var column = 0
            for cell in row {
                while column < count, taken[column] > 0 { column += 1 }
                for _ in 0..<max(1, cell.columnSpan) where column < count {
                    if !cell.text.isEmpty { headings[column].append(cell.text) }
                    taken[column] = max(1, cell.rowSpan)
                    column += 1
                }
            }
            for column in taken.indices { taken[column] = max(0, taken[column] - 1) }
        }
        return headings.map { $0.joined(separator: ": ") }
    }
}

extension Table.Column {
    /// What letters in it stand for; `nil` for letters as such.
    fileprivate func value(of text: String) -> Table.Value? {
        switch letters {
        case .words: return nil
        case .numbers: return Table.Number(exactly: text).map(Table.Value.number)
        case .ranges:
            let parts = text.split(separator: "\u{A0}-\u{A0}").map(String.init)
            let numbers = parts.compactMap(Table.Number.init(exactly:))
            guard numbers.count == parts.count, let low = numbers.first, numbers.count <= 2 else {
                return nil
            }
            return .pair(low, numbers.last ?? low, .range)
        }
    }
}

extension String {
    /// Blanks that hold words together on a page, as plain ones.
    fileprivate var withBreakingBlanks: String {
        var text = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            text.append(scalar == "\u{A0}" || scalar == "\u{202F}" ? " " : scalar)
        }
        return String(text)
    }

    /// Blanks and line ends of all kinds as one blank each.
    var withPlainBlanks: String {
        split { $0.isWhitespace || $0.isNewline || $0 == "\u{A0}" || $0 == "\u{202F}" }
            .joined(separator: " ")
    }

    /// The text, or with the first number behind it that makes it another than those in `used`; capitals
    /// tell nothing apart.
    func unlike(_ used: inout Set<String>, joint: String) -> String {
        var text = self
        var number = 2
        while !used.insert(text.lowercased()).inserted {
            text = "\(self)\(joint)\(number)"
            number += 1
        }
        return text
    }
}
