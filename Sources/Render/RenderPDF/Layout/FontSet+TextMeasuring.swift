package import CairoKit
import Charts
package import ThemeModel

extension FontSet: TextMeasuring {
    package func width(of text: String, face: Face, size: Double) -> Double {
        let visible = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !$0.isInvisible })
        )
        return shape(visible, face: face).width * size
    }

    package func ascent(of face: Face, size: Double) -> Double { ascent(face) * size }

    package func descent(of face: Face, size: Double) -> Double { descent(face) * size }
}
