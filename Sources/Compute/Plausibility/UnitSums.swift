import DatasetModel
import PeriodModel
import Vocabulary

/// What the rows of each unit come to, sectors together.
struct UnitSums {
    let data: PeriodData
    /// Organisations of each unit, in the order of settings.
    private(set) var counts: [Int]
    /// For each of `Schema.measureColumns` and each unit: how many answered, and their sum; `nil` when it
    /// is too large.
    private(set) var answers: [[Int]]
    private(set) var sums: [[ExactDecimal?]]
    /// For each of `Schema.classColumns`, each code and each unit: organisations.
    private(set) var classes: [[[Int]]]

    init(of data: PeriodData) {
        self.data = data
        let totals = data.dataset.totals ?? CellTotals(of: data.dataset.rows, data.settings)
        let width = totals.sectorCount * totals.strata.count
        let units = data.settings.units.indices
        func cells(_ unit: Int) -> Range<Int> { unit * width..<(unit + 1) * width }
        counts = units.map { totals.population[cells($0)].reduce(0, +) }
        answers = totals.measures.map { measure in
            units.map { measure.answers[cells($0)].reduce(0, +) }
        }
        sums = totals.measures.map { measure in
            units.map { unit in
                measure.sums[cells(unit)].reduce(ExactDecimal.zero as ExactDecimal?) { sum, value in
                    sum.flatMap { sum in value.flatMap(sum.adding) }
                }
            }
        }
        classes = totals.classes.map { column in
            column.map { code in units.map { code[cells($0)].reduce(0, +) } }
        }
    }

    var count: Int { counts.reduce(0, +) }

    /// The sum of a measure over all units; `nil` when it is too large.
    func sum(_ measure: Int) -> ExactDecimal? { sums[measure].exactSum }
}

extension Sequence<ExactDecimal?> {
    /// The sum; `nil` when a value is not there or the sum is too large.
    var exactSum: ExactDecimal? {
        reduce(ExactDecimal.zero as ExactDecimal?) { sum, value in
            sum.flatMap { sum in value.flatMap(sum.adding) }
        }
    }
}

extension ExactDecimal {
    /// Digits without the zeros at both ends: `0.0975` has three, `12500` has three.
    var significantDigits: Int {
        isZero ? 0 : String(mantissa).count
    }

    /// The digits without the zeros at both ends as a number.
    var mantissa: Int128 {
        var rest = coefficient < 0 ? -coefficient : coefficient
        while rest != 0, rest % 10 == 0 { rest /= 10 }
        return rest
    }

    /// Whether this is more than `percent` percent of `base`.
    func isMore(than percent: ExactDecimal, percentOf base: ExactDecimal) -> Bool {
        guard let left = multiplied(by: ExactDecimal(100)), let right = base.multiplied(by: percent)
        else { return false }
        return left > right
    }
}
