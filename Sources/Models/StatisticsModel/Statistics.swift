/// Every figure of a period, each found by its key.
package struct Statistics: Sendable {
    /// Four-digit year.
    package let year: Int
    /// By key, in the order of `FigureKey`.
    package let figures: [Figure]
    private let positions: [FigureKey: Int]

    /// `figures` in any order, each key once; those already in the order of `FigureKey` cost no sort.
    package init(year: Int, figures: [Figure]) {
        self.year = year
        let isSorted = figures.indices.dropFirst().allSatisfy {
            figures[$0 - 1].key < figures[$0].key
        }
        self.figures = isSorted ? figures : figures.sorted { $0.key < $1.key }
        var positions = [FigureKey: Int](minimumCapacity: figures.count)
        for (index, figure) in self.figures.enumerated() { positions[figure.key] = index }
        self.positions = positions
    }

    package subscript(key: FigureKey) -> Figure? {
        positions[key].map { figures[$0] }
    }

    /// The indicators in use, sorted.
    package var indicators: [String] {
        Set(figures.map(\.key.indicator)).sorted()
    }
}
