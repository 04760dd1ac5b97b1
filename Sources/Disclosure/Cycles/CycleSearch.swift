/// Finds cells around which an amount can be passed: a cycle of cells in whose sums nothing else changes.
///
/// The sums of a table are the nodes of a network, its cells the edges between a row and a column. Along a path
/// from the target's row to its column each sum is entered by one cell and left by another, so that what
/// the target gains the path takes up. The room of a cycle is that of its narrowest cell.
struct CycleSearch {
    private let table: CellTable
    private let rooms: [Double]
    /// By node: the cost of the best path so far, the cell by which it arrives, whether it is final.
    private var costs: [Double]
    private var arrivals: [Int]
    private var isFinal: [Bool]

    init(_ table: CellTable) {
        self.table = table
        rooms = table.cells.map { $0.isKnown ? 0 : $0.room }
        let nodes = table.rowCount + table.columnCount
        costs = Array(repeating: .infinity, count: nodes)
        arrivals = Array(repeating: -1, count: nodes)
        isFinal = Array(repeating: false, count: nodes)
    }

    /// A cycle through a target, without the target itself.
    struct Cycle {
        var cells: [Int]
        /// How far each of its cells can move to both sides.
        var room: Double
        fileprivate var cost: Double
    }

    /// The cycle through `target` that leaves each of its cells `limit` of room and loses least by cells that
    /// are still published; `nil` when there is none. Without `opening` only suppressed cells are taken.
    mutating func cheapest(
        around target: Int,
        limit: Double,
        in pattern: [Bool],
        opening: Bool,
        avoiding avoided: Int = -1
    ) -> Cycle? {
        let needed = limit * (1 - slack)
        return best(around: target) { search, vintage in
            search.cycle(around: target, vintage, avoiding: avoided) { search, cost, cell in
                guard search.rooms[cell] >= needed, pattern[cell] || opening else { return nil }
                // A suppressed cell costs next to nothing, so that short proofs are preferred.
                return cost + (pattern[cell] ? 1e-6 : search.table.cells[cell].weight)
            }
        }
    }

    /// The cycle of suppressed cells through `target` that has most room.
    mutating func widest(
        around target: Int,
        in pattern: [Bool],
        avoiding avoided: Int = -1
    ) -> Cycle? {
        best(around: target) { search, vintage in
            // The cost of a path is its narrowest room, below zero: the widest path costs least.
            search.cycle(around: target, vintage, avoiding: avoided, start: -.infinity) {
                search,
                cost,
                cell in
                let room = search.rooms[cell]
                return pattern[cell] && room > 0 ? max(cost, -room) : nil
            }
        }
    }

    /// The best over the groups of vintages in which the target can move.
    private mutating func best(
        around target: Int,
        _ search: (_ self: inout CycleSearch, _ vintage: UInt8) -> Cycle?
    ) -> Cycle? {
        var best: Cycle?
        for vintage in [UInt8(1), 2] where table.cells[target].vintages & vintage != 0 {
            guard let found = search(&self, vintage) else { continue }
            if let known = best, known.cost <= found.cost { continue }
            best = found
        }
        return best
    }

    /// Dijkstra's search from the target's row to its column; `step` is the cost of a path that goes on
    /// over a cell, `nil` when it must not.
    private mutating func cycle(
        around target: Int,
        _ vintage: UInt8,
        avoiding avoided: Int,
        start: Double = 0,
        _ step: (_ self: borrowing CycleSearch, _ cost: Double, _ cell: Int) -> Double?
    ) -> Cycle? {
        let (rows, columns) = (table.rowCount, table.columnCount)
        let source = table.row(of: target)
        let goal = rows + table.column(of: target)
        for node in costs.indices {
            costs[node] = .infinity
            arrivals[node] = -1
            isFinal[node] = false
        }
        costs[source] = start
        while true {
            var node = -1
            for other in costs.indices
            where !isFinal[other] && costs[other] < .infinity
                && (node < 0 || costs[other] < costs[node])
            {
                node = other
            }
            guard node >= 0 else { return nil }
            if node == goal { break }
            isFinal[node] = true
            let isRow = node < rows
            for other in isRow ? rows..<(rows + columns) : 0..<rows where !isFinal[other] {
                let cell =
                    isRow ? node * columns + other - rows : other * columns + node - rows
                guard cell != target, cell != avoided,
                    table.cells[cell].vintages & vintage != 0,
                    let cost = step(self, costs[node], cell), cost < costs[other]
                else { continue }
                costs[other] = cost
                arrivals[other] = cell
            }
        }
        return path(to: goal, from: source)
    }

    /// The cells by which the search arrived.
    private func path(to goal: Int, from source: Int) -> Cycle {
        let rows = table.rowCount
        var cells: [Int] = []
        var room = Double.infinity
        var node = goal
        while node != source {
            let cell = arrivals[node]
            cells.append(cell)
            room = min(room, rooms[cell])
            node = node < rows ? rows + table.column(of: cell) : table.row(of: cell)
        }
        return Cycle(cells: cells, room: room, cost: costs[goal])
    }
}
