/// Maps values between two bounds to places between two edges.
struct PositionScale {
    let lower: Double
    let upper: Double
    let left: Double
    let right: Double

    func place(of value: Double) -> Double {
        guard upper > lower else { return (left + right) / 2 }
        let part = (value - lower) / (upper - lower)
        return left + min(1, max(0, part)) * (right - left)
    }
}
