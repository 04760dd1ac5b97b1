import DocumentModel
import ThemeModel

/// Lays out a picture and its caption, never over two pages.
struct PictureLayout {
    let paragraphs: ParagraphLayout
    /// Points.
    let width: Double
    let columnHeight: Double

    /// Never printed coarser than this, in pixels to the inch.
    private static let coarsest = 110.0
    /// The part of a page that a picture may take.
    private static let share = 0.42

    func flow(_ picture: Picture, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(.figure)
        element.alternative = picture.alternative
        parent.children.append(.element(element))
        let size = size(of: picture.image)
        var boxes = [
            FlowBox(
                height: size.height,
                spaceBefore: paragraphs.theme.spaces.paragraph + 4,
                keepsWithNext: true,
                pieces: [
                    Piece(
                        x: (width - size.width) / 2,
                        y: 0,
                        content: .picture(
                            picture.image,
                            width: size.width,
                            height: size.height,
                            origin: picture.origin
                        ),
                        owner: .element(element)
                    )
                ],
                anchors: picture.anchor.isEmpty ? [] : [picture.anchor]
            )
        ]
        boxes += caption(of: picture, parent: element)
        for index in boxes.indices { boxes[index].floats = true }
        return boxes
    }

    private func size(of image: PictureImage) -> (width: Double, height: Double) {
        let (pixelsWide, pixelsHigh) = (Double(image.seenWidth), Double(image.seenHeight))
        let scale = min(
            width / pixelsWide,
            columnHeight * Self.share / pixelsHigh,
            72 / Self.coarsest
        )
        return (pixelsWide * scale, pixelsHigh * scale)
    }

    private func caption(of picture: Picture, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(.caption)
        parent.children.append(.element(element))
        let theme = paragraphs.theme
        let style = TextStyle(
            face: .italic,
            size: theme.sizes.caption,
            colour: theme.colours.text
        )
        let text = [picture.label, picture.caption].filter { !$0.isEmpty }.joined(separator: ". ")
        var boxes = paragraphs.flow(
            setLines(
                paragraphs.shaper.boxes(of: text, style),
                width: width,
                alignment: .centre,
                filling: .balanced,
                shaper: paragraphs.shaper
            ),
            style: style,
            spaceBefore: 4,
            owner: element,
            spacing: 1.05
        )
        for index in boxes.indices.dropLast() { boxes[index].keepsWithNext = true }
        if let last = boxes.indices.last { boxes[last].height += 4 }
        return boxes
    }
}
