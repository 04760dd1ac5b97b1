/// A decimal number without error: `coefficient × 10^-scale`.
///
/// Sums of 10⁷ values of 10¹⁵ with 12 decimals fit; an operation that would not fit returns `nil`
/// or is reported as overflow, it never wraps and never rounds.
package struct ExactDecimal: Sendable {
    /// Never `Int128.min`, so that its magnitude and its opposite always exist.
    package let coefficient: Int128
    /// Number of decimals, 0…18.
    package let scale: Int

    /// The value `coefficient × 10^-scale`, with trailing zeros of the fraction dropped.
    package init(_ coefficient: Int128, scale: Int = 0) {
        var coefficient = max(coefficient, -Int128.max)
        var scale = scale
        while scale > 0, coefficient % 10 == 0 {
            coefficient /= 10
            scale -= 1
        }
        self.coefficient = coefficient
        self.scale = scale
    }

    package init(_ integer: Int) {
        self.init(Int128(integer))
    }

    package static let zero = ExactDecimal(0 as Int128)

    package var isZero: Bool { coefficient == 0 }
    package var isNegative: Bool { coefficient < 0 }
    package var isInteger: Bool { scale == 0 }
    package var magnitude: ExactDecimal { ExactDecimal(abs(coefficient), scale: scale) }
    /// The value with the other sign.
    package static prefix func - (value: ExactDecimal) -> ExactDecimal {
        ExactDecimal(-value.coefficient, scale: value.scale)
    }

    /// For geometry only (chart positions); never for a printed figure.
    package var approximation: Double {
        Double(coefficient) / Double(powerOfTen(scale))
    }
}

/// 10^`exponent` for 0…38.
package func powerOfTen(_ exponent: Int) -> Int128 { powersOfTen[exponent] }

private let powersOfTen: [Int128] = (0..<38).reduce(into: [1]) { powers, position in
    powers.append(powers[position] * 10)
}

extension ExactDecimal: Hashable, Comparable {
    /// Compares exactly, whatever the numbers of decimals.
    package static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
        if left.scale == right.scale { return left.coefficient < right.coefficient }
        let scale = max(left.scale, right.scale)
        let first = left.coefficient.multipliedFullWidth(by: powerOfTen(scale - left.scale))
        let second = right.coefficient.multipliedFullWidth(by: powerOfTen(scale - right.scale))
        return first.high != second.high ? first.high < second.high : first.low < second.low
    }
}
