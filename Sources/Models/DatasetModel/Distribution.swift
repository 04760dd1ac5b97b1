package import Vocabulary

/// The different values of a measure in ascending order, each with how many organisations of a cell of
/// `CellTotals` gave it: what medians and quartiles are made of where rows are not kept.
package struct Distribution: Sendable {
    /// So many organisations of one cell gave one value.
    package struct Entry: Sendable {
        package var value: ExactDecimal
        package var cell: Int32
        package var count: Int32

        package init(value: ExactDecimal, cell: Int32, count: Int32) {
            self.value = value
            self.cell = cell
            self.count = count
        }
    }

    package let entries: [Entry]

    /// `entries` in any order.
    package init(_ entries: [Entry]) {
        self.entries = entries.sorted { ($0.value, $0.cell) < ($1.value, $1.cell) }
    }
}
