import Charts
import ThemeModel

/// A scene as inline SVG with text that can be selected; colours come from the style sheet.
struct SceneDrawing {
    let scene: Scene
    /// How many colours the theme has for series.
    let seriesColours: Int
    /// The size of text in points; written only where it differs.
    let textSize: Double
    let measuring: any TextMeasuring

    /// An image for assistive technology, named by `title` and told in `description`.
    func write(
        to markup: inout Markup,
        id: String,
        style: String,
        title: String,
        description: String
    ) {
        let size = "\(SVGNumber(scene.width)) \(SVGNumber(scene.height))"
        let attributes: [Attribute] = [
            .style(style),
            Attribute("viewBox", "0 0 \(size)"),
            number("font-size", textSize),
            Attribute("role", "img"),
            .labelled(by: "\(id)-title \(id)-desc"),
        ]
        markup.element(.svg, attributes) { svg in
            svg.element(.title, [.id("\(id)-title")], text: title)
            svg.element(.desc, [.id("\(id)-desc")], text: description)
            for element in scene.elements { write(element, to: &svg) }
        }
    }

    private func write(_ element: Scene.Element, to markup: inout Markup) {
        switch element {
        case .rectangle(let shape):
            markup.element(
                .rect,
                [
                    number("x", shape.x), number("y", shape.y), number("width", shape.width),
                    number("height", shape.height),
                ] + paint(fill: shape.fill, stroke: shape.outline)
            )
        case .line(let line):
            markup.element(
                .line,
                [
                    number("x1", line.start.x), number("y1", line.start.y),
                    number("x2", line.end.x), number("y2", line.end.y),
                ] + paint(fill: nil, stroke: line.stroke)
            )
        case .circle(let shape):
            markup.element(
                .circle,
                [
                    number("cx", shape.centre.x), number("cy", shape.centre.y),
                    number("r", shape.radius),
                ] + paint(fill: shape.fill, stroke: shape.outline)
            )
        case .polygon(let shape):
            let points = shape.points.map { "\(SVGNumber($0.x)),\(SVGNumber($0.y))" }
            markup.element(
                .polygon,
                [Attribute("points", points.joined(separator: " "))]
                    + paint(fill: shape.fill, stroke: shape.outline)
            )
        case .text(let run): write(run, to: &markup)
        }
    }

    private func write(_ run: Scene.TextRun, to markup: inout Markup) {
        let width = measuring.width(of: run.text, face: run.face, size: run.size)
        var attributes = [
            number("x", run.position.x), number("y", run.position.y),
            // Keeps text in its room on devices that have another, wider face.
            number("textLength", width),
            Attribute("lengthAdjust", "spacingAndGlyphs"),
        ]
        if run.size != textSize { attributes.append(number("font-size", run.size)) }
        switch run.anchor {
        case .start: break
        case .middle: attributes.append(Attribute("text-anchor", "middle"))
        case .end: attributes.append(Attribute("text-anchor", "end"))
        }
        switch run.face {
        case .regular: break
        case .bold: attributes.append(Attribute("font-weight", "bold"))
        case .italic: attributes.append(Attribute("font-style", "italic"))
        case .boldItalic:
            attributes.append(Attribute("font-weight", "bold"))
            attributes.append(Attribute("font-style", "italic"))
        }
        markup.element(.text, attributes + paint(fill: run.ink, stroke: nil), text: run.text)
    }

    private func number(_ name: StaticString, _ value: Double) -> Attribute {
        Attribute(name, SVGNumber(value).description)
    }

    private func paint(fill: Ink?, stroke: Scene.Stroke?) -> [Attribute] {
        var names: [String] = []
        if let fill { names.append("f-" + name(of: fill)) }
        if let stroke { names.append("s-" + name(of: stroke.ink)) }
        var attributes = names.isEmpty ? [] : [Attribute.style(names.joined(separator: " "))]
        if let stroke { attributes.append(number("stroke-width", stroke.width)) }
        return attributes
    }

    /// The name of the ink's variable in the style sheet.
    private func name(of ink: Ink) -> String {
        switch ink {
        case .text: "text"
        case .secondaryText: "secondary"
        case .rule: "rule"
        case .faintRule: "faint"
        case .paper: "ground"
        case .series(let index): "series\(abs(index) % max(1, seriesColours))"
        case .negative: "negative"
        case .shade(let step): "shade\(step)"
        }
    }
}
