import DatasetModel
import StatisticsModel
import Vocabulary

extension Comparison {
    /// Organisations of each cell that the previous period had nowhere; an organisation that moved
    /// to another unit or sector is not new. Unknown where a period's rows were not kept.
    func entered(in current: Tally) -> Amounts? {
        guard current.data.dataset.keepsRows, previous.data.dataset.keepsRows else { return nil }
        let known = previousWhole.identifiers
        var counts = [Int](repeating: 0, count: current.grid.cellCount)
        for row in current.rows where !known.contains(current.data.dataset.rows.identifiers[row]) {
            for cell in current.cells(ofRow: row) { counts[cell] += 1 }
        }
        return zip(counts, counterparts).map { $1 == nil ? nil : ExactDecimal($0) }
    }

    /// Organisations that each cell had in the previous period and that are nowhere in this one.
    func left(by current: Tally) -> Amounts? {
        guard current.data.dataset.keepsRows, previous.data.dataset.keepsRows else { return nil }
        let known = current.allIdentifiers
        var counts = [Int](repeating: 0, count: previous.grid.cellCount)
        for row in previous.rows where !known.contains(previous.data.dataset.rows.identifiers[row])
        {
            for cell in previous.cells(ofRow: row) { counts[cell] += 1 }
        }
        return aligned(counts.map { ExactDecimal($0) })
    }
}

extension Tally {
    fileprivate var identifiers: Set<String> {
        Set(rows.map { data.dataset.rows.identifiers[$0] })
    }

    /// Of every row that counts, whatever the population.
    fileprivate var allIdentifiers: Set<String> {
        let table = data.dataset.rows
        return Set(
            table.units.indices.filter { !grid.isMissing[table.units[$0]] }
                .map { table.identifiers[$0] }
        )
    }
}
