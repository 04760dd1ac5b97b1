import DatasetModel
import PeriodModel
import StatisticsModel
import Vocabulary

/// A column's sums in a period as a table to be protected, with what was published of them before.
struct SecretTable {
    let column: Column
    let frame: CellFrame
    private(set) var table: CellTable
    /// Secrets that anyone can compute from what was published before.
    private(set) var alreadyKnown: [Int] = []

    /// `nil` where a sum is too large to be exact.
    init?(
        of position: Int,
        _ column: Column,
        in period: PeriodData,
        _ statistics: Statistics,
        earlier: [PublishedData]
    ) {
        let secrecy = Secrecy(settings: period.settings)
        let frame = CellFrame(period.settings)
        let parts = Contributions(of: position, in: period, frame).parts
        self.column = column
        self.frame = frame
        var cells: [CellTable.Cell] = []
        cells.reserveCapacity(frame.cellCount)
        for cell in 0..<frame.cellCount {
            let figure = statistics[frame.key(column.key, .sum, cell)]
            let answers = figure?.answers ?? 0
            guard answers > 0 else {
                cells.append(CellTable.Cell(value: 0, answers: 0, isKnown: true))
                continue
            }
            guard case .decimal(let sum)? = figure?.value else { return nil }
            cells.append(
                Self.cell(
                    sum,
                    answers: answers,
                    parts[cell],
                    column,
                    // A figure of other organisations than these is not known to be safe.
                    isSecret: parts[cell].count != answers
                        || secrecy.isSecret(parts[cell], answers: answers)
                )
            )
        }
        table = CellTable(
            rowCount: frame.rows.count,
            columnCount: frame.columns.count,
            cells: cells
        )
        weigh()
        let sizes = parts.map { $0.size?.approximation ?? 0 }
        limit(sizes, period.settings.disclosure)
        let editions = earlier.filter { $0.year == period.settings.period.year }
        apply(editions, statistics, secrecy, period.settings.disclosure)
    }

    private static func cell(
        _ sum: ExactDecimal,
        answers: Int,
        _ part: Contributions.Part,
        _ column: Column,
        isSecret: Bool
    ) -> CellTable.Cell {
        // The form's own limits are known to everybody, of a sum in proportion.
        let lower = column.minimum.map { $0.approximation * Double(answers) } ?? -.infinity
        let upper = column.maximum.map { $0.approximation * Double(answers) } ?? .infinity
        let value = sum.approximation
        return CellTable.Cell(
            value: value,
            answers: answers,
            largest: part.largest.approximation,
            contributor: part.contributor,
            lower: min(lower, value),
            upper: max(upper, value),
            limit: isSecret ? 1 : 0
        )
    }

    /// A cell weighs as many organisations as are in it; totals more, as people ask for them first.
    private mutating func weigh() {
        for cell in table.cells.indices {
            let answers = Double(table.cells[cell].answers)
            table.cells[cell].weight = table.isTotal(cell) ? 3 * answers : answers
        }
    }

    /// Turns secrets into limits: percent of what the cell's organisations have, of nothing as much as
    /// they have on average.
    private mutating func limit(_ sizes: [Double], _ rules: DisclosureSettings) {
        let whole = table.cells.count - 1
        let mean = sizes[whole] / max(1, Double(table.cells[whole].answers))
        for cell in table.cells.indices where table.cells[cell].limit > 0 {
            table.cells[cell].limit = distance(
                sizes[cell] > 0 ? sizes[cell] : mean * Double(table.cells[cell].answers),
                rules
            )
        }
    }

    /// How far an attacker must stay from an amount: whole people cannot be found to a half.
    private func distance(_ size: Double, _ rules: DisclosureSettings) -> Double {
        let limit = size * Double(rules.protection) / 100
        return column.type == .integer
            ? max(1, limit.rounded(.up)) : max(limit, .leastNormalMagnitude)
    }
}

extension SecretTable {
    /// What earlier editions of the same period published stays known, what they suppressed stays suppressed.
    private mutating func apply(
        _ editions: [PublishedData],
        _ statistics: Statistics,
        _ secrecy: Secrecy,
        _ rules: DisclosureSettings
    ) {
        guard !editions.isEmpty else { return }
        let secret = Set(table.targets)
        var before = table
        for cell in table.cells.indices where !table.cells[cell].isKnown {
            guard case .decimal(let now)? = statistics[frame.key(column.key, .sum, cell)]?.value
            else { continue }
            var (isHeldByAll, isMovedInAll) = (true, true)
            for edition in editions {
                let sum = edition.figures[frame.key(column.key, .sum, cell)]
                let old = sum?.value ?? edition.sumOfMean(frame.key(column.key, .mean, cell))
                guard let old else {
                    if let sum, sum.isSuppressed {
                        table.cells[cell].isHeld = true
                        isMovedInAll = false
                        // What was a secret then stays one.
                        if secrecy.areFew(sum.answers) {
                            let limit = distance(now.magnitude.approximation, rules)
                            table.cells[cell].limit = max(table.cells[cell].limit, limit)
                            before.cells[cell].limit = table.cells[cell].limit
                        }
                    } else {
                        isHeldByAll = false
                    }
                    continue
                }
                isHeldByAll = false
                if old.approximately(equals: now) {
                    table.cells[cell].isKnown = true
                    before.cells[cell].isKnown = true
                    continue
                }
                before.cells[cell].isKnown = true
                restated(cell, by: now, old, answers: sum?.answers, secrecy, rules)
            }
            table.cells[cell].vintages = (isHeldByAll ? 1 : 0) | (isMovedInAll ? 2 : 0)
        }
        table.hasVintages = true
        release(secret, before)
    }

    /// A sum that changed shows what its change is made of: a secret when that is few organisations' own.
    private mutating func restated(
        _ cell: Int,
        by now: ExactDecimal,
        _ old: ExactDecimal,
        answers: Int?,
        _ secrecy: Secrecy,
        _ rules: DisclosureSettings
    ) {
        let changed = abs(table.cells[cell].answers - (answers ?? table.cells[cell].answers))
        guard secrecy.areFew(changed), let change = now.subtracting(old) else { return }
        table.cells[cell].limit = max(
            table.cells[cell].limit,
            distance(change.magnitude.approximation, rules)
        )
    }

    /// Secrets that earlier data give away already need no protection any more, and are told.
    private mutating func release(_ secret: Set<Int>, _ before: CellTable) {
        for cell in secret where table.cells[cell].isKnown { alreadyKnown.append(cell) }
        // The earlier pattern: whatever was not published then.
        let pattern = before.cells.map { !$0.isKnown }
        let attack = Attack(on: before, suppressing: pattern)
        for cell in attack.found where !table.cells[cell].isKnown {
            table.cells[cell].limit = 0
            table.cells[cell].isHeld = true
            alreadyKnown.append(cell)
        }
        alreadyKnown.sort()
    }
}

extension PublishedData {
    /// The sum that a published mean shows.
    fileprivate func sumOfMean(_ key: FigureKey) -> ExactDecimal? {
        figures[key].flatMap { mean in mean.value?.multiplied(by: ExactDecimal(mean.answers)) }
    }
}

extension ExactDecimal {
    /// Equal, or as near as a mean with twelve decimals brings it.
    fileprivate func approximately(equals other: ExactDecimal) -> Bool {
        self == other
            || abs(approximation - other.approximation) <= 1e-9 * max(1, abs(approximation))
    }
}
