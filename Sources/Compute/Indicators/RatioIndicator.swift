import DatasetModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// The ratio of two sums, both over the organisations that answered both, in each cell.
///
/// `index` is that of the settings' ratios. Unknown where nobody answered both, and where the divisor is zero or
/// less: a ratio to nothing or to a loss means nothing.
func ratioSeries(_ computation: inout Computation, _ index: Int) -> [Series] {
    let tally = computation.tally
    let settings = tally.data.settings
    let ratio = settings.ratios[index]
    let totals = tally.totals.ratios[index]
    guard totals.parts != nil,
        let scale = RatioScale(of: ratio, settings)
    else { return [] }
    var sums = RatioTotals(ratio, settings.schema, cellCount: tally.grid.cellCount)
    tally.forEachCell { place, cells in
        guard totals.answers[place] > 0 else { return }
        for cell in cells {
            sums.add(
                answers: totals.answers[place],
                of: totals.of[place],
                per: totals.per[place],
                to: cell
            )
        }
    }
    let values = computation.eachCell(of: ratio.key) { cell throws(Overflow) -> FigureValue? in
        guard sums.answers[cell] > 0, !tally.grid.isMissing(cell) else { return nil }
        guard let of = sums.of[cell], let per = sums.per[cell] else { throw Overflow() }
        guard !per.isZero, !per.isNegative else { return nil }
        guard let dividend = of.multiplied(by: scale.of),
            let divisor = per.multiplied(by: scale.per)
        else { throw Overflow() }
        return try ExactRatio.printable(dividend, over: divisor)
    }
    return [
        computation.series(
            ratio.key,
            .ratio,
            in: ratio.unitOfMeasure,
            answers: sums.answers,
            values
        )
    ]
}

/// The factors by which both sums are multiplied so that their quotient stands in the ratio's unit.
private struct RatioScale {
    var of = ExactDecimal(1)
    var per = ExactDecimal(1)

    /// `nil` when a unit is not known, or does not fit.
    init?(of ratio: RatioIndicator, _ settings: PeriodSettings) {
        guard let unit = settings.unitOfMeasure(ratio.unitOfMeasure),
            let own = Self.factor(of: ratio.of, settings),
            let other = Self.factor(of: ratio.per, settings),
            let divisor = other.multiplied(by: unit.factor)
        else { return nil }
        // A factor that both share is left out, so that large sums fit.
        if let quotient = own.dividedExactly(by: divisor) {
            of = quotient
        } else {
            (of, per) = (own, divisor)
        }
    }

    private static func factor(of key: String, _ settings: PeriodSettings) -> ExactDecimal? {
        guard let unit = settings.schema.column(key)?.unitOfMeasure else { return ExactDecimal(1) }
        return settings.unitOfMeasure(unit)?.factor
    }
}
