package import ThemeModel

/// A colour by its role, so that HTML can exchange it in dark mode.
package enum Ink: Sendable, Hashable {
    case text
    case secondaryText
    case rule
    case faintRule
    /// The ground that the chart stands on.
    case paper
    /// A series of the chart, from 0; counted on from 0 when the theme has fewer.
    case series(Int)
    case negative
    /// Text on a mark of `series` with this number: the lighter or the darker of paper and text.
    case onSeries(Int)
    case onNegative

    /// The colour in print.
    package func colour(in colours: Colours) -> Colour {
        switch self {
        case .text: colours.text
        case .secondaryText: colours.secondaryText
        case .rule: colours.rule
        case .faintRule: colours.faintRule
        case .paper: .paper
        case .series(let index): Self.series(index, in: colours)
        case .negative: colours.negative
        case .onSeries(let index): Self.contrast(to: Self.series(index, in: colours), in: colours)
        case .onNegative: Self.contrast(to: colours.negative, in: colours)
        }
    }

    private static func series(_ index: Int, in colours: Colours) -> Colour {
        colours.series.isEmpty
            ? colours.secondaryText : colours.series[abs(index) % colours.series.count]
    }

    private static func contrast(to ground: Colour, in colours: Colours) -> Colour {
        ground.contrast(to: .paper) >= ground.contrast(to: colours.text) ? .paper : colours.text
    }
}

extension Colour {
    /// White paper.
    package static let paper = Colour(red: 255, green: 255, blue: 255)

    /// The ratio of contrast, 1…21 (WCAG 2.2, "contrast ratio").
    package func contrast(to other: Colour) -> Double {
        let levels = [lightness, other.lightness].sorted()
        return (levels[1] + 0.05) / (levels[0] + 0.05)
    }

    /// Relative luminance, 0…1.
    package var lightness: Double {
        0.2126 * Self.linear(red) + 0.7152 * Self.linear(green) + 0.0722 * Self.linear(blue)
    }

    /// A cubic close to the curve of sRGB, without the platform's `pow`: equal on every machine.
    private static func linear(_ level: UInt8) -> Double {
        let part = Double(level) / 255
        return part * (part * (part * 0.305306011 + 0.682171111) + 0.012522878)
    }
}
