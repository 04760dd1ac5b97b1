import StatisticsModel
import Vocabulary

/// The value below which so many quarters of ascending values lie; two quarters are the median.
///
/// `nil` of nothing.
func quartile(
    _ quarters: Int,
    of values: ArraySlice<ExactDecimal>
) throws(Overflow) -> FigureValue? {
    guard !values.isEmpty else { return nil }
    guard let value = StatisticsModel.quartile(quarters, ofAscending: values) else {
        throw Overflow()
    }
    return value
}
