/// Chooses which cells have to be suppressed beside the secrets, so that none of those can be computed from
/// the sums.
///
/// The most protected secret first, each gets the cycle that costs least (`CycleSearch`); where a cell on it
/// is one organisation's own, which knows it, a second cycle goes round that cell. At last each cell is
/// published again for which every secret that leant on it finds another proof.
struct SecondarySuppression {
    private let table: CellTable
    private var search: CycleSearch
    /// By cell, whether it is suppressed.
    private(set) var pattern: [Bool]
    /// The secrets for which there are not enough cells.
    private(set) var unprotected: [Int] = []
    /// By cell, the secrets whose proofs go over it.
    private var leaning: [Set<Int>]
    /// By secret, the cells of its proofs and the cell that each of them avoids.
    private var proofs: [Int: [Proof]] = [:]
    /// Cells that a solver asked for: they stay.
    private var pinned: Set<Int> = []

    private struct Proof {
        var avoided: Int
        var cells: [Int]
    }

    init(of table: CellTable) {
        self.table = table
        search = CycleSearch(table)
        pattern = table.primaryPattern
        leaning = Array(repeating: [], count: table.cells.count)
        let targets = table.targets
        for target in targets { protect(target) }
        publishAgain()
        publishWhatAttacksAllow()
    }

    /// Tables of more cells are not attacked again and again.
    private static let mostAttacked = 300

    /// Suppresses what `target` needs.
    private mutating func protect(_ target: Int) {
        let limit = table.cells[target].limit
        guard
            let first = search.cheapest(around: target, limit: limit, in: pattern, opening: true)
        else {
            open(for: target)
            return
        }
        add(Proof(avoided: -1, cells: first.cells), to: target)
        for cell in first.cells where knowsTooMuch(cell, of: target) {
            guard
                let second = search.cheapest(
                    around: target,
                    limit: limit,
                    in: pattern,
                    opening: true,
                    avoiding: cell
                )
            else {
                open(for: target, insider: cell)
                continue
            }
            add(Proof(avoided: cell, cells: second.cells), to: target)
        }
    }

    /// Whether the largest contributor of `cell` sees through a proof that goes over it.
    private func knowsTooMuch(_ cell: Int, of target: Int) -> Bool {
        table.cells[cell].insiderRoom < table.cells[target].limit * (1 - slack)
            && !table.cells[cell].isOfSameContributor(as: table.cells[target])
    }

    private mutating func add(_ proof: Proof, to target: Int) {
        proofs[target, default: []].append(proof)
        for cell in proof.cells {
            pattern[cell] = true
            leaning[cell].insert(target)
        }
    }

    /// Lets the solver find what no single cycle gives; `insider` knows its own part.
    private mutating func open(for target: Int, insider: Int? = nil) {
        let asked = LeastOpening(table, pattern).cells(protecting: target, insider: insider)
        guard let asked else {
            unprotected.append(target)
            return
        }
        for cell in asked {
            pattern[cell] = true
            pinned.insert(cell)
        }
    }

    /// Publishes secondary cells again, the dearest first, where every secret stays protected.
    private mutating func publishAgain() {
        let secondary = secondaryCells.filter { !pinned.contains($0) }
        for cell in secondary {
            pattern[cell] = false
            var renewed: [Int: [Proof]] = [:]
            let isFree = leaning[cell].sorted().allSatisfy { target in
                renewed[target] = provenAgain(target)
                return renewed[target] != nil
            }
            guard isFree else {
                pattern[cell] = true
                continue
            }
            for (target, new) in renewed {
                for old in proofs[target] ?? [] {
                    for cell in old.cells { leaning[cell].remove(target) }
                }
                proofs[target] = []
                for proof in new { add(proof, to: target) }
            }
        }
    }

    /// Single cycles are not the only proofs: where a table is small, the attack itself tells what else can
    /// be published.
    private mutating func publishWhatAttacksAllow() {
        guard table.cells.count <= Self.mostAttacked, unprotected.isEmpty else { return }
        for cell in secondaryCells {
            pattern[cell] = false
            let attack = Attack(on: table, suppressing: pattern)
            if !attack.found.isEmpty || attack.computable > 0 { pattern[cell] = true }
        }
    }

    /// Cells that are suppressed for the sake of others, the dearest first.
    private var secondaryCells: [Int] {
        table.cells.indices.filter {
            pattern[$0] && table.cells[$0].limit == 0 && !table.cells[$0].isHeld
        }.sorted { (table.cells[$1].weight, $0) < (table.cells[$0].weight, $1) }
    }

    /// Proofs of cells that are suppressed now; `nil` when there are none.
    private mutating func provenAgain(_ target: Int) -> [Proof]? {
        let limit = table.cells[target].limit
        guard
            let first = search.cheapest(around: target, limit: limit, in: pattern, opening: false)
        else { return nil }
        var found = [Proof(avoided: -1, cells: first.cells)]
        for cell in first.cells where knowsTooMuch(cell, of: target) {
            guard
                let second = search.cheapest(
                    around: target,
                    limit: limit,
                    in: pattern,
                    opening: false,
                    avoiding: cell
                )
            else { return nil }
            found.append(Proof(avoided: cell, cells: second.cells))
        }
        return found
    }
}
