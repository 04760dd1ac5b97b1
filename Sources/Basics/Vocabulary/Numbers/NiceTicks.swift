/// Round values on an axis and between classes: multiples of 1, 2 or 5 times a power of ten.
package struct NiceTicks: Sendable {
    /// Exact, ascending.
    package let values: [ExactDecimal]

    /// At most `count` steps from at or below `low` to at or above `high`; none when the numbers
    /// are out of reach. A step is never finer than `places` decimals, which would print twice.
    package init(from low: Double, to high: Double, count: Int, places: Int) {
        values =
            Self.steps(finest: -places).lazy
            .compactMap { Self.multiples(of: $0, from: low, to: high, count: count) }
            .first ?? []
    }

    private static func steps(finest: Int) -> [ExactDecimal] {
        (max(-18, finest)...24).flatMap { exponent in
            [1, 2, 5].map { digit in
                exponent < 0
                    ? ExactDecimal(digit, scale: -exponent)
                    : ExactDecimal(digit * powerOfTen(exponent))
            }
        }
    }

    private static func multiples(
        of step: ExactDecimal,
        from low: Double,
        to high: Double,
        count: Int
    ) -> [ExactDecimal]? {
        let size = step.approximation
        let first = (low / size).rounded(.down)
        let last = (high / size).rounded(.up)
        guard last - first <= Double(count), abs(first) < 1e12, abs(last) < 1e12 else { return nil }
        return (Int(first)...max(Int(first) + 1, Int(last))).compactMap {
            ExactDecimal($0).multiplied(by: step)
        }
    }
}
