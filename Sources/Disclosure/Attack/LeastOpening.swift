import SolverKit

/// Which cells to suppress besides, so that the value of a secret could be another by its limit: a linear
/// program in which cells that are still published move at a price.
struct LeastOpening {
    private let table: CellTable
    private let pattern: [Bool]

    init(_ table: CellTable, _ pattern: [Bool]) {
        self.table = table
        self.pattern = pattern
    }

    /// The cells that move when the secret does, to either side; `nil` when it cannot.
    func cells(protecting target: Int, insider: Int?) -> Set<Int>? {
        guard table.canMove(target) else { return nil }
        var asked: Set<Int> = []
        for isUp in [true, false] {
            let amount = isUp ? table.cells[target].limit : -table.cells[target].limitBelow
            guard amount != 0 else { continue }
            guard let moved = moved(by: amount, target, insider: insider) else { return nil }
            asked.formUnion(moved)
        }
        return asked
    }

    private func moved(by amount: Double, _ target: Int, insider: Int?) -> [Int]? {
        let cells = table.cells.indices.filter(table.canMove)
        // Each cell twice: what it gains and what it loses, neither below zero.
        var upper: [Double] = []
        var lower: [Double] = []
        var costs: [Double] = []
        var equations: [[(equation: Int, factor: Double)]] = []
        for cell in cells {
            let item = table.cells[cell]
            var (gain, loss) = (item.upper - item.value, item.value - item.lower)
            if cell == insider {
                loss = min(loss, item.insiderRoom)
                if item.answers <= 1 { gain = 0 }
            }
            if cell == target {
                (gain, loss) = (max(0, amount), max(0, -amount))
                lower += [gain, loss]
            } else {
                lower += [0, 0]
            }
            upper += [gain, loss]
            let price = pattern[cell] ? 1e-6 : item.weight / abs(amount)
            costs += [price, price]
            let sums = table.equations(of: cell)
            equations += [sums, sums.map { ($0.equation, -$0.factor) }]
        }
        guard
            let program = LinearProgram(
                equations: equations,
                equationCount: table.equationCount,
                lower: lower,
                upper: upper
            ), case .optimal(let solution) = program.minimise(costs)
        else { return nil }
        let smallest = abs(amount) * 1e-7
        return cells.indices.filter { solution[2 * $0] + solution[2 * $0 + 1] > smallest }
            .map { cells[$0] }
    }
}
