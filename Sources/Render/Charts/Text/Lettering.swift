import ThemeModel

/// Measures and wraps text of one face and size.
struct Lettering {
    let measuring: any TextMeasuring
    let face: Face
    let size: Double

    var ascent: Double { measuring.ascent(of: face, size: size) }
    var lineHeight: Double { ascent + measuring.descent(of: face, size: size) }

    func width(of text: String) -> Double {
        text.isEmpty ? 0 : measuring.width(of: text, face: face, size: size)
    }

    /// The widest line, 0 for none.
    func width(of lines: [String]) -> Double {
        lines.map(width(of:)).max() ?? 0
    }

    func with(_ face: Face) -> Lettering {
        Lettering(measuring: measuring, face: face, size: size)
    }

    func with(size: Double) -> Lettering {
        Lettering(measuring: measuring, face: face, size: size)
    }

    /// Lines of text around the middle height `y`.
    func runs(
        of lines: [String],
        x: Double,
        middle y: Double,
        anchor: Scene.TextRun.Anchor,
        ink: Ink = .text
    ) -> [Scene.Element] {
        runs(
            of: lines,
            x: x,
            top: y - Double(lines.count) * lineHeight / 2,
            anchor: anchor,
            ink: ink
        )
    }

    /// Lines of text below `top`.
    func runs(
        of lines: [String],
        x: Double,
        top: Double,
        anchor: Scene.TextRun.Anchor,
        ink: Ink = .text
    ) -> [Scene.Element] {
        lines.enumerated().map { number, line in
            let baseline = top + Double(number) * lineHeight + ascent
            return .text(
                Scene.TextRun(
                    line,
                    at: Scene.Point(x: x, y: baseline),
                    anchor: anchor,
                    face: face,
                    size: size,
                    ink: ink
                )
            )
        }
    }
}
