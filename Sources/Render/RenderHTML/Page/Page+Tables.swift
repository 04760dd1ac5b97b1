import DocumentModel

extension Page {
    /// The table in a frame that scrolls by itself, its notes and source below.
    func write(_ table: Table, to markup: inout Markup) {
        let style = table.isWide ? "exhibit broad" : "exhibit"
        markup.element(.div, [.id(table.anchor), .style(style)]) { exhibit in
            writeFrame(of: table, to: &exhibit)
            writeNotes(table.notes, source: table.source, to: &exhibit)
        }
    }

    /// The scrolling frame and the table in it.
    func writeFrame(of table: Table, to markup: inout Markup) {
        let caption = table.anchor + "--caption"
        let attributes: [Attribute] = [
            .style("scroll"), Attribute("role", "region"), .labelled(by: caption),
            Attribute("tabindex", "0"),
        ]
        markup.element(.div, attributes) { frame in
            frame.element(.table) { element in
                element.element(.caption) { text in
                    text.element(.span, [.id(caption)]) {
                        writeCaption(table.caption, label: table.label, unit: table.unit, to: &$0)
                    }
                }
                element.element(.thead) { head in
                    for row in table.head { writeHeadRow(row, to: &head) }
                }
                for body in Self.bodies(of: table.rows) {
                    element.element(.tbody) { rows in
                        for row in body { write(row, of: table, to: &rows) }
                    }
                }
            }
        }
    }

    /// `Bảng 1. Caption`, then the unit on a line of its own.
    func writeCaption(_ caption: String, label: String, unit: String?, to markup: inout Markup) {
        if !label.isEmpty {
            markup.element(.strong, text: label + ".")
            markup.text(" ")
        }
        markup.text(caption)
        if let unit {
            markup.text(" ")
            markup.element(.span, [.style("unit")], text: "\(document.words.unit): \(unit)")
        }
    }

    /// Notes, then the unit (of charts, which have it here) and the source on one line.
    func writeNotes(
        _ notes: [String],
        unit: String? = nil,
        source: String?,
        to markup: inout Markup
    ) {
        if notes.count == 1, let note = notes.first {
            markup.element(.p, [.style("note")], text: "\(document.words.note): \(note)")
        } else if !notes.isEmpty {
            markup.element(.p, [.style("note")], text: document.words.note + ":")
            markup.element(.ul, [.style("note dash")]) { list in
                for note in notes { list.element(.li, text: note) }
            }
        }
        let words = document.words
        let ends = [(words.unit, unit), (words.source, source)].compactMap { word, text in
            text.map { "\(word): \($0)" }
        }
        if !ends.isEmpty {
            markup.element(.p, [.style("note")], text: ends.joined(separator: ". "))
        }
    }

    private func writeHeadRow(_ row: [Table.HeadCell], to markup: inout Markup) {
        markup.element(.tr) { element in
            for cell in row {
                var attributes = [Attribute("scope", cell.columnSpan > 1 ? "colgroup" : "col")]
                if cell.columnSpan > 1 {
                    attributes.append(Attribute("colspan", String(cell.columnSpan)))
                }
                if cell.rowSpan > 1 {
                    attributes.append(Attribute("rowspan", String(cell.rowSpan)))
                }
                // A heading cell without words heads nothing.
                if cell.text.isEmpty {
                    element.element(.td, Array(attributes.dropFirst()))
                } else {
                    element.element(.th, attributes, text: cell.text)
                }
            }
        }
    }

    /// Rows in bodies, so that the heading of a group heads its own body only.
    private static func bodies(of rows: [Table.Row]) -> [[Table.Row]] {
        var bodies: [[Table.Row]] = []
        for row in rows {
            if row.kind == .group || bodies.isEmpty {
                bodies.append([row])
            } else {
                bodies[bodies.count - 1].append(row)
            }
        }
        return bodies
    }

    private func write(_ row: Table.Row, of table: Table, to markup: inout Markup) {
        switch row.kind {
        case .group:
            markup.element(.tr, [.style("group")]) { element in
                element.element(
                    .th,
                    [
                        Attribute("scope", "rowgroup"),
                        Attribute("colspan", String(table.columns.count)),
                    ]
                ) { cell in
                    cell.element(.span, text: row.cells.first ?? "")
                }
            }
        case .normal: writeCells(of: row, style: [], columns: table.columns, to: &markup)
        case .total:
            writeCells(of: row, style: [.style("total")], columns: table.columns, to: &markup)
        }
    }

    private func writeCells(
        of row: Table.Row,
        style: [Attribute],
        columns: [Table.Column],
        to markup: inout Markup
    ) {
        markup.element(.tr, style) { element in
            for (index, (column, cell)) in zip(columns, row.cells).enumerated() {
                let alignment: [Attribute] =
                    switch column.alignment {
                    case .leading: []
                    case .centre: [.style("c")]
                    case .decimal: [.style("n")]
                    }
                let (tag, attributes): (Tag, [Attribute]) =
                    column.isRowHeader
                    ? (.th, [Attribute("scope", "row")] + alignment) : (.td, alignment)
                guard let target = row.links[index] else {
                    element.element(tag, attributes, text: cell)
                    continue
                }
                element.element(tag, attributes) {
                    write([.link(target, [.text(cell)])], to: &$0)
                }
            }
        }
    }
}
