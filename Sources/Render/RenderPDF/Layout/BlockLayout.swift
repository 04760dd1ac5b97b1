import CairoKit
import Diagnostics
import DocumentModel
import ThemeModel

/// Lays out the blocks of the body or of an annex, one under the other.
struct BlockLayout {
    let paragraphs: ParagraphLayout
    let words: FixedWords
    let contents: [ContentsEntry]
    /// Points.
    let width: Double
    let columnHeight: Double
    /// Structure level of a heading of level 1; the title above it has the level before.
    let firstLevel: Int

    private var shaper: TextShaper { paragraphs.shaper }
    private var theme: Theme { paragraphs.theme }
    private var indent: Double { theme.spaces.indent * PageGeometry.pointsPerMillimetre }

    func flow(_ blocks: [Block], parent: StructureElement) -> [FlowBox] {
        var boxes: [FlowBox] = []
        // A level is never left out (ISO 14289-1, 7.4.2), even if the texts do.
        var level = firstLevel - 1
        for block in blocks {
            shaper.doubts.place = block.origin
            switch block {
            case .heading(let heading):
                level = min(firstLevel + heading.level - 1, level + 1)
                boxes += flow(heading, level: level, parent: parent)
            case .paragraph(let paragraph):
                boxes += flow(paragraph, parent: parent)
            case .list(let list):
                boxes += flow(list, depth: 0, parent: parent)
            case .table(let table):
                boxes += TableLayout(
                    paragraphs: paragraphs,
                    captions: captions,
                    width: width,
                    columnHeight: columnHeight
                ).flow(table, parent: parent)
            case .chart(let chart):
                boxes += ChartFigureLayout(
                    paragraphs: paragraphs,
                    captions: captions,
                    width: width,
                    columnHeight: columnHeight
                ).flow(chart, parent: parent)
            case .picture(let picture):
                boxes += PictureLayout(
                    paragraphs: paragraphs,
                    width: width,
                    columnHeight: columnHeight
                ).flow(picture, parent: parent)
            case .contents:
                boxes += ContentsLayout(paragraphs: paragraphs, words: words, width: width)
                    .flow(contents, parent: parent)
            }
        }
        shaper.doubts.place = nil
        return boxes
    }

    private var captions: CaptionLayout {
        CaptionLayout(paragraphs: paragraphs, words: words, width: width)
    }

    /// Nghị định 30/2020, Phụ lục I: levels 1 and 2 are bold, level 3 (`a)`) is upright.
    private func flow(_ heading: Heading, level: Int, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(StructureRole.heading(level))
        parent.children.append(.element(element))
        let style = TextStyle(
            face: heading.level <= 2 ? .bold : .regular,
            size: theme.sizes.body,
            colour: theme.colours.text
        )
        let number: [Inline] = heading.number.isEmpty ? [] : [.text(heading.number + " ")]
        let lines = setLines(
            shaper.boxes(of: number + heading.text, style, isJustified: true),
            width: width,
            firstIndent: indent,
            alignment: .both,
            filling: .justified,
            shaper: shaper
        )
        var boxes = paragraphs.flow(
            lines,
            style: style,
            spaceBefore: theme.spaces.paragraph * (heading.level == 1 ? 2 : 1.5),
            owner: element
        )
        for index in boxes.indices {
            boxes[index].keepsWithNext = true
            boxes[index].isInnerHeading = heading.level > 1
        }
        guard !boxes.isEmpty else { return [] }
        boxes[0].anchors = [heading.anchor]
        boxes[0].outline = FlowBox.Outline(
            level: heading.level,
            title: (number + heading.text).plainText
        )
        return boxes
    }

    private func flow(_ paragraph: Paragraph, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(.paragraph)
        parent.children.append(.element(element))
        let style =
            switch paragraph.style {
            case .body: bodyStyle
            case .basis: bodyStyle.with(.italic)
            case .note: bodyStyle.with(size: theme.sizes.note)
            }
        let isNote = paragraph.style == .note
        let lines = setLines(
            shaper.boxes(of: paragraph.text, style, isJustified: true),
            width: width,
            firstIndent: isNote ? 0 : indent,
            alignment: .both,
            filling: .justified,
            shaper: shaper
        )
        var boxes = paragraphs.flow(
            lines,
            style: style,
            spaceBefore: theme.spaces.paragraph,
            owner: element,
            spacing: isNote ? 1.05 : nil,
            isRunningText: true
        )
        // What it announces stands on the same page.
        if let last = boxes.indices.last, paragraph.text.plainText.hasSuffix(":") {
            boxes[last].keepsWithNext = true
        }
        return boxes
    }

    private var bodyStyle: TextStyle {
        TextStyle(face: .regular, size: theme.sizes.body, colour: theme.colours.text)
    }

    /// Items are set like paragraphs, their mark at the indent, as official texts have it.
    private func flow(_ list: List, depth: Int, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(.list)
        element.listNumbering = list.marker.numbering
        parent.children.append(.element(element))
        let style = bodyStyle
        var boxes: [FlowBox] = []
        for (number, item) in list.items.enumerated() {
            let itemElement = StructureElement(.listItem)
            element.children.append(.element(itemElement))
            let label = StructureElement(.listLabel)
            itemElement.children.append(.element(label))
            let body = StructureElement(.listBody)
            itemElement.children.append(.element(body))
            // What is drawn comes after the elements made here: words before a list need one of their own.
            let words = item.sublist == nil ? body : StructureElement(.paragraph)
            if words !== body { body.children.append(.element(words)) }

            let mark = SetLine(
                boxes: shaper.boxes(of: list.marker.text(number), style),
                x: indent + Double(depth) * style.size
            ).endingWithBlank(shaper)
            let blank = shaper.word(" ", .regular).width * style.size
            var lines = paragraphs.flow(
                setLines(
                    shaper.boxes(of: item.text, style, isJustified: true),
                    width: width,
                    firstIndent: mark.x + mark.width + blank,
                    alignment: .both,
                    filling: .justified,
                    shaper: shaper
                ),
                style: style,
                spaceBefore: theme.spaces.paragraph,
                owner: words,
                isRunningText: true
            )
            if !lines.isEmpty {
                lines[0].pieces.insert(
                    Piece(
                        x: 0,
                        y: paragraphs.baseline(style),
                        content: .line(mark),
                        owner: .element(label)
                    ),
                    at: 0
                )
            }
            boxes += lines
            if let sublist = item.sublist { boxes += flow(sublist, depth: depth + 1, parent: body) }
        }
        return boxes
    }
}

extension Block {
    /// Where the block was written.
    fileprivate var origin: Place? {
        switch self {
        case .heading(let heading): heading.origin
        case .paragraph(let paragraph): paragraph.origin
        case .list(let list): list.origin
        case .table(let table): table.origin
        case .chart(let chart): chart.origin
        case .picture(let picture): picture.origin
        case .contents: nil
        }
    }
}

extension List.Marker {
    fileprivate func text(_ index: Int) -> String {
        switch self {
        case .dash: "-"
        case .plus: "+"
        case .number(let start): "\(start + index)."
        }
    }

    fileprivate var numbering: ListNumbering {
        switch self {
        case .dash, .plus: .disc
        case .number: .decimal
        }
    }
}

extension StructureRole {
    /// The heading of a level from 1; deeper ones than 4 do not occur.
    static func heading(_ level: Int) -> StructureRole {
        switch level {
        case ...1: .heading1
        case 2: .heading2
        case 3: .heading3
        default: .heading4
        }
    }
}
