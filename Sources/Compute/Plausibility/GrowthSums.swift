import DatasetModel
import PeriodModel
import Vocabulary

/// A sum beside last year's.
struct SumChange {
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

    var isFall: Bool { now < before }

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
struct GrowthSums {
    private(set) var units: [SumChange?]
    private(set) var whole: SumChange?

    init(_ pair: PeriodPair, _ column: PairedColumn, besides doubted: Set<Int>) {
        guard pair.keepsRows else {
            units = pair.units.indices.map { unit in
                pair.now.sums[column.measure][unit].flatMap { now in
                    pair.sumBefore(column, unit: unit).map { SumChange(now, $0) }
                }
            }
            whole = pair.now.sum(column.measure).flatMap { now in
                pair.sumBefore(column, unit: nil).map { SumChange(now, $0) }
            }
            return
        }
        units = Array(repeating: SumChange(), count: pair.units.count)
        whole = SumChange()
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
