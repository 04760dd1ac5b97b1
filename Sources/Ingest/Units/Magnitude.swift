import Vocabulary

/// How many times one number is another, in powers of a thousand; the trace of a wrong unit of measure.
enum Magnitude: Int, CaseIterable {
    case millionth = -6
    case thousandth = -3
    case alike = 0
    case thousandfold = 3
    case millionfold = 6

    /// The power of a thousand that `value` is of `base`, both positive, within a factor of three; for
    /// `alike` within a factor of ten. `nil` when it is none.
    init?(_ value: ExactDecimal, of base: ExactDecimal) {
        for magnitude in Self.allCases where magnitude.fits(value, base) {
            self = magnitude
            return
        }
        return nil
    }

    private func fits(_ value: ExactDecimal, _ base: ExactDecimal) -> Bool {
        let power = ExactDecimal(Int(powerOfTen(abs(rawValue))))
        let (left, right) =
            rawValue >= 0
            ? (value, base.multiplied(by: power)) : (base, value.multiplied(by: power))
        guard let right else { return false }
        let slack = ExactDecimal(self == .alike ? 10 : 3)
        guard let widened = right.multiplied(by: slack),
            let leftWidened = left.multiplied(by: slack)
        else { return false }
        return left <= widened && right <= leftWidened
    }

    /// `1.000`, `1.000.000`: the factor without its direction.
    var factor: Int { abs(rawValue) == 3 ? 1_000 : 1_000_000 }
}
