/// The heading rows of a table as one list of parts for each column, from top to bottom.
struct HeadingRows {
    /// Parts of each position; empty when the column has no heading.
    let parts: [[String]]
    /// The record that gives the place of each position's heading, the lowest with words.
    let sources: [RecordSpan]

    /// A blank cell above words belongs to the group heading on its left, as merged cells are written.
    init(_ headings: [RecordSpan], of table: CellTable, width: Int) {
        var parts = [[String]](repeating: [], count: width)
        var sources = [RecordSpan](
            repeating: headings.last ?? RecordSpan(start: 0, line: 1, number: 1, fields: 0..<0),
            count: width
        )
        for (row, record) in headings.enumerated() {
            var group = ""
            // What stands above the group: a blank cell below other words is none of it.
            var above: [String] = []
            for position in 0..<width {
                let field =
                    position < record.fields.count ? table.field(position, of: record) : nil
                let isCovered = field?.isCovered ?? false
                let words = isCovered ? "" : field.map { shortened(table.words($0)) } ?? ""
                // Where a sheet says what is merged, only that belongs to the group.
                if words.isEmpty, !table.merges.isEmpty, !isCovered { group = "" }
                if !words.isEmpty {
                    group = words
                    above = parts[position]
                    sources[position] = record
                    if parts[position].last != words { parts[position].append(words) }
                } else if !group.isEmpty, parts[position] == above,
                    Self.hasWords(below: row, at: position, headings, of: table)
                {
                    parts[position].append(group)
                }
            }
        }
        self.parts = parts
        self.sources = sources
    }

    /// The parts as one heading, for people.
    func text(at position: Int) -> String { parts[position].joined(separator: " ") }

    private static func hasWords(
        below row: Int,
        at position: Int,
        _ headings: [RecordSpan],
        of table: CellTable
    ) -> Bool {
        headings.dropFirst(row + 1).contains {
            position < $0.fields.count && !table.isBlank(table.field(position, of: $0))
        }
    }
}

/// A heading as far as names of columns go: a group of endless words over many columns costs time.
private func shortened(_ words: String) -> String {
    words.utf8.count <= 1000 ? words : String(words.prefix(1000))
}
