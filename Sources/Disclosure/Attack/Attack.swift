/// What an attacker can learn of a table from all that is published of it.
///
/// He knows each published value, that sums add up, how many organisations answered in each cell, and the least
/// and the largest value that a form takes. A cycle of suppressed cells shows at once how far a value may
/// lie from the true one; where that is not enough, the least and the largest value are computed by linear
/// programming. Then the same for each organisation that knows its own part of a cell on the proof.
package struct Attack: Sendable {
    /// Suppressed cells that were attacked.
    package private(set) var attacked = 0
    /// Of these, the secrets.
    package private(set) var secrets = 0
    /// Attacks that needed the solver.
    package private(set) var solved = 0
    /// The narrowest interval of a secret, by its limit: what is proven, so that it may be wider.
    package private(set) var narrowest = Double.infinity
    /// Secrets that can be found out too closely.
    package private(set) var found: [Int] = []
    /// Suppressed cells that are no secrets, and whose values can be computed.
    package private(set) var computable = 0

    /// Attacks a table of which the cells of `pattern` are suppressed.
    package init(on table: CellTable, suppressing pattern: [Bool]) {
        var search = CycleSearch(table)
        var program: TableProgram?
        for cell in table.cells.indices where pattern[cell] && !table.cells[cell].isKnown {
            attacked += 1
            guard table.cells[cell].limit > 0 else {
                if isComputable(cell, in: table, pattern, &search, &program) { computable += 1 }
                continue
            }
            secrets += 1
            let width = width(of: cell, in: table, pattern, &search, &program)
            narrowest = min(narrowest, width)
            if width < 1 - 1e-6 { found.append(cell) }
        }
        // A secret that stands in the open needs no attack.
        for cell in table.targets where !pattern[cell] {
            found.append(cell)
            narrowest = 0
        }
    }

    /// How far a secret's interval reaches by its limit, for the one who learns most.
    private mutating func width(
        of target: Int,
        in table: CellTable,
        _ pattern: [Bool],
        _ search: inout CycleSearch,
        _ program: inout TableProgram?
    ) -> Double {
        let limit = table.cells[target].limit
        var width = 0.0
        var insiders: [Int]
        let proof = search.widest(around: target, in: pattern)
        if let proof, proof.room >= limit * (1 - slack) {
            width = proof.room / limit
            insiders = proof.cells
        } else {
            width = solvedWidth(of: target, nil, in: table, pattern, &program)
            insiders = table.cells.indices.filter { pattern[$0] && $0 != target }
        }
        insiders.removeAll {
            table.cells[$0].insiderRoom >= limit * (1 - slack)
                || table.cells[$0].isOfSameContributor(as: table.cells[target])
        }
        for insider in insiders where width >= 1 - 1e-6 {
            let proof = search.widest(around: target, in: pattern, avoiding: insider)
            if let proof, proof.room >= limit * (1 - slack) {
                width = min(width, proof.room / limit)
            } else {
                width = min(width, solvedWidth(of: target, insider, in: table, pattern, &program))
            }
        }
        return width
    }

    /// The same by linear programming; 0 when it cannot be shown.
    private mutating func solvedWidth(
        of target: Int,
        _ insider: Int?,
        in table: CellTable,
        _ pattern: [Bool],
        _ program: inout TableProgram?
    ) -> Double {
        if program == nil { program = TableProgram(table, moving: pattern) }
        guard let interval = program?.interval(of: target, insider: insider) else { return 0 }
        solved += 1
        let cell = table.cells[target]
        let below = cell.limitBelow > 0 ? interval.below / cell.limitBelow : .infinity
        return min(below, interval.above / cell.limit)
    }

    /// Whether only one value of a cell goes with what is published.
    private mutating func isComputable(
        _ cell: Int,
        in table: CellTable,
        _ pattern: [Bool],
        _ search: inout CycleSearch,
        _ program: inout TableProgram?
    ) -> Bool {
        if search.widest(around: cell, in: pattern) != nil { return false }
        if program == nil { program = TableProgram(table, moving: pattern) }
        guard let interval = program?.interval(of: cell) else { return true }
        solved += 1
        return interval.below + interval.above <= slack * abs(table.cells[cell].value)
    }
}
