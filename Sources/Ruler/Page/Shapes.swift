/// A point of a page, in points from its upper left corner.
struct Point: Sendable {
    var x: Double
    var y: Double
}

/// A rectangle of a page; y grows downwards.
struct Box: Sendable {
    var left: Double
    var top: Double
    var right: Double
    var bottom: Double

    var width: Double { right - left }
    var height: Double { bottom - top }

    init(left: Double, top: Double, right: Double, bottom: Double) {
        (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
    }

    /// The smallest box around points; `nil` without any.
    init?(around points: [Point]) {
        guard let first = points.first else { return nil }
        self.init(left: first.x, top: first.y, right: first.x, bottom: first.y)
        for point in points {
            left = min(left, point.x)
            right = max(right, point.x)
            top = min(top, point.y)
            bottom = max(bottom, point.y)
        }
    }

    /// Whether a height lies in the box, or at most `slack` from it.
    func spans(_ y: Double, slack: Double = 0) -> Bool { y >= top - slack && y <= bottom + slack }
}

/// A straight horizontal or vertical line, drawn as a stroke or as a thin filled rectangle.
struct RuledLine: Sendable {
    var box: Box
    var isDashed = false

    var isHorizontal: Bool { box.width >= box.height }
    /// The height of the middle of a horizontal line.
    var y: Double { (box.top + box.bottom) / 2 }
    var length: Double { max(box.width, box.height) }
    var middle: Double { (box.left + box.right) / 2 }
}

/// An affine map of the plane, in the order of PDF: a b c d e f.
struct Transform: Sendable {
    var a = 1.0
    var b = 0.0
    var c = 0.0
    var d = 1.0
    var e = 0.0
    var f = 0.0

    func apply(_ x: Double, _ y: Double) -> Point {
        Point(x: a * x + c * y + e, y: b * x + d * y + f)
    }

    /// Where a direction points, without the shift.
    func direction(_ x: Double, _ y: Double) -> Point { Point(x: a * x + c * y, y: b * x + d * y) }
}

/// A colour of letters as red, green and blue, from 0 to 1.
struct Ink: Hashable, Sendable {
    var red = 0.0
    var green = 0.0
    var blue = 0.0

    /// Grey, RGB or CMYK by the number of components; `nil` for what has no plain colour.
    init?(components: [Double]) {
        switch components.count {
        case 1: (red, green, blue) = (components[0], components[0], components[0])
        case 3: (red, green, blue) = (components[0], components[1], components[2])
        case 4:
            let light = 1 - components[3]
            red = (1 - components[0]) * light
            green = (1 - components[1]) * light
            blue = (1 - components[2]) * light
        default: return nil
        }
    }

    static let black = Ink(components: [0]) ?? Ink()

    private init() {}

    /// Black as printers and programs write it: “rich” blacks and 95 % of black as well.
    var isBlack: Bool { max(red, green, blue) <= 0.15 }
    var isWhite: Bool { min(red, green, blue) >= 0.98 }
    /// Dark and without hue: not black, but not a colour either.
    var isDarkGrey: Bool {
        max(red, green, blue) <= 0.45 && max(red, green, blue) - min(red, green, blue) <= 0.06
    }
}
