import DocumentModel

extension Page {
    /// The blocks, each heading of level 1 opening a section; such a heading is `topLevel` in HTML.
    func writeSections(_ blocks: [Block], topLevel: Int, to markup: inout Markup) {
        for section in Self.sections(of: blocks) {
            guard case .heading = section.first else {
                for block in section { write(block, topLevel: topLevel, to: &markup) }
                continue
            }
            markup.element(.section) { inner in
                for block in section { write(block, topLevel: topLevel, to: &inner) }
            }
        }
    }

    private static func sections(of blocks: [Block]) -> [ArraySlice<Block>] {
        var sections: [ArraySlice<Block>] = []
        var start = blocks.startIndex
        for (index, block) in blocks.enumerated() {
            guard case .heading(let heading) = block, heading.level == 1, index > start else {
                continue
            }
            sections.append(blocks[start..<index])
            start = index
        }
        return sections + (start < blocks.endIndex ? [blocks[start...]] : [])
    }

    private func write(_ block: Block, topLevel: Int, to markup: inout Markup) {
        switch block {
        case .heading(let heading): write(heading, topLevel: topLevel, to: &markup)
        case .paragraph(let paragraph): write(paragraph, to: &markup)
        case .list(let list): write(list, to: &markup)
        case .table(let table): write(table, to: &markup)
        case .chart(let chart): write(chart, to: &markup)
        case .picture(let picture): write(picture, to: &markup)
        case .contents: writeContents(to: &markup)
        }
    }

    private func write(_ heading: Heading, topLevel: Int, to markup: inout Markup) {
        let tag: Tag =
            switch topLevel + heading.level - 1 {
            case ...2: .h2
            case 3: .h3
            case 4: .h4
            default: .h5
            }
        markup.element(tag, [.id(heading.anchor)]) { element in
            if !heading.number.isEmpty { element.text(heading.number + " ") }
            write(heading.text, to: &element)
        }
    }

    private func write(_ paragraph: Paragraph, to markup: inout Markup) {
        let attributes: [Attribute] =
            switch paragraph.style {
            case .body: []
            case .basis: [.style("basis")]
            case .note: [.style("note")]
            }
        markup.element(.p, attributes) { write(paragraph.text, to: &$0) }
    }

    private func write(_ list: List, to markup: inout Markup) {
        let (tag, attributes): (Tag, [Attribute]) =
            switch list.marker {
            case .dash: (.ul, [.style("dash")])
            case .plus: (.ul, [.style("plus")])
            case .number(let start): (.ol, start == 1 ? [] : [Attribute("start", String(start))])
            }
        markup.element(tag, attributes) { element in
            for item in list.items {
                element.element(.li) { entry in
                    write(item.text, to: &entry)
                    if let sublist = item.sublist { write(sublist, to: &entry) }
                }
            }
        }
    }

    func write(_ inlines: [Inline], to markup: inout Markup) {
        for inline in inlines {
            switch inline {
            case .text(let text): markup.text(text)
            case .strong(let children): markup.element(.strong) { write(children, to: &$0) }
            case .emphasis(let children): markup.element(.em) { write(children, to: &$0) }
            case .link(let target, let children): write(children, linkedTo: target, to: &markup)
            case .lineBreak: markup.element(.br)
            }
        }
    }

    private func write(
        _ children: [Inline],
        linkedTo target: LinkTarget,
        to markup: inout Markup
    ) {
        switch target {
        case .anchor(let anchor):
            markup.element(.a, [.link(to: anchor)]) { write(children, to: &$0) }
        case .address(let address) where Self.isSafe(address):
            markup.element(.a, [Attribute("href", address), Attribute("rel", "noreferrer")]) {
                write(children, to: &$0)
            }
        case .figure(let key) where document.sources != nil:
            let attributes: [Attribute] = [.style("f"), .link(to: Self.sourceAnchor(key))]
            markup.element(.a, attributes) { write(children, to: &$0) }
        case .address, .figure: write(children, to: &markup)
        }
    }

    /// Whether the address leads to a page, a mailbox or a file beside this one; others, such as
    /// `javascript:`, act.
    private static func isSafe(_ address: String) -> Bool {
        let lowercased = address.lowercased()
        let isPlain = lowercased.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        if isPlain, lowercased.first?.isLetter == true || lowercased.first?.isNumber == true {
            return true
        }
        return ["https://", "http://", "mailto:"].contains { lowercased.hasPrefix($0) }
    }
}
