import DocumentModel
import ThemeModel

/// A line of the contents list.
struct ContentsEntry {
    /// 1 or 2.
    var level: Int
    var title: String
    var anchor: String
    var place: Place

    /// How a reader finds it on paper.
    enum Place {
        case page
        /// Annexes have page numbers of their own: the first one comes after the body's last page …
        case afterBody
        /// … and each other one after the one with this label.
        case after(String)
    }

    /// Headings of levels 1 and 2 of the body, then the annexes.
    static func entries(of document: Document) -> [ContentsEntry] {
        let headings = document.body.compactMap { block -> ContentsEntry? in
            guard case .heading(let heading) = block, heading.level <= 2 else { return nil }
            let number = heading.number.isEmpty ? "" : heading.number + " "
            return ContentsEntry(
                level: heading.level,
                title: number + heading.text.plainText,
                anchor: heading.anchor,
                place: .page
            )
        }
        let annexes = document.annexes.indices.map { index in
            let annex = document.annexes[index]
            return ContentsEntry(
                level: 1,
                title: annex.heading,
                anchor: annex.anchor,
                place: index == 0 ? .afterBody : .after(document.annexes[index - 1].label)
            )
        }
        return headings + annexes
    }
}

extension Annex {
    /// `Phụ lục I. DANH SÁCH …`
    var heading: String { [label, title].filter { !$0.isEmpty }.joined(separator: ". ") }
}

/// Lays out the contents list; the page numbers are set when all pages are known.
struct ContentsLayout {
    /// Between the lines of the list.
    private static let spacing = 1.2
    /// The same where it shall fit on a page with what stands above it.
    private static let closest = 1.0

    let paragraphs: ParagraphLayout
    let words: FixedWords
    /// Points.
    let width: Double

    func flow(_ entries: [ContentsEntry], parent: StructureElement) -> [FlowBox] {
        guard !entries.isEmpty else { return [] }
        let style = TextStyle(
            face: .regular,
            size: paragraphs.theme.sizes.table + 1,
            colour: paragraphs.theme.colours.text
        )
        let heading = StructureElement(.paragraph)
        parent.children.append(.element(heading))
        let titleStyle = style.with(.bold).with(size: paragraphs.theme.sizes.body)
        var boxes = paragraphs.flow(
            setLines(
                paragraphs.shaper.boxes(of: words.contents, titleStyle),
                width: width,
                alignment: .centre,
                filling: .balanced,
                shaper: paragraphs.shaper
            ),
            style: titleStyle,
            spaceBefore: paragraphs.theme.spaces.paragraph * 2,
            owner: heading
        )
        let list = StructureElement(.contents)
        parent.children.append(.element(list))
        for entry in entries {
            let item = StructureElement(.contentsItem)
            list.children.append(.element(item))
            boxes += flow(entry, style, item: item)
        }
        // On one page if that can be helped; a last line alone on the next would look like a heading.
        for index in boxes.indices.dropFirst(2).dropLast(3) { boxes[index].mayPart = true }
        for index in boxes.indices.dropLast() { boxes[index].keepsWithNext = true }
        return boxes
    }

    private func flow(
        _ entry: ContentsEntry,
        _ style: TextStyle,
        item: StructureElement
    ) -> [FlowBox] {
        let style = entry.level == 1 ? style.with(.bold) : style
        let place = place(of: entry)
        // Room for three digits and a few dots, whatever the number will be.
        let reserve = style.size * 3 + paragraphs.shaper.width(of: words(of: place), style)
        let indent = entry.level == 1 ? 0 : style.size * 1.5
        let link: [Inline] = [.link(.anchor(entry.anchor), [.text(entry.title)])]
        let boxes = paragraphs.shaper.boxes(of: link, style)
        var lines = setLines(
            boxes,
            width: width - indent - reserve,
            alignment: .left,
            filling: .ragged,
            shaper: paragraphs.shaper
        )
        // The number of the page is a word of its own.
        if place != nil, let last = lines.indices.last {
            lines[last] = lines[last].endingWithBlank(paragraphs.shaper)
        }
        var flow = paragraphs.flow(
            lines.map { $0.moved(indent) },
            style: style,
            spaceBefore: entry.level == 1 ? 3 : 1,
            owner: item,
            spacing: Self.spacing
        )
        if let place, let last = lines.last, let lastBox = flow.indices.last {
            flow[lastBox].pieces.append(
                Piece(
                    x: indent + last.x + last.width,
                    y: paragraphs.baseline(style, spacing: Self.spacing),
                    content: .pageReference(
                        PageReference(
                            place: place,
                            room: width - indent - last.x - last.width,
                            style: style.with(.regular),
                            link: boxes.first?.fragments.first?.link
                        )
                    ),
                    owner: .element(item)
                )
            )
        }
        let room =
            paragraphs.pitch(style, spacing: Self.spacing)
            - paragraphs.pitch(style, spacing: Self.closest)
        return flow.map { $0.tightening(by: room) }
    }

    /// `nil` where the templates have no word for it.
    private func place(of entry: ContentsEntry) -> PageReference.Place? {
        switch entry.place {
        case .page: return .page(of: entry.anchor)
        case .afterBody:
            guard !words.after.isEmpty else { return nil }
            return .afterLastPage("\(words.after) \(words.page.lowercased())")
        case .after(let label):
            return words.after.isEmpty ? nil : .words("\(words.after) \(label)")
        }
    }

    private func words(of place: PageReference.Place?) -> String {
        switch place {
        case .page, nil: ""
        case .afterLastPage(let words), .words(let words): words
        }
    }
}

extension FlowBox {
    /// A line that gives away up to `room` points, half of it above and half below.
    fileprivate func tightening(by room: Double) -> FlowBox {
        var box = self
        box.tightened = { density in
            var closer = self
            closer.height -= room * density
            closer.pieces = pieces.map { $0.moved(x: 0, y: -room * density / 2) }
            return closer
        }
        return box
    }
}
