import Charts
import DocumentModel
import ThemeModel

/// Letters of half an em, bold ones of 0.6: widths that anyone can add up.
struct EvenLetters: TextMeasuring {
    func width(of text: String, face: Face, size: Double) -> Double {
        let em = face == .bold || face == .boldItalic ? 0.6 : 0.5
        return Double(text.unicodeScalars.count) * em * size
    }

    func ascent(of face: Face, size: Double) -> Double { size * 0.9 }

    func descent(of face: Face, size: Double) -> Double { size * 0.22 }
}

let plainTheme = Theme(
    page: PageGeometry(width: 210, height: 297, top: 20, bottom: 20, left: 30, right: 15),
    faces: FaceFiles(family: "", regular: "", bold: "", italic: "", boldItalic: ""),
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
        secondaryText: Colour(red: 80, green: 80, blue: 80),
        rule: Colour(red: 60, green: 60, blue: 60),
        faintRule: Colour(red: 210, green: 210, blue: 210),
        headFill: Colour(red: 240, green: 240, blue: 240),
        totalFill: Colour(red: 230, green: 230, blue: 230),
        series: [
            Colour(red: 31, green: 78, blue: 121), Colour(red: 157, green: 195, blue: 230),
        ],
        negative: Colour(red: 178, green: 75, blue: 30)
    ),
    signing: SigningRoom(signature: 40, seal: 36, attachmentWidth: 60, attachmentHeight: 10)
)

func drawn(_ spec: ChartSpec, width: Double = 460) -> Scene {
    Charts.scene(for: spec, width: width, theme: plainTheme, measuring: EvenLetters())
}

/// As close as it may be.
func drawnTight(_ spec: ChartSpec, width: Double = 460) -> Scene {
    Charts.scenes(
        for: spec,
        width: width,
        height: .infinity,
        density: 1,
        theme: plainTheme,
        measuring: EvenLetters()
    ).first ?? Scene(width: width, height: 0)
}
