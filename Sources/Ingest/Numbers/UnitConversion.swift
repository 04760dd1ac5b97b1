import DatasetModel
import Vocabulary

/// Turns values from the unit in a file's heading into the schema's unit, exactly.
struct UnitConversion {
    let from: UnitOfMeasure
    let to: UnitOfMeasure

    /// `nil` when the value does not end within 18 decimals in the schema's unit.
    func convert(_ value: ExactDecimal) -> ExactDecimal? {
        // Divide first when that ends, else the product may be long for nothing.
        if let factor = from.factor.dividedExactly(by: to.factor) {
            return value.multiplied(by: factor)
        }
        return value.multiplied(by: from.factor)?.dividedExactly(by: to.factor)
    }

    func convert(_ measured: Measured) -> Measured? {
        switch measured {
        case .missing: return .missing
        case .value(let value): return convert(value).map(Measured.value)
        case .range(let low, let high):
            guard let low = convert(low), let high = convert(high) else { return nil }
            return .range(low: low, high: high)
        }
    }
}
