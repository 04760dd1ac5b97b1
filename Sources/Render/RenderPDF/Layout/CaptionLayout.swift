import DocumentModel
import ThemeModel

/// Lays out what stands above and below tables and charts: caption and unit, notes and source.
struct CaptionLayout {
    let paragraphs: ParagraphLayout
    let words: FixedWords
    /// Points.
    let width: Double

    private var shaper: TextShaper { paragraphs.shaper }
    private var theme: Theme { paragraphs.theme }

    func above(
        label: String,
        caption: String,
        unit: String?,
        anchor: String,
        parent: StructureElement
    ) -> [FlowBox] {
        let element = StructureElement(.caption)
        parent.children.append(.element(element))
        let style = TextStyle(
            face: .bold,
            size: theme.sizes.caption,
            colour: theme.colours.text
        )
        let title = [label, caption].filter { !$0.isEmpty }.joined(separator: ". ")
        var boxes = paragraphs.flow(
            setLines(
                shaper.boxes(of: title, style),
                width: width,
                alignment: .centre,
                filling: .balanced,
                shaper: shaper
            ).map { $0.endingWithBlank(shaper) },
            style: style,
            spaceBefore: theme.spaces.paragraph + style.size * 0.5,
            owner: element,
            spacing: 1.05
        )
        if !boxes.isEmpty, !anchor.isEmpty { boxes[0].anchors = [anchor] }
        if let unit {
            let small = style.with(.italic).with(size: theme.sizes.note)
            boxes += paragraphs.flow(
                setLines(
                    shaper.boxes(of: "\(words.unit): \(unit)", small),
                    width: width,
                    alignment: .right,
                    filling: .ragged,
                    shaper: shaper
                ),
                style: small,
                spaceBefore: 2,
                owner: element,
                spacing: 1
            )
        }
        for index in boxes.indices { boxes[index].keepsWithNext = true }
        return boxes
    }

    /// The caption again, above what goes on over a page; an artifact, for readers have it already.
    func again(label: String, caption: String) -> [FlowBox] {
        let title = [caption, words.continued].filter { !$0.isEmpty }.joined(separator: " ")
        var boxes = above(
            label: label,
            caption: title,
            unit: nil,
            anchor: "",
            parent: StructureElement(.figure)
        )
        for index in boxes.indices {
            for piece in boxes[index].pieces.indices {
                boxes[index].pieces[piece].owner = .artifact(.layout)
            }
        }
        return boxes
    }

    /// Notes, then the unit (of charts, which have it here) and the source on one line.
    func below(
        notes: [String],
        unit: String? = nil,
        source: String?,
        parent: StructureElement
    ) -> [FlowBox] {
        var texts: [[Inline]] = []
        for (number, note) in notes.enumerated() {
            let text: [Inline] = [.text(note)]
            texts.append(number == 0 ? [.emphasis([.text(words.note + ": ")])] + text : text)
        }
        let ends = [(words.unit, unit), (words.source, source)].compactMap { word, text in
            text.map { [Inline.emphasis([.text(word + ": ")]), .text($0)] }
        }
        if !ends.isEmpty { texts.append(Array(ends.joined(separator: [.text(". ")]))) }
        let style = TextStyle(
            face: .regular,
            size: theme.sizes.note,
            colour: theme.colours.text
        )
        var boxes: [FlowBox] = []
        for (number, text) in texts.enumerated() {
            let element = StructureElement(number < notes.count ? .note : .paragraph)
            parent.children.append(.element(element))
            boxes += paragraphs.flow(
                setLines(
                    shaper.boxes(of: text, style),
                    width: width,
                    alignment: .left,
                    filling: .ragged,
                    shaper: shaper
                ),
                style: style,
                spaceBefore: number == 0 ? 4 : 1,
                owner: element,
                spacing: 1.05
            )
        }
        for index in boxes.indices.dropLast() { boxes[index].keepsWithNext = true }
        // Small type needs some room before the text goes on.
        if let last = boxes.indices.last { boxes[last].height += 4 }
        return boxes
    }
}
