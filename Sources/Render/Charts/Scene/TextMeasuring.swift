package import ThemeModel

/// Knows how much room text takes; the fonts' owner conforms to it.
package protocol TextMeasuring {
    /// The advance width of one line of text in points, at `size` points.
    func width(of text: String, face: Face, size: Double) -> Double
    /// How far letters of the face reach above the baseline, accents included, in points.
    func ascent(of face: Face, size: Double) -> Double
    /// How far letters of the face reach below the baseline, in points, positive.
    func descent(of face: Face, size: Double) -> Double
}
