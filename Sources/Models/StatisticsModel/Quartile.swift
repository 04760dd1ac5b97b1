package import Vocabulary

/// The value below which so many quarters of ascending values lie, between neighbours in proportion.
///
/// Type 7 of Hyndman and Fan, as Excel's QUARTILE.INC; `nil` of nothing, and where it does not fit.
package func quartile(_ quarters: Int, ofAscending values: ArraySlice<ExactDecimal>) -> FigureValue?
{
    guard !values.isEmpty, (0...4).contains(quarters) else { return nil }
    let (index, rest) = (quarters * (values.count - 1)).quotientAndRemainder(dividingBy: 4)
    let lower = values[values.startIndex + index]
    guard rest > 0 else { return .decimal(lower) }
    let upper = values[values.startIndex + index + 1]
    if lower == upper { return .decimal(lower) }
    // Half way needs no weights.
    let (first, second) = rest == 2 ? (1, 1) : (4 - rest, rest)
    guard let below = lower.multiplied(by: ExactDecimal(first)),
        let above = upper.multiplied(by: ExactDecimal(second)),
        let sum = below.adding(above),
        let ratio = ExactRatio(sum, over: ExactDecimal(first + second)),
        ratio.rounded(to: FigureValue.publishedDecimals) != nil
    else { return nil }
    return .ratio(ratio)
}
