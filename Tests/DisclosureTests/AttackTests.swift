@testable import Disclosure
import Testing

@Suite struct AttackTests {
    /// Two units by two sectors and the totals; one small cell.
    private func table(_ values: [Double], secret: Int, limit: Double = 1) -> CellTable {
        CellTable(
            rowCount: 3,
            columnCount: 3,
            cells: values.enumerated().map { index, value in
                CellTable.Cell(
                    value: value,
                    answers: index == secret ? 1 : 9,
                    largest: index == secret ? value : value / 9,
                    isKnown: false,
                    limit: index == secret ? limit : 0
                )
            }
        )
    }

    private let values: [Double] = [10, 20, 30, 40, 50, 90, 50, 70, 120]

    private func pattern(_ cells: Int...) -> [Bool] { (0..<9).map(cells.contains) }

    @Test func `a single suppressed cell is computed from its row`() {
        let attack = Attack(on: table(values, secret: 0), suppressing: pattern(0))
        #expect(attack.found == [0])
        #expect(attack.narrowest == 0)
    }

    @Test func `two suppressed cells of a row are computed from their columns`() {
        #expect(Attack(on: table(values, secret: 0), suppressing: pattern(0, 1)).found == [0])
    }

    @Test func `a rectangle of cells with room protects`() {
        let attack = Attack(on: table(values, secret: 0), suppressing: pattern(0, 1, 3, 4))
        #expect(attack.found.isEmpty)
        #expect(attack.narrowest >= 1)
        #expect(attack.attacked == 4)
        #expect(attack.secrets == 1)
    }

    @Test func `a rectangle without enough room does not`() {
        // What the second cell can give up is 2, the limit 3.
        var small = values
        (small[1], small[2], small[7], small[8]) = (2, 12, 52, 102)
        let attack = Attack(on: table(small, secret: 0, limit: 3), suppressing: pattern(0, 1, 3, 4))
        #expect(attack.found == [0])
        #expect(attack.solved > 0)
    }

    @Test func `a secret in the open is found`() {
        #expect(Attack(on: table(values, secret: 0), suppressing: pattern()).found == [0])
    }

    @Test func `an organisation that is alone in a cell computes its neighbour`() {
        var table = table(values, secret: 0)
        #expect(Attack(on: table, suppressing: pattern(0, 1, 3, 4)).found.isEmpty)
        // The organisation of cell 4 knows that cell: what is left is a single row and column.
        table.cells[4].answers = 1
        table.cells[4].largest = 50
        table.cells[4].limit = 5
        #expect(Set(Attack(on: table, suppressing: pattern(0, 1, 3, 4)).found) == [0, 4])
    }

    @Test func `losses have room without end`() {
        var table = table(values, secret: 0)
        for cell in table.cells.indices { table.cells[cell].lower = -.infinity }
        let attack = Attack(on: table, suppressing: pattern(0, 1, 3, 4))
        #expect(attack.found.isEmpty)
        #expect(attack.narrowest == .infinity)
    }

    @Test func `the solver and the cycles agree on intervals`() throws {
        var dice = Dice(7)
        for _ in 0..<30 {
            let table = randomTable(&dice, rows: 3, columns: 3)
            let pattern = SecondarySuppression(of: table).pattern
            let program = try #require(TableProgram(table, moving: pattern))
            var search = CycleSearch(table)
            for target in table.targets {
                let interval = try #require(program.interval(of: target))
                let room = search.widest(around: target, in: pattern)?.room ?? 0
                // A cycle is a proof: the true interval is no narrower.
                #expect(interval.above >= room * (1 - 1e-6))
                #expect(interval.below >= min(room, table.cells[target].room) * (1 - 1e-6))
            }
        }
    }

    @Test func `an earlier edition fixes what it published`() {
        // Cells 0, 1, 3 and 4 protect each other now; but cells 3 and 4 stood in the open before they were
        // restated, so that 0 and 1 could be told from the sums of then.
        var table = table(values, secret: 0)
        #expect(Attack(on: table, suppressing: pattern(0, 1, 3, 4)).found.isEmpty)
        table.hasVintages = true
        for cell in [3, 4] { table.cells[cell].vintages = 2 }
        #expect(Attack(on: table, suppressing: pattern(0, 1, 3, 4)).found == [0])
        for cell in [3, 4] { table.cells[cell].vintages = 1 }
        #expect(Attack(on: table, suppressing: pattern(0, 1, 3, 4)).found.isEmpty)
    }
}
