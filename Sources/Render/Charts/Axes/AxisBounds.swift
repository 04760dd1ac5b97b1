/// What an axis must cover. A scale cut off above zero would exaggerate, unless all values are close
/// together; one value alone, or equal ones, are seen from zero.
struct AxisBounds {
    let low: Double
    let high: Double

    init(_ low: Double, _ high: Double, startsAtZero: Bool = false) {
        let needsZero = startsAtZero || low == high || (low > 0 && low < high / 2)
        self.low = needsZero ? min(0, low) : low
        self.high = needsZero ? max(0, high) : high
    }
}
