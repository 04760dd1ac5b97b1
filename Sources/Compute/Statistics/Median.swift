import StatisticsModel
import Vocabulary

/// The middle one of ascending values, or the mean of the two middle ones; `nil` of nothing.
func median(ofAscending values: ArraySlice<ExactDecimal>) throws(Overflow) -> FigureValue? {
    guard !values.isEmpty else { return nil }
    let upper = values.startIndex + values.count / 2
    guard values.count.isMultiple(of: 2) else { return .decimal(values[upper]) }
    guard let both = values[upper - 1].adding(values[upper]) else { throw Overflow() }
    return try ExactRatio.printable(both, over: ExactDecimal(2))
}
