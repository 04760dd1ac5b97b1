import DocumentModel
import ThemeModel

/// Lays out the head of the first page (Nghị định 30/2020/NĐ-CP, Phụ lục I): ô 1 to 5a and 9a.
struct FormLayout {
    let paragraphs: ParagraphLayout
    /// Points.
    let width: Double

    private var theme: Theme { paragraphs.theme }

    /// Sizes that the decree leaves no choice in, in points.
    private static let numberSize = 13.0
    private static let titleSize = 14.0
    private static let letterSubjectSize = 12.0
    /// Rules under agency and subject: between a third and a half of the text.
    private static let shortRule = 0.4

    func flow(_ form: OfficialForm, parent: StructureElement) -> [FlowBox] {
        [head(form, parent)] + (form.isLetter ? [] : [title(form, parent)])
            + addressees(form, parent)
    }

    private func style(_ face: Face, _ size: Double) -> TextStyle {
        TextStyle(face: face, size: size, colour: theme.colours.text)
    }

    private func paragraph(_ parent: StructureElement) -> StructureElement {
        let element = StructureElement(.paragraph)
        parent.children.append(.element(element))
        return element
    }

    private func head(_ form: OfficialForm, _ parent: StructureElement) -> FlowBox {
        let nationStyle = style(.bold, theme.sizes.heading)
        let mottoStyle = style(.bold, min(theme.sizes.heading + 1, 14))
        let dateStyle = style(.italic, min(max(theme.sizes.body, 13), 14))
        let needed = [(form.nation, nationStyle), (form.motto, mottoStyle)]
            .map { paragraphs.shaper.width(of: $0.0, $0.1) }
        let rightWidth = min((needed.max() ?? 0) + 2, width * 0.65)
        let leftWidth = width - rightWidth - 14

        var right = CentredLines(paragraphs, x: width - rightWidth, width: rightWidth, y: 0)
        right.add(form.nation, nationStyle, owner: paragraph(parent))
        right.add(form.motto, mottoStyle, owner: paragraph(parent))
        right.addRule(part: 1)

        var left = CentredLines(paragraphs, x: 0, width: leftWidth, y: 0)
        if let parentAgency = form.parentAgency {
            left.add(
                parentAgency,
                style(.regular, theme.sizes.heading),
                owner: paragraph(parent)
            )
        }
        let agency = paragraph(parent)
        for line in form.agency { left.add(line, nationStyle, owner: agency) }
        left.addRule(part: Self.shortRule)

        // Number and date share a line.
        let y = max(left.y, right.y) + 8
        left.y = y
        right.y = y
        left.add(form.number, style(.regular, Self.numberSize), owner: paragraph(parent))
        if form.isLetter {
            let subject = StructureElement(.heading1)
            parent.children.append(.element(subject))
            left.y += 6
            left.add(form.subject, style(.regular, Self.letterSubjectSize), owner: subject)
        }
        right.add(form.placeAndDate, dateStyle, owner: paragraph(parent))
        return FlowBox(
            height: max(left.y, right.y),
            keepsWithNext: true,
            pieces: right.pieces.dropLast(right.lineCountAfterRule)
                + left.pieces + right.pieces.suffix(right.lineCountAfterRule)
        )
    }

    private func title(_ form: OfficialForm, _ parent: StructureElement) -> FlowBox {
        let element = StructureElement(.heading1)
        parent.children.append(.element(element))
        let bold = style(.bold, Self.titleSize)
        var lines = CentredLines(paragraphs, x: 0, width: width, y: 0)
        lines.add(form.kind, bold, owner: element)
        lines.add(form.subject, bold, owner: element)
        lines.addRule(part: Self.shortRule)
        return FlowBox(
            height: lines.y + 4,
            spaceBefore: 20,
            keepsWithNext: true,
            pieces: lines.pieces
        )
    }

    /// One addressee stands behind the label, several on lines of their own under the colon.
    private func addressees(_ form: OfficialForm, _ parent: StructureElement) -> [FlowBox] {
        guard !form.addressees.isEmpty else { return [] }
        let plain = style(.regular, theme.sizes.body)
        let label = form.addresseeLabel
        let names = form.addressees
        if names.count == 1 {
            return paragraphs.flow(
                setLines(
                    paragraphs.shaper.boxes(of: "\(label) \(names[0])", plain),
                    width: width,
                    alignment: .centre,
                    filling: .balanced,
                    shaper: paragraphs.shaper
                ),
                style: plain,
                spaceBefore: 12,
                owner: paragraph(parent)
            )
        }
        let labelBoxes = paragraphs.shaper.boxes(of: label, plain)
        let start = width * 0.18
        let under = start + SetLine(boxes: labelBoxes, x: 0).width
        var boxes = paragraphs.flow(
            [SetLine(boxes: labelBoxes, x: start)],
            style: plain,
            spaceBefore: 12,
            owner: paragraph(parent)
        )
        let list = StructureElement(.list)
        list.listNumbering = .disc
        parent.children.append(.element(list))
        for (number, name) in names.enumerated() {
            let item = StructureElement(.listItem)
            list.children.append(.element(item))
            let body = StructureElement(.listBody)
            item.children.append(.element(body))
            let isClosed = name.last == ";" || name.last == "."
            let end = isClosed ? "" : number == names.count - 1 ? "." : ";"
            let dash = name.hasPrefix("-") ? "" : "- "
            boxes += paragraphs.flow(
                setLines(
                    paragraphs.shaper.boxes(of: dash + name + end, plain),
                    width: max(width - under, 1),
                    alignment: .left,
                    filling: .ragged,
                    shaper: paragraphs.shaper
                ).map { $0.moved(under) },
                style: plain,
                spaceBefore: 2,
                owner: body
            )
        }
        for index in boxes.indices { boxes[index].keepsWithNext = true }
        return boxes
    }
}

extension CentredLines {
    /// The pieces added after the last rule.
    fileprivate var lineCountAfterRule: Int {
        pieces.reversed().prefix { piece in
            if case .rule = piece.content { false } else { true }
        }.count
    }
}
