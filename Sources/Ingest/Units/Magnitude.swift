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

    /// The power of a thousand that is nearest to `value` as a multiple of `base`, both positive.
    init(nearest value: ExactDecimal, of base: ExactDecimal) {
        // The borders lie half way between the powers: 10 to the power of 1,5 and of 4,5.
        if value.isMore(than: base, times: 31_623) {
            self = .millionfold
        } else if value.isMore(than: base, times: 32) {
            self = .thousandfold
        } else if base.isMore(than: value, times: 31_623) {
            self = .millionth
        } else if base.isMore(than: value, times: 32) {
            self = .thousandth
        } else {
            self = .alike
        }
    }

    /// The power of a thousand for one value that is further from `base` than values of one kind are, by a
    /// factor of `times`; `nil` when it is nearer.
    init?(far value: ExactDecimal, of base: ExactDecimal, times: Int) {
        guard value.isMore(than: base, times: times) || base.isMore(than: value, times: times)
        else { return nil }
        self.init(nearest: value, of: base)
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

extension ExactDecimal {
    fileprivate func isMore(than base: ExactDecimal, times factor: Int) -> Bool {
        base.multiplied(by: ExactDecimal(factor)).map { self > $0 } ?? false
    }
}
