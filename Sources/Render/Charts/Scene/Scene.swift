package import ThemeModel

/// A drawing that PDF and HTML paint alike: flat shapes and lines of text in points, the origin at
/// the top left, y downwards, later elements above earlier ones.
package struct Scene: Sendable, Hashable {
    package var width: Double
    package var height: Double
    package var elements: [Element]

    package init(width: Double, height: Double, elements: [Element] = []) {
        self.width = width
        self.height = height
        self.elements = elements
    }

    /// One thing to paint; renderers switch over all cases without a default.
    package enum Element: Sendable, Hashable {
        case rectangle(Rectangle)
        case line(Line)
        case circle(Circle)
        case polygon(Polygon)
        case text(TextRun)
    }
}

extension Scene {
    /// A rectangle; its outline is centred on its edges.
    package struct Rectangle: Sendable, Hashable {
        package var x: Double
        package var y: Double
        /// Never negative.
        package var width: Double
        package var height: Double
        package var fill: Ink?
        package var outline: Stroke?

        package init(
            x: Double,
            y: Double,
            width: Double,
            height: Double,
            fill: Ink?,
            outline: Stroke? = nil
        ) {
            self.x = x
            self.y = y
            self.width = width
            self.height = height
            self.fill = fill
            self.outline = outline
        }
    }

    /// A straight line.
    package struct Line: Sendable, Hashable {
        package var start: Point
        package var end: Point
        package var stroke: Stroke

        package init(from start: Point, to end: Point, stroke: Stroke) {
            self.start = start
            self.end = end
            self.stroke = stroke
        }
    }

    /// A circle; its outline is centred on its edge.
    package struct Circle: Sendable, Hashable {
        package var centre: Point
        package var radius: Double
        package var fill: Ink?
        package var outline: Stroke?

        package init(centre: Point, radius: Double, fill: Ink?, outline: Stroke? = nil) {
            self.centre = centre
            self.radius = radius
            self.fill = fill
            self.outline = outline
        }
    }

    /// A closed shape of straight edges.
    package struct Polygon: Sendable, Hashable {
        package var points: [Point]
        package var fill: Ink?
        package var outline: Stroke?

        package init(points: [Point], fill: Ink?, outline: Stroke? = nil) {
            self.points = points
            self.fill = fill
            self.outline = outline
        }
    }

    /// One line of text, painted as it is: it is never wrapped again.
    package struct TextRun: Sendable, Hashable {
        /// Which part of the text stands at the position.
        package enum Anchor: Sendable, Hashable {
            case start
            case middle
            case end
        }

        package var text: String
        /// The anchor on the baseline.
        package var position: Point
        package var anchor: Anchor
        package var face: Face
        package var size: Double
        package var ink: Ink

        package init(
            _ text: String,
            at position: Point,
            anchor: Anchor,
            face: Face,
            size: Double,
            ink: Ink
        ) {
            self.text = text
            self.position = position
            self.anchor = anchor
            self.face = face
            self.size = size
            self.ink = ink
        }
    }

    /// A place in the scene.
    package struct Point: Sendable, Hashable {
        package var x: Double
        package var y: Double

        package init(x: Double, y: Double) {
            self.x = x
            self.y = y
        }
    }

    /// How a line or an outline is drawn.
    package struct Stroke: Sendable, Hashable {
        package var ink: Ink
        package var width: Double

        package init(_ ink: Ink, width: Double) {
            self.ink = ink
            self.width = width
        }
    }
}
