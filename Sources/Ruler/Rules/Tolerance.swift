/// How far a measure may be off before it is a fault, and why.
enum Tolerance {
    /// Of margins and places, in mm: printers' drivers and table cells round by a few tenths.
    static let place = 0.5
    /// Of the place of the last line, where it is known how a program puts it there.
    static let foot = 0.3
    /// Of the paper: PDF boxes are often whole points, and A4 is not.
    static let paper = 1.0
    /// Of sizes in points: browsers and drivers scale by a few hundredths.
    static let size = 0.2
    /// Of the distance of two baselines, in points.
    static let spacing = 0.4
    /// Of the multiple of a single line.
    static let lines = 0.04
    /// Of right edges of full lines, in points; marks of punctuation may hang into the margin.
    static let edge = 1.5
    static let hanging = 5.0
    /// Of centred lines, in mm.
    static let centred = 2.0
}

/// The metrics of Times New Roman, in sizes of the face: `hhea` of the face and its equals.
enum FaceMetrics {
    static let ascent = 0.891
    static let capHeight = 0.662
    static let descent = 0.216
    /// The distance of baselines in single spacing.
    static let singleLine = 1.149
}

func millimetres(_ points: Double) -> Double { points * 25.4 / 72 }
func points(_ millimetres: Double) -> Double { millimetres * 72 / 25.4 }
