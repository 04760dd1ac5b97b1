import StatisticsModel
import Vocabulary

/// Sum by answers; `nil` when nobody answered.
func mean(sum: ExactDecimal, answers: Int) throws(Overflow) -> FigureValue? {
    try ExactRatio.printable(sum, over: ExactDecimal(answers))
}
