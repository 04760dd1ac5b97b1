import Charts
import Foundation
import ThemeModel

/// The scene as SVG, one element a line, so that a golden can be read and looked at.
func svg(of scene: Scene) -> String {
    let size = "\(decimals(scene.width)) \(decimals(scene.height))"
    let lines = scene.elements.map { element -> String in
        switch element {
        case .rectangle(let shape):
            "<rect x=\"\(decimals(shape.x))\" y=\"\(decimals(shape.y))\""
                + " width=\"\(decimals(shape.width))\" height=\"\(decimals(shape.height))\""
                + paint(shape.fill, shape.outline) + "/>"
        case .line(let line):
            "<line x1=\"\(decimals(line.start.x))\" y1=\"\(decimals(line.start.y))\""
                + " x2=\"\(decimals(line.end.x))\" y2=\"\(decimals(line.end.y))\""
                + paint(nil, line.stroke) + "/>"
        case .circle(let shape):
            "<circle cx=\"\(decimals(shape.centre.x))\" cy=\"\(decimals(shape.centre.y))\""
                + " r=\"\(decimals(shape.radius))\"" + paint(shape.fill, shape.outline) + "/>"
        case .polygon(let shape):
            "<polygon points=\""
                + shape.points.map { "\(decimals($0.x)),\(decimals($0.y))" }.joined(separator: " ")
                + "\"" + paint(shape.fill, shape.outline) + "/>"
        case .text(let run):
            "<text x=\"\(decimals(run.position.x))\" y=\"\(decimals(run.position.y))\""
                + " text-anchor=\"\(run.anchor)\" font-size=\"\(decimals(run.size))\""
                + (run.face == .bold ? " font-weight=\"bold\"" : "")
                + paint(run.ink, nil) + ">\(run.text)</text>"
        }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(size)\">\n"
        + lines.joined(separator: "\n") + "\n</svg>\n"
}

private func paint(_ fill: Ink?, _ stroke: Scene.Stroke?) -> String {
    let colours = plainTheme.colours
    let filling = fill.map { " fill=\"\($0.colour(in: colours).hex)\"" } ?? ""
    guard let stroke else { return filling }
    return filling + " stroke=\"\(stroke.ink.colour(in: colours).hex)\""
        + " stroke-width=\"\(decimals(stroke.width))\""
}

private func decimals(_ value: Double) -> String { String(format: "%.2f", value) }

/// The room that a run of text takes, with hair-thin slack for the last bits of its numbers.
struct TextBox {
    let text: String
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    init(_ run: Scene.TextRun) {
        let letters = EvenLetters()
        let width = letters.width(of: run.text, face: run.face, size: run.size)
        let start =
            switch run.anchor {
            case .start: run.position.x
            case .middle: run.position.x - width / 2
            case .end: run.position.x - width
            }
        let slack = 0.001
        text = run.text
        left = start + slack
        right = start + width - slack
        top = run.position.y - letters.ascent(of: run.face, size: run.size) + slack
        bottom = run.position.y + letters.descent(of: run.face, size: run.size) - slack
    }

    func meets(_ other: TextBox) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
}

extension Scene {
    var texts: [TextRun] {
        elements.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    var rectangles: [Rectangle] {
        elements.compactMap { if case .rectangle(let shape) = $0 { shape } else { nil } }
    }

    var lines: [Line] {
        elements.compactMap { if case .line(let line) = $0 { line } else { nil } }
    }

    var circles: [Circle] {
        elements.compactMap { if case .circle(let shape) = $0 { shape } else { nil } }
    }
}
