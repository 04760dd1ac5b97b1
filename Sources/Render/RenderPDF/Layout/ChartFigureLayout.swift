import Charts
import DocumentModel
import ThemeModel

/// Lays out a chart with its caption, over several pages only when its panels do not fit on one.
struct ChartFigureLayout {
    let paragraphs: ParagraphLayout
    let captions: CaptionLayout
    /// Points.
    let width: Double
    let columnHeight: Double

    func flow(_ chart: Chart, parent: StructureElement) -> [FlowBox] {
        let element = StructureElement(.figure)
        element.alternative = chart.alternative
        var boxes = captions.above(
            label: chart.label,
            caption: chart.caption,
            unit: nil,
            anchor: chart.anchor,
            parent: element
        )
        parent.children.append(.element(element))
        let below = captions.below(
            notes: chart.notes,
            unit: chart.unit,
            source: chart.source,
            parent: parent
        )
        let again = captions.again(label: chart.label, caption: chart.caption)
        // Each page has room for a caption and for all that stands below.
        let captionHeight = max(boxes.totalHeight, again.totalHeight)
        let others = captionHeight + below.totalHeight + 6
        let room = max(1, columnHeight - others)
        let scenes = scenes(of: chart, room: room)
        for (number, scene) in scenes.enumerated() {
            let isLast = number == scenes.count - 1
            if number > 0 { boxes += again }
            var box = box(of: scene, room: room, element)
            box.keepsWithNext = isLast && !below.isEmpty
            box.floats = true
            if scenes.count == 1 {
                box.tightened = { [box] density in
                    let tight = self.scenes(of: chart, room: room, density: density)
                    guard tight.count == 1 else { return box }
                    var closer = box
                    let other = self.box(of: tight[0], room: room, element)
                    closer.height = other.height
                    closer.pieces = other.pieces
                    return closer
                }
            }
            boxes.append(box)
        }
        boxes += below
        for index in boxes.indices { boxes[index].floats = true }
        return boxes
    }

    private func scenes(of chart: Chart, room: Double, density: Double = 0) -> [Scene] {
        let scenes = Charts.scenes(
            for: chart.spec,
            width: width,
            height: room,
            density: density,
            theme: paragraphs.theme,
            measuring: paragraphs.shaper.fonts
        )
        paragraphs.shaper.doubts.collect(from: paragraphs.shaper.fonts)
        return scenes
    }

    private func box(of scene: Scene, room: Double, _ element: StructureElement) -> FlowBox {
        let scale = min(1, max(0.1, room / max(scene.height, 1)))
        return FlowBox(
            height: scene.height * scale,
            spaceBefore: 4,
            pieces: [
                Piece(
                    x: (width - scene.width * scale) / 2,
                    y: 0,
                    content: .scene(scene, scale: scale),
                    owner: .element(element)
                )
            ]
        )
    }
}

extension [FlowBox] {
    fileprivate var totalHeight: Double { reduce(0) { $0 + $1.height + $1.spaceBefore } }
}
