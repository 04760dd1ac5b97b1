import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel
import Vocabulary

/// Growth outside the bands: of single organisations, of units, of all. One fault is told once, where it is
/// narrowest.
func checkGrowth(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) {
    checkCounts(pair, &doubts)
    for column in pair.columns {
        let rows = checkRows(pair, column, &doubts)
        let changes = Changes(pair, column, besides: rows)
        var isTold = false
        for unit in pair.units.indices {
            guard let other = pair.units[unit], let change = changes.units[unit] else { continue }
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
                .growth(change, of: column.column.label, in: own.title, entry)
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
            .growth(change, of: column.column.label, in: doubts.settings.province.title, entry)
        )
    }
}

/// Numbers of organisations.
private func checkCounts(_ pair: PeriodPair, _ doubts: inout PlausibilityDoubts) {
    let key = FigureKey.organisations
    let noun = doubts.settings.wording.organisation
    var isTold = false
    for unit in pair.units.indices {
        guard let other = pair.units[unit] else { continue }
        let own = doubts.settings.units[unit]
        let change = Change(pair.now.counts[unit], pair.before.counts[other])
        guard let entry = doubts.rules.entry(.growthUnit, key: key, unit: own.code),
            max(pair.now.counts[unit], pair.before.counts[other]) >= entry.count(.organisations),
            change.isOutside(entry),
            let identifier = doubts.settings.schema.columns(of: .identifier).first
        else { continue }
        isTold = true
        let first = doubts.rows.units.firstIndex(of: unit)
        doubts.append(
            .growthUnit,
            entry,
            at: first.flatMap { doubts.place($0, identifier) },
            .growth(change, of: noun, in: own.title, entry)
        )
    }
    let change = Change(pair.now.count, pair.before.count)
    guard !isTold, pair.isWhole, let entry = doubts.rules.entry(.growthWhole, key: key),
        pair.before.count >= entry.count(.organisations), change.isOutside(entry)
    else { return }
    doubts.append(
        .growthWhole,
        entry,
        at: nil,
        .growth(change, of: noun, in: doubts.settings.province.title, entry)
    )
}

/// Single values; gives the rows that are doubted here or elsewhere.
private func checkRows(
    _ pair: PeriodPair,
    _ column: PairedColumn,
    _ doubts: inout PlausibilityDoubts
) -> Set<Int> {
    guard pair.keepsRows else { return [] }
    var doubted: Set<Int> = []
    var middle: ExactDecimal?
    let units = doubts.settings.units
    for row in pair.rows.indices {
        guard let values = pair.values(column, row), values.now > .zero, values.before > .zero
        else { continue }
        let change = Change(values.now, values.before)
        // Most are well inside any band; asking for the rule takes longer.
        guard change.isLarge else { continue }
        let unit = doubts.rows.units[row]
        let place = doubts.place(row, column.column)
        if pair.told.isDoubted(place) {
            doubted.insert(row)
            continue
        }
        guard !pair.isDoubted(column, unit),
            let entry = doubts.rules.entry(
                .growthRow,
                key: column.column.key,
                unit: units[unit].code
            ), change.isOutside(entry), pair.haveSameState(row)
        else { continue }
        let least = middle ?? doubts.rows.middle(column.measure)
        middle = least
        guard max(values.now, values.before) >= least else { continue }
        doubted.insert(row)
        doubts.append(
            .growthRow,
            entry,
            at: place,
            .growth(change, of: column.column.label, in: doubts.rows.names[row], entry)
        )
    }
    return doubted
}

/// A sum beside last year's.
private struct Change {
    var now = ExactDecimal.zero
    var before = ExactDecimal.zero
    /// The size of what changed: losses and profits do not cancel each other out.
    var base = ExactDecimal.zero

    init() {}

    init(_ now: ExactDecimal, _ before: ExactDecimal) {
        self.now = now
        self.before = before
        base = before.magnitude
    }

    init(_ now: Int, _ before: Int) {
        self.init(ExactDecimal(now), ExactDecimal(before))
    }

    /// In percent; `nil` when there was nothing.
    var growth: ExactRatio? {
        now.subtracting(before)?.multiplied(by: ExactDecimal(100)).flatMap {
            ExactRatio($0, over: base)
        }
    }

    func isOutside(_ entry: RuleBook.Entry) -> Bool {
        guard base > .zero, let difference = now.subtracting(before)?.times(100) else {
            return false
        }
        return base.multiplied(by: entry[.lower]).map { difference < $0 } ?? false
            || base.multiplied(by: entry[.upper]).map { difference > $0 } ?? false
    }

    /// More than a quarter more or less.
    var isLarge: Bool { now.times(4) < before.times(3) || now.times(4) > before.times(5) }

    /// `false` when a sum is too large.
    mutating func add(now value: ExactDecimal) -> Bool {
        guard let sum = now.adding(value) else { return false }
        now = sum
        return true
    }

    mutating func add(before value: ExactDecimal) -> Bool {
        guard let sum = before.adding(value), let size = base.adding(value.magnitude) else {
            return false
        }
        (before, base) = (sum, size)
        return true
    }
}

/// The sums of a column in each unit beside last year's, without single values that are doubted.
private struct Changes {
    private(set) var units: [Change?]
    private(set) var whole: Change?

    init(_ pair: PeriodPair, _ column: PairedColumn, besides doubted: Set<Int>) {
        guard pair.keepsRows else {
            units = pair.units.indices.map { unit in
                pair.now.sums[column.measure][unit].flatMap { now in
                    pair.sumBefore(column, unit: unit).map { Change(now, $0) }
                }
            }
            whole = pair.now.sum(column.measure).flatMap { now in
                pair.sumBefore(column, unit: nil).map { Change(now, $0) }
            }
            return
        }
        units = Array(repeating: Change(), count: pair.units.count)
        whole = Change()
        let table = pair.now.data.dataset.rows
        let values = table.measures[column.measure]
        for row in 0..<table.count where !doubted.contains(row) {
            guard case .value(let value) = values[row] else { continue }
            let unit = table.units[row]
            if units[unit]?.add(now: value) == false { units[unit] = nil }
            if whole?.add(now: value) == false { whole = nil }
        }
        let others = pair.before.data.dataset.rows
        let excluded = Set(doubted.compactMap { pair.rows[$0] })
        for row in 0..<others.count where !excluded.contains(row) {
            guard let value = pair.valueBefore(column, row) else { continue }
            if whole?.add(before: value) == false { whole = nil }
            guard let unit = pair.unit(ofGone: row) else { continue }
            if units[unit]?.add(before: value) == false { units[unit] = nil }
        }
    }
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

extension PlausibilityDoubts.Words {
    fileprivate static func growth(
        _ change: Change,
        of what: String,
        in place: String,
        _ entry: RuleBook.Entry
    ) -> Self {
        let percent = change.growth?.rounded(to: 2) ?? .zero
        let style = NumberStyle(.upTo(2), showsPlus: true)
        return Self(
            value: change.now.inVietnamese,
            vi: "\(place), \(what): \(change.before.inVietnamese) kỳ trước, \(change.now.inVietnamese) "
                + "kỳ này (\(style.text(percent))%), ngoài khoảng \(entry[.lower].inVietnamese)% đến "
                + "\(style.text(entry[.upper]))%",
            en: "\(place), \(what): \(change.before) in the previous period, \(change.now) now "
                + "(\(percent)%), outside \(entry[.lower])% to \(entry[.upper])%",
            hint: Bilingual(
                vi: "Kiểm tra lại số liệu; nếu đúng thì xác nhận kèm giải thích",
                en: "Check the figures; if they are right, confirm them with the reason"
            )
        )
    }
}
