import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// Growth outside the bands: of single organisations, of units, of all. One fault is told once, where it is
/// narrowest.
func checkGrowth(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) {
    let counts = checkCounts(pair, &doubts)
    for column in pair.columns {
        let rows = checkRows(pair, column, &doubts)
        let changes = GrowthSums(pair, column, besides: rows)
        var isTold = false
        for unit in pair.units.indices {
            guard let other = pair.units[unit], let change = changes.units[unit] else { continue }
            if let count = counts[unit], count.isFall == change.isFall {
                isTold = true
                continue
            }
            let own = doubts.settings.units[unit]
            let first = doubts.rows.units.firstIndex(of: unit)
            if pair.isDoubted(column, unit) {
                isTold = true
                continue
            }
            let count = min(pair.now.counts[unit], pair.before.counts[other])
            guard
                let entry = doubts.rules.entry(
                    .growthUnit,
                    key: column.column.key,
                    unit: own.code
                ), count >= entry.count(.organisations), change.isOutside(entry)
            else { continue }
            isTold = true
            doubts.append(
                .growthUnit,
                entry,
                at: first.flatMap { doubts.place($0, column.column) },
                .growth(
                    change,
                    of: column.column.label,
                    in: own.title,
                    entry,
                    answers: (pair.now.answers[column.measure][unit], pair.now.counts[unit])
                )
            )
        }
        guard !isTold, pair.isWhole, let change = changes.whole,
            let entry = doubts.rules.entry(.growthWhole, key: column.column.key),
            min(pair.now.count, pair.before.count) >= entry.count(.organisations),
            change.isOutside(entry)
        else { continue }
        doubts.append(
            .growthWhole,
            entry,
            at: nil,
            .growth(
                change,
                of: column.column.label,
                in: doubts.settings.province.title,
                entry,
                answers: (pair.now.answers[column.measure].reduce(0, +), pair.now.count)
            )
        )
    }
}

/// Numbers of organisations; gives the units where they are doubted, from which sums follow.
private func checkCounts(
    _ pair: PeriodPair,
    _ doubts: inout PlausibilityDoubts
) -> [Int: SumChange] {
    let key = FigureKey.organisations
    let noun = doubts.settings.wording.organisation
    var told: [Int: SumChange] = [:]
    for unit in pair.units.indices {
        guard let other = pair.units[unit] else { continue }
        let own = doubts.settings.units[unit]
        let change = SumChange(pair.now.counts[unit], pair.before.counts[other])
        guard let entry = doubts.rules.entry(.growthUnit, key: key, unit: own.code),
            max(pair.now.counts[unit], pair.before.counts[other]) >= entry.count(.organisations),
            change.isOutside(entry)
        else { continue }
        told[unit] = change
        let first = doubts.rows.units.firstIndex(of: unit)
        doubts.append(
            .growthUnit,
            entry,
            at: first.flatMap { doubts.place($0, .identifier) },
            .growth(change, of: noun, in: own.title, entry)
        )
    }
    let change = SumChange(pair.now.count, pair.before.count)
    guard told.isEmpty, pair.isWhole, let entry = doubts.rules.entry(.growthWhole, key: key),
        pair.before.count >= entry.count(.organisations), change.isOutside(entry)
    else { return told }
    doubts.append(
        .growthWhole,
        entry,
        at: nil,
        .growth(change, of: noun, in: doubts.settings.province.title, entry)
    )
    return told
}

/// Single values; gives the rows that are doubted here or elsewhere. Where most of a unit's values are, the
/// unit is doubted and not each of them.
private func checkRows(
    _ pair: PeriodPair,
    _ column: PairedColumn,
    _ doubts: inout PlausibilityDoubts
) -> Set<Int> {
    guard pair.keepsRows else { return [] }
    var doubted: Set<Int> = []
    var compared = [Int](repeating: 0, count: pair.units.count)
    var found: [[(row: Int, change: SumChange, entry: RuleBook.Entry)]] = compared.map { _ in [] }
    var middle: ExactDecimal?
    for row in pair.rows.indices {
        guard let values = pair.values(column, row), values.now > .zero, values.before > .zero
        else { continue }
        let unit = doubts.rows.units[row]
        compared[unit] += 1
        let change = SumChange(values.now, values.before)
        // Most are well inside any band; asking for the rule takes longer.
        guard change.isLarge else { continue }
        if pair.told.isDoubted(doubts.place(row, column.column)) {
            doubted.insert(row)
            continue
        }
        guard !pair.isDoubted(column, unit),
            let entry = doubts.rules.entry(
                .growthRow,
                key: column.column.key,
                unit: doubts.settings.units[unit].code
            ), change.isOutside(entry), pair.haveSameState(row)
        else { continue }
        let least = middle ?? doubts.rows.middle(column.measure)
        middle = least
        if max(values.now, values.before) >= least { found[unit].append((row, change, entry)) }
    }
    for (unit, rows) in found.enumerated() where rows.count < 3 || rows.count * 2 <= compared[unit]
    {
        for (row, change, entry) in rows {
            doubted.insert(row)
            doubts.append(
                .growthRow,
                entry,
                at: doubts.place(row, column.column),
                .growth(change, of: column.column.label, in: doubts.rows.names[row], entry)
            )
        }
    }
    return doubted
}

extension PeriodPair {
    /// Whether the unit of measure of a column was doubted in a file of a unit.
    fileprivate func isDoubted(_ column: PairedColumn, _ unit: Int) -> Bool {
        guard !told.areNone else { return false }
        let data = now.data
        return data.dataset.rows.units.indices.contains { row in
            data.dataset.rows.units[row] == unit
                && told.isColumnDoubted(data.place(row, column.column.key))
        }
    }

    /// Whether an organisation is in the state in which it was: one that stopped may well have earned less.
    fileprivate func haveSameState(_ row: Int) -> Bool {
        guard let other = rows[row] else { return false }
        let (data, last) = (now.data, before.data)
        for (index, column) in data.settings.schema.classColumns.enumerated()
        where column.role == .state {
            let columns = last.settings.schema.classColumns
            guard let position = columns.firstIndex(where: { $0.key == column.key }) else {
                continue
            }
            let code = data.dataset.rows.classes[index][row].map { column.codes[$0].code }
            let before = last.dataset.rows.classes[position][other]
                .map { columns[position].codes[$0].code }
            if code != before { return false }
        }
        return true
    }
}

extension RowTable {
    /// The middle one of a measure's positive values.
    fileprivate func middle(_ measure: Int) -> ExactDecimal {
        let values = measures[measure].compactMap(\.low).filter { $0 > .zero }.sorted()
        return values.isEmpty ? .zero : values[values.count / 2]
    }
}
