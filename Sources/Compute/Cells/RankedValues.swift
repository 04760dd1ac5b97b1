import DatasetModel
import StatisticsModel
import Vocabulary

/// The values around the quartiles of each cell, where only their distribution is known.
struct RankedValues {
    /// For each cell of the grid the values at the wanted ranks, by rank.
    private var values: [[Int: ExactDecimal]]
    private let counts: [Int]

    init(of distribution: Distribution, in tally: Tally) {
        var places = [[Int]?](repeating: nil, count: tally.totals.population.count)
        tally.forEachCell { place, cells in places[place] = cells }
        var counts = [Int](repeating: 0, count: tally.grid.cellCount)
        for entry in distribution.entries {
            for cell in places[Int(entry.cell)] ?? [] { counts[cell] += Int(entry.count) }
        }
        self.counts = counts
        let wanted = counts.map { count -> [Int] in
            guard count > 0 else { return [] }
            let lower = [1, 2, 3].map { $0 * (count - 1) / 4 }
            return Set(lower + lower.map { min($0 + 1, count - 1) }).sorted()
        }
        values = Array(repeating: [:], count: counts.count)
        var passed = [Int](repeating: 0, count: counts.count)
        var next = [Int](repeating: 0, count: counts.count)
        for entry in distribution.entries {
            for cell in places[Int(entry.cell)] ?? [] {
                passed[cell] += Int(entry.count)
                while next[cell] < wanted[cell].count, wanted[cell][next[cell]] < passed[cell] {
                    values[cell][wanted[cell][next[cell]]] = entry.value
                    next[cell] += 1
                }
            }
        }
    }

    /// The quartile of a cell; `nil` of nothing.
    func quartile(_ quarters: Int, ofCell cell: Int) throws(Overflow) -> FigureValue? {
        guard counts[cell] > 0 else { return nil }
        let own = values[cell]
        guard
            let value = StatisticsModel.quartile(
                quarters,
                of: counts[cell],
                { own[$0] ?? .zero }
            )
        else { throw Overflow() }
        return value
    }
}
