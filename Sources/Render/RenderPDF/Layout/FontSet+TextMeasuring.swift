package import CairoKit
import Charts
package import ThemeModel

/// Charts are measured in the faces in which they are drawn.
extension FontSet: TextMeasuring {
    /// Width in points of one line; marks without a form are left out, as in drawing.
    package func width(of text: String, face: Face, size: Double) -> Double {
        let visible = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isInvisible })
        )
        return shape(visible, face: face).width * size
    }

    /// Height above the baseline in points.
    package func ascent(of face: Face, size: Double) -> Double { ascent(face) * size }

    /// Depth below the baseline in points.
    package func descent(of face: Face, size: Double) -> Double { descent(face) * size }
}
