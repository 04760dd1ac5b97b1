import CairoKit
import ThemeModel

/// Turns set lines into flow boxes: one for each line, with the rules against lonely lines.
struct ParagraphLayout {
    let shaper: TextShaper
    let theme: Theme

    /// Distance of baselines at this size, in points.
    func pitch(_ style: TextStyle, spacing: Double? = nil) -> Double {
        shaper.fonts.pitch(style.face) * style.size * (spacing ?? theme.spaces.line)
    }

    /// The baseline below the top of a line, so that the letters stand in its middle.
    func baseline(_ style: TextStyle, spacing: Double? = nil) -> Double {
        let ascent = shaper.fonts.ascent(style.face) * style.size
        let descent = shaper.fonts.descent(style.face) * style.size
        return (pitch(style, spacing: spacing) - ascent - descent) / 2 + ascent
    }

    /// Flow boxes of lines that follow each other.
    func flow(
        _ lines: [SetLine],
        style: TextStyle,
        spaceBefore: Double,
        owner: StructureElement,
        spacing: Double? = nil,
        isRunningText: Bool = false
    ) -> [FlowBox] {
        let height = pitch(style, spacing: spacing)
        let baseline = baseline(style, spacing: spacing)
        return lines.enumerated().map { number, line in
            FlowBox(
                height: height,
                spaceBefore: number == 0 ? spaceBefore : 0,
                // Neither the first nor the last line of a paragraph stands alone on a page.
                keepsWithNext: lines.count > 1 && number < lines.count - 1
                    && (number == 0 || number == lines.count - 2),
                pieces: [
                    Piece(x: 0, y: baseline, content: .line(line), owner: .element(owner))
                ],
                isRunningText: isRunningText
            )
        }
    }
}
