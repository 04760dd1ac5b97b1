/// Every figure of a period, each found by its key.
package struct Statistics: Sendable {
    /// Four-digit year.
    package let year: Int
    /// By key, in the order of `FigureKey`.
    package let figures: [Figure]

    /// `figures` in any order, each key once; those already in the order of `FigureKey` cost no sort.
    package init(year: Int, figures: [Figure]) {
        self.year = year
        let isSorted = figures.indices.dropFirst().allSatisfy {
            figures[$0 - 1].key < figures[$0].key
        }
        self.figures = isSorted ? figures : figures.sorted { $0.key < $1.key }
    }

    /// Found by halves: a report asks for one figure in ten, too few to be worth an index.
    package subscript(key: FigureKey) -> Figure? {
        var (low, high) = (0, figures.count)
        while low < high {
            let middle = (low + high) / 2
            if figures[middle].key < key { low = middle + 1 } else { high = middle }
        }
        return low < figures.count && figures[low].key == key ? figures[low] : nil
    }

    /// The indicators in use, sorted.
    package var indicators: [String] {
        Set(figures.map(\.key.indicator)).sorted()
    }
}
