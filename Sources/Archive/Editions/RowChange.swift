/// A row of a submission that two editions do not have alike.
package struct RowChange: Sendable, Hashable {
    /// A cell of a row that both have.
    package struct Cell: Sendable, Hashable {
        /// The heading; the number of the column where it has none.
        package var heading: String
        package var old: String
        package var new: String

        package init(heading: String, old: String, new: String) {
            self.heading = heading
            self.old = old
            self.new = new
        }
    }

    package var kind: FileChange.Kind
    /// The text of the column by which rows are known; the whole row where there is no such column.
    package var identifier: String
    /// Of a changed row those that differ; of others every cell, its text on the side that has it.
    package var cells: [Cell]

    package init(kind: FileChange.Kind, identifier: String, cells: [Cell]) {
        self.kind = kind
        self.identifier = identifier
        self.cells = cells
    }

    /// What changed between two tables, the heading first: rows are known by the text in the column whose
    /// heading `isIdentifier` knows, and of several with one text the first by the first; without such a
    /// column each row by all its cells.
    package static func between(
        _ old: CSVTable,
        _ new: CSVTable,
        isIdentifier: (String) -> Bool
    ) -> [RowChange] {
        let (before, now) = (Rows(old, isIdentifier), Rows(new, isIdentifier))
        let order = now.order + before.order.filter { now.rows[$0] == nil }
        return order.compactMap { key in
            change(of: key, before.rows[key], now.rows[key])
        }
    }

    private static func change(
        of key: Rows.Key,
        _ old: [(heading: String, text: String)]?,
        _ new: [(heading: String, text: String)]?
    ) -> RowChange? {
        switch (old, new) {
        case (nil, let new?):
            return RowChange(
                kind: .added,
                identifier: key.text,
                cells: new.map { Cell(heading: $0.heading, old: "", new: $0.text) }
            )
        case (let old?, nil):
            return RowChange(
                kind: .removed,
                identifier: key.text,
                cells: old.map { Cell(heading: $0.heading, old: $0.text, new: "") }
            )
        case (let old?, let new?):
            let before = Dictionary(
                old.map { ($0.heading, $0.text) },
                uniquingKeysWith: { first, _ in first }
            )
            let headings = Set(new.map(\.heading))
            var cells = new.compactMap { cell -> Cell? in
                let text = before[cell.heading]
                if text == cell.text { return nil }
                return Cell(heading: cell.heading, old: text ?? "", new: cell.text)
            }
            cells += old.filter { !headings.contains($0.heading) }
                .map { Cell(heading: $0.heading, old: $0.text, new: "") }
            return cells.isEmpty
                ? nil : RowChange(kind: .changed, identifier: key.text, cells: cells)
        case (nil, nil): return nil
        }
    }

    /// The rows of a table by what they are known by.
    private struct Rows {
        struct Key: Hashable {
            var text: String
            /// From 0, of rows that are known by one text.
            var number: Int
        }

        var rows: [Key: [(heading: String, text: String)]] = [:]
        var order: [Key] = []

        init(_ table: CSVTable, _ isIdentifier: (String) -> Bool) {
            guard let first = table.rows.first else { return }
            var seen = Set<String>()
            let headings = first.fields.enumerated().map { index, heading in
                heading.isEmpty || !seen.insert(heading).inserted ? "\(index + 1)" : heading
            }
            let column = first.fields.firstIndex(where: isIdentifier)
            var counts: [String: Int] = [:]
            for row in table.rows.dropFirst() {
                let text =
                    column.flatMap { $0 < row.fields.count ? row.fields[$0] : nil }
                    ?? row.fields.joined(separator: " · ")
                let key = Key(text: text, number: counts[text, default: 0])
                counts[text, default: 0] += 1
                order.append(key)
                rows[key] = row.fields.enumerated().map { index, text in
                    (index < headings.count ? headings[index] : "\(index + 1)", text)
                }
            }
        }
    }
}
