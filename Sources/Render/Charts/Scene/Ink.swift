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
    /// A step of lightness of the first series' colour, from 0, the darkest, to `shades - 1`.
    case shade(Int)

    /// The colour in print.
    package func colour(in colours: Colours) -> Colour {
        switch self {
        case .text: colours.text
        case .secondaryText: colours.secondaryText
        case .rule: colours.rule
        case .faintRule: colours.faintRule
        case .paper: Colour(red: 255, green: 255, blue: 255)
        case .series(let index):
            colours.series.isEmpty
                ? colours.secondaryText : colours.series[abs(index) % colours.series.count]
        case .negative: colours.negative
        case .shade(let step): Self.shade(step, of: colours.series.first ?? colours.text)
        }
    }
}
