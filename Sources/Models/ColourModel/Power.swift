/// `base` to the power `exponent` by plain arithmetic, so that every machine makes the same bytes;
/// nothing below zero.
func power(_ base: Double, _ exponent: Double) -> Double {
    guard base > 0, base.isFinite, exponent.isFinite else { return exponent == 0 ? 1 : 0 }
    return exponential(exponent * logarithm(base))
}

private let logarithmOfTwo = 0.693_147_180_559_945_3

/// The series of 2 artanh, whose argument is at most a third.
private func logarithm(_ value: Double) -> Double {
    let part = (value.significand - 1) / (value.significand + 1)
    let square = part * part
    var sum = 0.0
    for step in (0..<18).reversed() { sum = sum * square + 1 / Double(2 * step + 1) }
    return Double(value.exponent) * logarithmOfTwo + 2 * part * sum
}

/// The series of the rest after whole powers of two.
private func exponential(_ value: Double) -> Double {
    let doublings = (value / logarithmOfTwo).rounded()
    guard doublings > -1_000 else { return 0 }
    guard doublings < 1_000 else { return .greatestFiniteMagnitude }
    let rest = value - doublings * logarithmOfTwo
    var sum = 1.0
    for step in (1..<18).reversed() { sum = 1 + sum * rest / Double(step) }
    return sum * Double(sign: .plus, exponent: Int(doublings), significand: 1)
}
