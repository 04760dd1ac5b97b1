import Charts
import Foundation
import ThemeModel

/// Widths near those of Times, by rough classes of letters, so that samples look as pages do.
struct SampleLetters: TextMeasuring {
    func width(of text: String, face: Face, size: Double) -> Double {
        let letters = text.decomposedStringWithCanonicalMapping.unicodeScalars.map {
            letter -> Double in
            switch letter {
            case "\u{300}"..."\u{36F}": 0
            case "i", "j", "l", "t", "f", "r", "I", ".", ",", ":", ";", "(", ")", "-", "/": 0.31
            case " ", "\u{A0}": 0.25
            case "m", "M", "W", "w", "%": 0.8
            case "A"..."Z": 0.68
            default: 0.48
            }
        }
        return letters.reduce(0, +) * size * (face == .bold ? 1.06 : 1)
    }

    func ascent(of face: Face, size: Double) -> Double { size * 0.891 }

    func descent(of face: Face, size: Double) -> Double { size * 0.216 }
}

let sampleTheme = Theme(
    page: PageGeometry(width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15),
    faces: FaceFiles(
        family: "Liberation Serif",
        regular: "",
        bold: "",
        italic: "",
        boldItalic: ""
    ),
    sizes: TextSizes(
        body: 14,
        heading: 12,
        recipientsLabel: 12,
        recipients: 11,
        table: 11,
        wideTable: 8.5,
        caption: 12,
        note: 10,
        chart: 10
    ),
    spaces: Spaces(indent: 12.7, paragraph: 6, line: 1.15),
    colours: Colours(
        text: Colour(red: 0, green: 0, blue: 0),
        secondaryText: Colour(red: 85, green: 85, blue: 85),
        rule: Colour(red: 64, green: 64, blue: 64),
        faintRule: Colour(red: 208, green: 208, blue: 208),
        headFill: Colour(red: 238, green: 242, blue: 246),
        totalFill: Colour(red: 228, green: 234, blue: 240),
        series: [
            Colour(red: 31, green: 78, blue: 121), Colour(red: 157, green: 195, blue: 230),
            Colour(red: 90, green: 90, blue: 90),
        ],
        negative: Colour(red: 178, green: 75, blue: 30)
    ),
    signing: SigningRoom(signature: 40, seal: 36, attachmentWidth: 60, attachmentHeight: 10)
)
