/// A quotient kept as its two parts, so that it is rounded once, when it is printed.
package struct ExactRatio: Sendable, Hashable {
    package let numerator: ExactDecimal
    /// Never zero.
    package let denominator: ExactDecimal

    /// `nil` when the denominator is zero.
    package init?(_ numerator: ExactDecimal, over denominator: ExactDecimal) {
        guard !denominator.isZero else { return nil }
        self.numerator = numerator
        self.denominator = denominator
    }

    /// The quotient rounded to `places` decimals, half away from zero; `nil` when it does not fit.
    package func rounded(to places: Int) -> ExactDecimal? {
        divided(places: places)?.value
    }

    /// The quotient itself when it ends within `places` decimals, else `nil`.
    package func exact(within places: Int) -> ExactDecimal? {
        guard let (value, isExact) = divided(places: places), isExact else { return nil }
        return value
    }

    /// Long division in 256 bits: `n·10^(places + dScale - nScale) / d`.
    private func divided(places: Int) -> (value: ExactDecimal, isExact: Bool)? {
        let shift = places + denominator.scale - numerator.scale
        guard shift <= 38 else { return nil }
        var divisor = denominator.coefficient.magnitude
        if shift < 0 {
            let (product, overflow) = divisor.multipliedReportingOverflow(
                by: powerOfTen(-shift).magnitude
            )
            guard !overflow else { return nil }
            divisor = product
        }
        let factor = powerOfTen(max(0, shift)).magnitude
        let dividend = numerator.coefficient.magnitude.multipliedFullWidth(by: factor)
        guard dividend.high < divisor else { return nil }
        // Nearly every dividend fits in 128 bits, where dividing is many times faster.
        let (quotient, remainder) =
            dividend.high == 0
            ? dividend.low.quotientAndRemainder(dividingBy: divisor)
            : divisor.dividingFullWidth(dividend)
        let (rounded, overflow) = quotient.addingReportingOverflow(
            remainder >= divisor - remainder ? 1 : 0
        )
        guard !overflow, let magnitude = Int128(exactly: rounded) else { return nil }
        let isNegative = numerator.isNegative != denominator.isNegative
        return (
            ExactDecimal(isNegative ? -magnitude : magnitude, scale: places), remainder == 0
        )
    }

    /// For geometry only (chart positions); never for a printed figure.
    package var approximation: Double {
        numerator.approximation / denominator.approximation
    }
}
