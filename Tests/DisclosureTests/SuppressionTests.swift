@testable import Disclosure
import Testing

@Suite struct SuppressionTests {
    @Test(arguments: 0..<40) func `no attack on a random table succeeds`(seed: Int) {
        var dice = Dice(UInt64(seed + 1))
        let table = randomTable(
            &dice,
            rows: 2 + dice.below(14),
            columns: 1 + dice.below(7),
            isSigned: seed % 5 == 0
        )
        let suppression = SecondarySuppression(of: table)
        let attack = Attack(on: table, suppressing: suppression.pattern)
        #expect(suppression.unprotected.isEmpty)
        #expect(attack.found.isEmpty)
        #expect(attack.computable == 0)
        #expect(attack.secrets == table.targets.count)
    }

    @Test func `nothing is suppressed where there is no secret`() {
        var dice = Dice(3)
        var table = randomTable(&dice, rows: 4, columns: 4)
        for cell in table.cells.indices { table.cells[cell].limit = 0 }
        #expect(!SecondarySuppression(of: table).pattern.contains(true))
    }

    @Test(arguments: 1...20) func `nothing is suppressed that could be published`(seed: Int) {
        var dice = Dice(UInt64(seed))
        let table = randomTable(&dice, rows: 8, columns: 5)
        var pattern = SecondarySuppression(of: table).pattern
        for cell in pattern.indices where pattern[cell] && table.cells[cell].limit == 0 {
            pattern[cell] = false
            let attack = Attack(on: table, suppressing: pattern)
            #expect(!attack.found.isEmpty || attack.computable > 0)
            pattern[cell] = true
        }
    }

    @Test(arguments: 1...20) func `secrets alone do not protect each other`(seed: Int) {
        var dice = Dice(UInt64(seed))
        let table = randomTable(&dice, rows: 6, columns: 4)
        let pattern = SecondarySuppression(of: table).pattern
        guard pattern != table.primaryPattern else { return }
        #expect(!Attack(on: table, suppressing: table.primaryPattern).found.isEmpty)
    }

    @Test func `the solver opens cells where no cycle has enough room`() {
        // Every other cell of the secret's row has less room than the limit; together they have enough.
        let values: [Double] = [100, 6, 6, 112, 50, 50, 50, 150, 150, 56, 56, 262]
        var cells = values.map { CellTable.Cell(value: $0, answers: 9, largest: $0 / 9) }
        (cells[0].answers, cells[0].largest, cells[0].limit) = (1, 100, 10)
        // Totals were published before.
        for cell in [3, 7, 8, 9, 10, 11] { cells[cell].isKnown = true }
        let table = CellTable(rowCount: 3, columnCount: 4, cells: cells)
        let suppression = SecondarySuppression(of: table)
        #expect(suppression.unprotected.isEmpty)
        #expect(suppression.pattern[1] && suppression.pattern[2])
        #expect(Attack(on: table, suppressing: suppression.pattern).found.isEmpty)
    }

    @Test func `a secret that published totals leave no room is told`() {
        let values: [Double] = [100, 1, 101, 50, 50, 100, 150, 51, 201]
        var cells = values.map { CellTable.Cell(value: $0, answers: 9, largest: $0 / 9) }
        (cells[0].answers, cells[0].largest, cells[0].limit) = (1, 100, 10)
        for cell in [2, 5, 6, 7, 8] { cells[cell].isKnown = true }
        let table = CellTable(rowCount: 3, columnCount: 3, cells: cells)
        let suppression = SecondarySuppression(of: table)
        #expect(suppression.unprotected == [0])
        #expect(Attack(on: table, suppressing: suppression.pattern).found == [0])
    }

    @Test func `cells that earlier editions published do not move alone`() {
        var dice = Dice(11)
        var table = randomTable(&dice, rows: 4, columns: 4)
        table.hasVintages = true
        // Only restated cells may move with restated ones: each cycle has one kind.
        for cell in table.cells.indices { table.cells[cell].vintages = cell % 2 == 0 ? 1 : 2 }
        var search = CycleSearch(table)
        let all = table.cells.map { !$0.isKnown }
        for target in table.cells.indices where !table.cells[target].isKnown {
            guard let cycle = search.widest(around: target, in: all) else { continue }
            #expect(
                cycle.cells.allSatisfy {
                    table.cells[$0].vintages == table.cells[target].vintages
                }
            )
        }
    }
}
