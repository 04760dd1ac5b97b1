/// Whole-number spreads that look like those of real registers: many small, few large.
enum Spread {
    /// Quantiles of a lognormal-like spread in steps of 10 percent, by table: no mathematics library
    /// whose last digit could differ between machines.
    private static let quantiles = [16, 30, 42, 55, 70, 88, 110, 142, 195, 290, 520]

    /// A size whose mean is about 140.
    static func size(from random: inout SplitMix64) -> Int {
        let place = random.integer(in: 0...999)
        let (step, rest) = place.quotientAndRemainder(dividingBy: 100)
        return quantiles[step] + (quantiles[step + 1] - quantiles[step]) * rest / 100
    }

    /// Shares `total` out by weight, at least `floor` to each weight above 0; the shares add up exactly.
    static func shares(of total: Int, by weights: [Int], floor: Int = 0) -> [Int] {
        let weight = weights.reduce(0, +)
        let above = total - floor * weights.count { $0 > 0 }
        var shares = weights.map { $0 > 0 ? floor + above * $0 / weight : 0 }
        if let largest = shares.indices.max(by: { shares[$0] < shares[$1] }) {
            shares[largest] += total - shares.reduce(0, +)
        }
        return shares
    }

    /// Rounds most shares of money (in tenths) as bookkeepers do and keeps their sum: the largest takes
    /// up the difference.
    static func rounded(_ shares: [Int], from random: inout SplitMix64) -> [Int] {
        let total = shares.reduce(0, +)
        var rounded = shares.map { share in
            guard random.chance(70) else { return share }
            let step = share >= 100_000 ? 1000 : share >= 10_000 ? 100 : 10
            return share < step ? share : (share + step / 2) / step * step
        }
        if let largest = rounded.indices.max(by: { rounded[$0] < rounded[$1] }) {
            rounded[largest] += total - rounded.reduce(0, +)
        }
        return rounded
    }
}
