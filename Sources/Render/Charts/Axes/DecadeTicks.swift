import Vocabulary

/// Powers of ten on an axis of ratios, from at or below the least value to at or above the largest.
struct DecadeTicks {
    /// No axis has more.
    static let mostDecades = 24
    private static let exponents = -6...24

    /// Empty when a value is out of reach.
    let ticks: [(value: ExactDecimal, text: String)]

    /// Every `step`-th power of ten, at most six.
    init(from low: Double, to high: Double, step: Int, style: NumberStyle) {
        guard low > 0, high >= low else {
            ticks = []
            return
        }
        let first = Self.exponents.last { Self.power($0).approximation <= low }
        guard let first else {
            ticks = []
            return
        }
        var exponents = [first]
        while let last = exponents.last,
            exponents.count < 2 || Self.power(last).approximation < high
        {
            guard Self.exponents.contains(last + step), exponents.count < 6 else {
                ticks = []
                return
            }
            exponents.append(last + step)
        }
        ticks = exponents.map { exponent in
            // Never rounded to zero.
            let places = max(style.decimals.places, -exponent)
            let text = NumberStyle(.upTo(places), showsPlus: style.showsPlus)
            return (Self.power(exponent), text.text(Self.power(exponent)))
        }
    }

    private static func power(_ exponent: Int) -> ExactDecimal {
        exponent < 0
            ? ExactDecimal(1, scale: -exponent) : ExactDecimal(powerOfTen(exponent))
    }
}
