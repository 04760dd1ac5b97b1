import CairoKit
import Charts
import ThemeModel

/// Draws the scene of a chart: all of it is one mark.
struct SceneDrawing {
    let colours: Colours

    func draw(_ scene: Scene, x: Double, y: Double, scale: Double, on canvas: inout Canvas) {
        canvas.surface.place(x: x, y: y, scale: scale)
        for element in scene.elements { draw(element, on: &canvas) }
        canvas.surface.restore()
    }

    private func draw(_ element: Scene.Element, on canvas: inout Canvas) {
        switch element {
        case .rectangle(let rectangle):
            canvas.surface.addRectangle(
                x: rectangle.x,
                y: rectangle.y,
                width: rectangle.width,
                height: rectangle.height
            )
            paint(rectangle.fill, rectangle.outline, on: &canvas)
        case .line(let line):
            canvas.surface.line(
                from: (line.start.x, line.start.y),
                to: (line.end.x, line.end.y),
                thickness: line.stroke.width,
                colour: line.stroke.ink.colour(in: colours)
            )
        case .circle(let circle):
            canvas.surface.addCircle(
                x: circle.centre.x,
                y: circle.centre.y,
                radius: circle.radius
            )
            paint(circle.fill, circle.outline, on: &canvas)
        case .polygon(let polygon):
            canvas.surface.addPolygon(polygon.points.map { ($0.x, $0.y) })
            paint(polygon.fill, polygon.outline, on: &canvas)
        case .text(let run):
            draw(run, on: &canvas)
        }
    }

    private func paint(_ fill: Ink?, _ outline: Scene.Stroke?, on canvas: inout Canvas) {
        canvas.surface.paintShape(
            fill: fill?.colour(in: colours),
            outline: outline.map { ($0.ink.colour(in: colours), $0.width) }
        )
    }

    private func draw(_ run: Scene.TextRun, on canvas: inout Canvas) {
        let visible = String(
            String.UnicodeScalarView(run.text.unicodeScalars.filter { !$0.isInvisible })
        )
        let word = canvas.surface.shape(visible, run.face)
        let width = word.width * run.size
        let shift =
            switch run.anchor {
            case .start: 0.0
            case .middle: width / 2
            case .end: width
            }
        let start = run.position.x - shift
        let colour = run.ink.colour(in: colours)
        canvas.surface.show(word, x: start, y: run.position.y, size: run.size, colour: colour)
        guard word.isVisible else { return }
        // Labels are words of their own: without blanks readers would join them.
        canvas.surface.show(
            canvas.surface.blank(run.face),
            x: start + width,
            y: run.position.y,
            size: run.size,
            colour: colour
        )
    }
}
