import StatisticsModel
import Vocabulary

/// `part` in percent of `whole`.
///
/// `nil` when either is unknown, and when the whole is zero or less: a share of a loss, or growth from
/// one, has a sign that says the opposite of what readers take from it.
func percentage(
    of part: ExactDecimal?,
    in whole: ExactDecimal?
) throws(Overflow) -> FigureValue? {
    guard let part, let whole, !whole.isZero, !whole.isNegative else { return nil }
    guard let hundredfold = part.multiplied(by: ExactDecimal(100)) else { throw Overflow() }
    return try ExactRatio.printable(hundredfold, over: whole)
}
