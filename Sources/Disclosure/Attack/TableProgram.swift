import SolverKit

/// The sums of a table as equations between how far its cells move from their values.
struct TableProgram {
    let table: CellTable
    /// The cells that can move.
    let cells: [Int]
    /// The place of each cell in `cells`.
    private let places: [Int?]
    private let program: LinearProgram
    private let lower: [Double]
    private let upper: [Double]

    /// `nil` without the solver.
    init?(_ table: CellTable, moving pattern: [Bool]) {
        let cells = table.cells.indices.filter { pattern[$0] && table.canMove($0) }
        var places = [Int?](repeating: nil, count: table.cells.count)
        for (place, cell) in cells.enumerated() { places[cell] = place }
        lower = cells.map { table.cells[$0].lower - table.cells[$0].value }
        upper = cells.map { table.cells[$0].upper - table.cells[$0].value }
        guard
            let program = LinearProgram(
                equations: cells.map { table.equations(of: $0) },
                equationCount: table.equationCount,
                lower: lower,
                upper: upper
            )
        else { return nil }
        self.table = table
        self.cells = cells
        self.places = places
        self.program = program
    }

    /// How far a cell's value can lie from the true one, below and above, for whoever knows what is
    /// published; an `insider` also knows the largest part of that cell. `nil` when the solver failed.
    func interval(of target: Int, insider: Int? = nil) -> (below: Double, above: Double)? {
        guard let place = places[target] else { return nil }
        var (lower, upper) = (lower, upper)
        if let insider, let known = places[insider] {
            let cell = table.cells[insider]
            if cell.answers <= 1 {
                (lower[known], upper[known]) = (0, 0)
            } else if cell.lower > -.infinity {
                lower[known] = max(lower[known], min(0, cell.largest - cell.value))
            }
        }
        program.bound(lower: lower, upper: upper)
        var costs = [Double](repeating: 0, count: cells.count)
        costs[place] = 1
        guard let below = farthest(costs, at: place) else { return nil }
        costs[place] = -1
        guard let above = farthest(costs, at: place) else { return nil }
        return (max(0, -below), max(0, above))
    }

    private func farthest(_ costs: [Double], at place: Int) -> Double? {
        switch program.minimise(costs) {
        case .optimal(let solution): solution[place]
        case .unbounded: costs[place] > 0 ? -.infinity : .infinity
        case .infeasible, .stopped: nil
        }
    }
}

extension CellTable {
    /// The two sums in which a cell stands, rows before columns, with its sign.
    ///
    /// In an earlier edition only those cells can move that it suppressed, so that these add up by
    /// themselves, and those that were restated since do.
    func equations(of cell: Int) -> [(equation: Int, factor: Double)] {
        let sign = sign(of: cell)
        let first = hasVintages && cells[cell].vintages & 1 == 0 ? rowCount + columnCount : 0
        return [(first + row(of: cell), sign), (first + rowCount + column(of: cell), sign)]
    }

    var equationCount: Int { (rowCount + columnCount) * (hasVintages ? 2 : 1) }

    /// Whether a cell's value could be another, as far as everything that was published goes.
    func canMove(_ cell: Int) -> Bool { !cells[cell].isKnown && cells[cell].vintages != 0 }
}
