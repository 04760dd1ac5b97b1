extension ExactDecimal {
    /// The exact quotient, or `nil` when it does not end within 18 decimals or does not fit.
    package func dividedExactly(by divisor: ExactDecimal) -> ExactDecimal? {
        guard !divisor.isZero else { return nil }
        // coefficient × 10^-scale ÷ (d × 10^-e) = coefficient × 10^e ÷ d, at the same scale.
        var (dividend, overflow) = coefficient.multipliedReportingOverflow(
            by: powerOfTen(divisor.scale)
        )
        var decimals = scale
        while !overflow {
            let (quotient, remainder) = dividend.quotientAndRemainder(
                dividingBy: divisor.coefficient
            )
            if remainder == 0 { return ExactDecimal(quotient, scale: decimals) }
            guard decimals < 18 else { return nil }
            (dividend, overflow) = dividend.multipliedReportingOverflow(by: 10)
            decimals += 1
        }
        return nil
    }
}
