import PeriodModel
import Vocabulary

/// The way from one period's unit of measure to the other's.
struct UnitConversion {
    private let from: ExactDecimal
    private let to: ExactDecimal

    /// `nil` when the two do not measure the same; without a unit only the like compare.
    init?(
        of source: String?,
        in sourceSettings: PeriodSettings,
        to target: String?,
        in targetSettings: PeriodSettings
    ) {
        guard let source, let target else {
            guard source == target else { return nil }
            (from, to) = (ExactDecimal(1), ExactDecimal(1))
            return
        }
        guard let source = sourceSettings.unitOfMeasure(source),
            let target = targetSettings.unitOfMeasure(target),
            source.dimension == target.dimension
        else { return nil }
        (from, to) = (source.factor, target.factor)
    }

    /// `nil` when the result does not end within 18 decimals.
    func convert(_ value: ExactDecimal) -> ExactDecimal? {
        if from == to { return value }
        return value.multiplied(by: from).flatMap { ExactRatio($0, over: to)?.exact(within: 18) }
    }
}
