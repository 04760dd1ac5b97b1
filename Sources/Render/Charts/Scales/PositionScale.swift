/// Maps values between two bounds to places between two edges.
struct PositionScale {
    let lower: Double
    let upper: Double
    let left: Double
    let right: Double
    /// Whether equal distances are equal ratios; both bounds are above zero then.
    var isLogarithmic = false

    func place(of value: Double) -> Double {
        guard upper > lower else { return (left + right) / 2 }
        let part =
            isLogarithmic
            ? (decimalLogarithm(value) - decimalLogarithm(lower))
                / (decimalLogarithm(upper) - decimalLogarithm(lower))
            : (value - lower) / (upper - lower)
        return left + min(1, max(0, part)) * (right - left)
    }
}

/// The power of ten that a value above zero is, of basic arithmetic: equal on every machine.
func decimalLogarithm(_ value: Double) -> Double {
    guard value > 0, value.isFinite else { return -.infinity }
    // ln(m) = 2 (z + z³/3 + z⁵/5 + …) for m from 1 to 2, where z = (m - 1) / (m + 1) is at most a third.
    let z = (value.significand - 1) / (value.significand + 1)
    var (sum, power) = (0.0, z)
    for divisor in stride(from: 1.0, through: 31, by: 2) {
        sum += power / divisor
        power *= z * z
    }
    let naturalOfTwo = 0.693_147_180_559_945_3
    let naturalOfTen = 2.302_585_092_994_045_7
    return (Double(value.exponent) * naturalOfTwo + 2 * sum) / naturalOfTen
}
