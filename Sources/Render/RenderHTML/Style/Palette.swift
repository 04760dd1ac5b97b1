import Charts
import ThemeModel

/// The theme's colours by the names of CSS variables, for paper and for a dark screen.
struct Palette {
    /// Darker than any fill of the dark screen.
    static let darkGround = Colour(red: 22, green: 24, blue: 27)

    let light: [(name: String, colour: Colour)]
    let dark: [(name: String, colour: Colour)]

    init(_ colours: Colours) {
        let series = colours.series.isEmpty ? [colours.secondaryText] : colours.series
        let seriesNames = series.indices.map { "series\($0)" }
        let shades = (0..<Ink.shades).map {
            (name: "shade\($0)", colour: Ink.shade($0).colour(in: colours))
        }
        light =
            [
                ("ground", Colour(red: 255, green: 255, blue: 255)),
                ("text", colours.text),
                ("secondary", colours.secondaryText),
                ("rule", colours.rule),
                ("faint", colours.faintRule),
                ("head", colours.headFill),
                ("total", colours.totalFill),
                ("negative", colours.negative),
                ("link", colours.series.first ?? colours.text),
            ] + zip(seriesNames, series).map { (name: $0, colour: $1) } + shades
        dark =
            [
                ("ground", Self.darkGround),
                ("text", colours.text.onDark(contrast: 10)),
                ("secondary", colours.secondaryText.onDark(contrast: 5.5)),
                ("rule", colours.rule.onDark(strength: 0.5)),
                ("faint", colours.faintRule.onDark(strength: 0.6)),
                ("head", colours.headFill.onDark(strength: 0.6)),
                ("total", colours.totalFill.onDark(strength: 0.6)),
                ("negative", colours.negative.onDark(contrast: 3)),
                ("link", (colours.series.first ?? colours.text).onDark(contrast: 6)),
            ] + zip(seriesNames, series).map { (name: $0, colour: $1.onDark(contrast: 3)) }
            + shades.map { (name: $0.name, colour: $0.colour.onDark(strength: 0.84)) }
    }

    /// `--name: #rrggbb;` for each.
    static func variables(_ colours: [(name: String, colour: Colour)]) -> String {
        colours.map { "--\($0.name): \($0.colour.hex);" }.joined(separator: "\n    ")
    }
}

extension Colour {
    /// The colour for a dark ground, at least as far from it as `contrast` (WCAG 2.2).
    func onDark(contrast: Double) -> Colour {
        var colour = onDark(strength: 0.84)
        while colour.contrast(to: Palette.darkGround) < contrast,
            colour.blue < 255 || colour.green < 255 || colour.red < 255
        {
            colour = colour.map { $0 + 4 }
        }
        return colour
    }

    /// The colour with its lightness turned over and its hue kept: what was dark on white becomes
    /// light on dark, and two colours that differed in lightness still do.
    func onDark(strength: Double) -> Colour {
        let levels = [red, green, blue].map(Double.init)
        let extremes = (levels.min() ?? 0) + (levels.max() ?? 0)
        let ground = Double(Palette.darkGround.green)
        return map { level in ground + (level + 255 - extremes) * strength }
    }

    /// The ratio of contrast between two colours, 1…21 (WCAG 2.2).
    func contrast(to other: Colour) -> Double {
        let (first, second) = (luminance, other.luminance)
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    private var luminance: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// A cubic close to the curve of sRGB, of basic arithmetic: equal on every machine.
    private static func linear(_ level: UInt8) -> Double {
        let part = Double(level) / 255
        return part * (part * (part * 0.305306 + 0.682171) + 0.012523)
    }

    private func map(_ change: (Double) -> Double) -> Colour {
        let levels = [red, green, blue].map { level in
            UInt8(min(255, max(0, change(Double(level)).rounded())))
        }
        return Colour(red: levels[0], green: levels[1], blue: levels[2])
    }
}
