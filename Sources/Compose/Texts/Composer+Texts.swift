import Diagnostics
import DocumentModel
import StatisticsModel

extension Composer {
    /// The blocks of texts in their order; headings are numbered through.
    mutating func blocks(of texts: [TemplateDocument], numbers: inout HeadingNumbers) -> [Block] {
        var blocks: [Block] = []
        for text in texts where holds(text.conditions) {
            for block in text.blocks where holds(block.conditions) {
                append(block, numbers: &numbers, to: &blocks)
            }
        }
        return blocks
    }

    private mutating func append(
        _ conditioned: ConditionedBlock,
        numbers: inout HeadingNumbers,
        to blocks: inout [Block]
    ) {
        let place = conditioned.place
        switch conditioned.block {
        case .heading(let level, let text):
            if let heading = heading(level, text, at: place, numbers: &numbers) {
                blocks.append(.heading(heading))
            }
        case .paragraph(let text):
            let inlines = tidied(text, in: Scope())
            if !inlines.plainText.allSatisfy(\.isWhitespace) {
                blocks.append(.paragraph(Paragraph(inlines, style: style(of: text), origin: place)))
            }
        case .list(let start, let items):
            let list = list(start: start, items, level: 1, at: place)
            if !list.items.isEmpty { blocks.append(.list(list)) }
        case .table(let name):
            if let table = table(name, at: place) { blocks.append(.table(table)) }
        case .chart(let name):
            if let chart = chart(name, at: place) { blocks.append(.chart(chart)) }
        case .picture(let asked):
            if let picture = picture(asked, at: place) { blocks.append(.picture(picture)) }
        case .each(let members, let text):
            let list = list(of: members, text, at: place)
            if !list.items.isEmpty { blocks.append(.list(list)) }
        }
    }

    private mutating func heading(
        _ level: Int,
        _ text: [TextInline],
        at place: Place,
        numbers: inout HeadingNumbers
    ) -> Heading? {
        guard level <= 3, level <= numbers.lastLevel + 1 else {
            log.append(.skippedHeading(level, after: numbers.lastLevel, at: place))
            return nil
        }
        let number = numbers.next(level: level)
        var inlines = tidied(text, in: Scope())
        if level == 1 { inlines = inlines.map(\.inCapitals) }
        return Heading(
            level: level,
            number: number,
            text: inlines,
            anchor: numbers.anchor,
            origin: place
        )
    }

    /// A paragraph that is one emphasis is a legal basis (`Căn cứ …`), set in italics as a whole.
    private func style(of text: [TextInline]) -> Paragraph.Style {
        if text.count == 1, case .emphasis = text[0] { return .basis }
        return .body
    }

    private mutating func list(
        start: Int?,
        _ items: [[TextBlock]],
        level: Int,
        at place: Place
    ) -> List {
        var result: [List.Item] = []
        for item in items {
            var text: [Inline] = []
            var sublist: List?
            for block in item {
                switch block {
                case .paragraph(let inlines):
                    if !text.isEmpty { text.append(.lineBreak) }
                    text += tidied(inlines, in: Scope())
                case .list(let start, let inner) where level < 2:
                    sublist = list(start: start, inner, level: level + 1, at: place)
                default:
                    log.append(
                        .markup(
                            Bilingual(
                                vi: "tiêu đề, bảng, biểu đồ hoặc danh sách cấp ba trong danh sách",
                                en: "headings, tables, charts or third-level lists inside a list"
                            ),
                            at: place
                        )
                    )
                }
            }
            if !text.plainText.allSatisfy(\.isWhitespace) {
                result.append(List.Item(text: text, sublist: sublist))
            }
        }
        let marker: List.Marker =
            start.map { .number(start: $0) } ?? (level == 1 ? .dash : .plus)
        return List(marker: marker, items: result, origin: place)
    }

    /// One item for each member, ended by `;`, the last one by `.`.
    private mutating func list(
        of members: MemberList,
        _ text: [TextInline],
        at place: Place
    ) -> List {
        let scopes = self.members(of: members, in: Scope()).map { Scope().with($0) }
        var items: [List.Item] = []
        for (index, scope) in scopes.enumerated() {
            let end = index == scopes.count - 1 ? "." : ";"
            items.append(List.Item(text: tidied(text, in: scope) + [.text(end)]))
        }
        return List(marker: .dash, items: items, origin: place)
    }

    /// Inline text with placeholders replaced and the blanks that empty phrases leave removed.
    mutating func tidied(_ text: [TextInline], in scope: Scope) -> [Inline] {
        var tidier = BlankTidier()
        return order.binding.bound(tidier.tidied(inlines(text, in: scope)))
    }

    private mutating func inlines(_ text: [TextInline], in scope: Scope) -> [Inline] {
        text.flatMap { inline -> [Inline] in
            switch inline {
            case .text(let text): inlines(text, in: scope)
            case .emphasis(let children): [.emphasis(inlines(children, in: scope))]
            case .strong(let children): [.strong(inlines(children, in: scope))]
            case .link(let address, let children):
                [.link(.address(address), inlines(children, in: scope).withoutFigureLinks)]
            case .lineBreak: [.lineBreak]
            }
        }
    }
}

extension Inline {
    /// The same text in capitals.
    var inCapitals: Inline {
        switch self {
        case .text(let text): .text(text.uppercased())
        case .strong(let children): .strong(children.map(\.inCapitals))
        case .emphasis(let children): .emphasis(children.map(\.inCapitals))
        case .link(let target, let children): .link(target, children.map(\.inCapitals))
        case .lineBreak: .lineBreak
        }
    }
}
