extension ExactDecimal {
    /// The exact sum, or `nil` when it does not fit.
    package func adding(_ other: ExactDecimal) -> ExactDecimal? {
        let scale = max(self.scale, other.scale)
        let (first, firstOverflow) = coefficient.multipliedReportingOverflow(
            by: powerOfTen(scale - self.scale)
        )
        let (second, secondOverflow) = other.coefficient.multipliedReportingOverflow(
            by: powerOfTen(scale - other.scale)
        )
        let (sum, sumOverflow) = first.addingReportingOverflow(second)
        guard !firstOverflow, !secondOverflow, !sumOverflow, sum != .min else { return nil }
        return ExactDecimal(sum, scale: scale)
    }

    /// The exact difference, or `nil` when it does not fit.
    package func subtracting(_ other: ExactDecimal) -> ExactDecimal? {
        adding(-other)
    }

    /// The exact product, or `nil` when it does not fit (also in 18 decimals).
    package func multiplied(by other: ExactDecimal) -> ExactDecimal? {
        let (product, overflow) = coefficient.multipliedReportingOverflow(by: other.coefficient)
        guard !overflow, product != .min else { return nil }
        let result = ExactDecimal(product, scale: scale + other.scale)
        return result.scale <= 18 ? result : nil
    }

    /// Rounded to `places` decimals, half away from zero.
    package func rounded(to places: Int) -> ExactDecimal {
        guard scale > places else { return self }
        let unit = powerOfTen(scale - places)
        let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
        let away: Int128 = abs(remainder) * 2 >= unit ? coefficient.signum() : 0
        return ExactDecimal(quotient + away, scale: places)
    }
}
