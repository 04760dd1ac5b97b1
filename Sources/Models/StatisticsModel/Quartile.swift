package import Vocabulary

/// The value below which so many quarters of ascending values lie, between neighbours in proportion.
///
/// Type 7 of Hyndman and Fan, as Excel's QUARTILE.INC; `nil` of nothing, and where it does not fit.
package func quartile(_ quarters: Int, ofAscending values: ArraySlice<ExactDecimal>)
    -> FigureValue?
{
    quartile(quarters, of: values.count) { values[values.startIndex + $0] }
}

/// The same of `count` values, of which `value` gives the one at an index of their order.
package func quartile(
    _ quarters: Int,
    of count: Int,
    _ value: (_ index: Int) -> ExactDecimal
) -> FigureValue? {
    guard count > 0, (0...4).contains(quarters) else { return nil }
    let (index, rest) = (quarters * (count - 1)).quotientAndRemainder(dividingBy: 4)
    let lower = value(index)
    guard rest > 0 else { return .decimal(lower) }
    let upper = value(index + 1)
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
