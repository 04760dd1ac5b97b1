import Charts
import DocumentModel
import Testing

/// Every mark that there is.
let marks: [ChartSpec.Mark] = [
    .bar, .divergingBar, .stackedBar, .dumbbell, .dot, .slope, .line, .histogram, .distribution,
    .tileMap,
]

/// No text meets another one or leaves the scene.
func expectTextsApart(in scene: Scene, sourceLocation: SourceLocation = #_sourceLocation) {
    let boxes = scene.texts.map(TextBox.init).sorted { $0.top < $1.top }
    for (index, box) in boxes.enumerated() {
        let isInside =
            box.left >= 0 && box.right <= scene.width && box.top >= 0 && box.bottom <= scene.height
        if !isInside { Issue.record("outside: \(box)", sourceLocation: sourceLocation) }
        for other in boxes[(index + 1)...] {
            if other.top >= box.bottom { break }
            if box.meets(other) {
                Issue.record("\(box) meets \(other)", sourceLocation: sourceLocation)
            }
        }
    }
}

/// No shape leaves the scene, and no text stands on the edge of a rectangle.
func expectShapesInside(_ scene: Scene, sourceLocation: SourceLocation = #_sourceLocation) {
    func expect(_ holds: Bool, _ thing: Any) {
        if !holds { Issue.record("\(thing)", sourceLocation: sourceLocation) }
    }
    let (width, height) = (scene.width + 0.001, scene.height + 0.001)
    let boxes = scene.texts.map(TextBox.init).sorted { $0.top < $1.top }
    for shape in scene.rectangles {
        let (right, bottom) = (shape.x + shape.width, shape.y + shape.height)
        expect(shape.width >= 0 && shape.height >= 0, shape)
        expect(shape.x >= 0 && right <= width && shape.y >= 0 && bottom <= height, shape)
        for box in boxes {
            if box.top >= bottom { break }
            let isClear =
                box.right <= shape.x || box.left >= right || box.bottom <= shape.y
                || box.top >= bottom
            let isInside =
                box.left >= shape.x && box.right <= right && box.top >= shape.y
                && box.bottom <= bottom
            expect(isClear || isInside, (box, shape))
        }
    }
    for dot in scene.circles {
        expect(dot.centre.x >= dot.radius && dot.centre.x + dot.radius <= width, dot)
        expect(dot.centre.y >= dot.radius && dot.centre.y + dot.radius <= height, dot)
    }
    for end in scene.lines.flatMap({ [$0.start, $0.end] }) {
        expect((0...width).contains(end.x) && (0...height).contains(end.y), end)
    }
}
