package import DocumentModel

/// A place where a document prints a figure.
package struct FigureMention: Sendable, Hashable {
    package var key: String
    /// As printed there.
    package var text: String
    /// The table or chart, or the heading that it stands under.
    package var place: String
}

/// Every figure that a document prints, in its order.
package func figureMentions(in document: Document) -> [FigureMention] {
    var mentions = Mentions()
    for blocks in [document.body] + document.annexes.map(\.blocks) {
        for block in blocks { mentions.add(block) }
    }
    return mentions.list
}

private struct Mentions {
    var list: [FigureMention] = []
    private var heading = ""

    mutating func add(_ block: Block) {
        switch block {
        case .heading(let block):
            heading = [block.number, block.text.plainText].filter { !$0.isEmpty }
                .joined(separator: " ")
            add(block.text)
        case .paragraph(let paragraph): add(paragraph.text)
        case .list(let block): add(block)
        case .table(let table):
            for row in table.rows {
                for column in row.links.keys.sorted() where column < row.cells.count {
                    guard case .figure(let key)? = row.links[column] else { continue }
                    add(key, row.cells[column], at: table.label)
                }
            }
        case .chart(let chart):
            for point in chart.spec.panels.flatMap(\.series).flatMap(\.points) {
                if let point, let key = point.figure { add(key, point.label, at: chart.label) }
            }
        case .picture, .contents: break
        }
    }

    private mutating func add(_ block: List) {
        for item in block.items {
            add(item.text)
            if let sublist = item.sublist { add(sublist) }
        }
    }

    private mutating func add(_ inlines: [Inline]) {
        for inline in inlines {
            switch inline {
            case .link(.figure(let key), let children): add(key, children.plainText, at: heading)
            case .strong(let children), .emphasis(let children), .link(_, let children):
                add(children)
            case .text, .lineBreak: break
            }
        }
    }

    private mutating func add(_ key: String, _ text: String, at place: String) {
        list.append(FigureMention(key: key, text: text, place: place))
    }
}
