import DocumentModel

/// A document as an indented tree, for goldens.
func outline(of blocks: [Block]) -> String {
    blocks.map(lines(of:)).joined()
}

private func lines(of block: Block) -> String {
    switch block {
    case .heading(let heading):
        "heading \(heading.level) \(heading.number) #\(heading.anchor) \(text(heading.text))\n"
    case .paragraph(let paragraph): "paragraph \(paragraph.style) \(text(paragraph.text))\n"
    case .list(let list): lines(of: list, indent: "")
    case .table(let table):
        "table #\(table.anchor) \(table.label). \(table.caption)\n"
            + table.head.map { row in
                "  head "
                    + row.map { "\($0.text)[\($0.columnSpan)×\($0.rowSpan)]" }.joined(
                        separator: " | "
                    )
                    + "\n"
            }.joined()
            + table.rows.map { "  \($0.kind) " + $0.cells.joined(separator: " | ") + "\n" }.joined()
            + table.notes.map { "  note \($0)\n" }.joined()
            + (table.source.map { "  source \($0)\n" } ?? "")
    case .picture(let picture):
        "picture #\(picture.anchor) \(picture.label). \(picture.caption) | \(picture.alternative)\n"
    case .chart(let chart):
        "chart #\(chart.anchor) \(chart.label). \(chart.caption) | \(chart.alternative)\n"
            + chart.spec.panels.map { panel in
                panel.series.map { series in
                    "  \(panel.title) \(series.name): "
                        + zip(chart.spec.categories, series.points).map {
                            "\($0) \($1?.label ?? "nil")"
                        }.joined(separator: ", ") + "\n"
                }.joined()
            }.joined()
    case .contents: "contents\n"
    }
}

private func lines(of list: List, indent: String) -> String {
    list.items.map { item in
        "\(indent)item \(list.marker) \(text(item.text))\n"
            + (item.sublist.map { lines(of: $0, indent: indent + "  ") } ?? "")
    }.joined()
}

private func text(_ inlines: [Inline]) -> String {
    inlines.map { inline in
        switch inline {
        case .text(let text): text.map { $0 == "\u{A0}" ? "~" : String($0) }.joined()
        case .strong(let children): "**\(text(children))**"
        case .emphasis(let children): "*\(text(children))*"
        case .link(.anchor(let anchor), let children): "[\(text(children))](#\(anchor))"
        case .link(.address(let address), let children): "[\(text(children))](\(address))"
        case .link(.figure(let key), let children): "[\(text(children))]{\(key)}"
        case .lineBreak: "⏎"
        }
    }.joined()
}
