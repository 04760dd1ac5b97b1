import DatasetModel
import PeriodModel
import Vocabulary

/// What single organisations have in the cells of one column: their two largest parts and the sum of all,
/// without signs, so that losses protect no gains.
struct Contributions {
    /// By cell.
    private(set) var parts: [Part]

    struct Part {
        /// How many organisations have a value.
        var count = 0
        var largest: ExactDecimal = .zero
        var second: ExactDecimal = .zero
        /// Row of the largest; negative when rows are not known.
        var contributor = -1
        /// `nil` when it is too large to be exact.
        var size: ExactDecimal? = .zero
    }

    init(of position: Int, in period: PeriodData, _ frame: CellFrame) {
        parts = Array(repeating: Part(), count: frame.cellCount)
        if let totals = period.dataset.totals {
            add(totals.measures[position], of: totals, frame)
            return
        }
        let rows = period.dataset.rows
        for (row, measured) in rows.measures[position].enumerated() {
            guard let value = measured.low, let unit = frame.row(ofUnit: rows.units[row]) else {
                continue
            }
            for cell in frame.cells(row: unit, column: rows.sectors[row]) {
                parts[cell].add(value.magnitude, of: row)
            }
        }
    }

    /// Without rows only the extremes are known: the second largest is taken to be as large as it can be.
    private mutating func add(
        _ measure: MeasureTotals,
        of totals: CellTotals,
        _ frame: CellFrame
    ) {
        for place in measure.answers.indices where measure.answers[place] > 0 {
            guard let unit = frame.row(ofUnit: totals.unit(of: place)) else { continue }
            let ends = [measure.lows[place], measure.highs[place]].compactMap { $0?.magnitude }
            let largest = ends.max() ?? .zero
            let size = measure.sums[place]?.magnitude
            for cell in frame.cells(row: unit, column: totals.sector(of: place)) {
                parts[cell].join(
                    count: measure.answers[place],
                    largest: largest,
                    second: measure.answers[place] > 1
                        ? min(largest, size?.subtracting(largest)?.magnitude ?? largest) : .zero,
                    size: size
                )
            }
        }
    }
}

extension Contributions.Part {
    fileprivate mutating func add(_ value: ExactDecimal, of row: Int) {
        count += 1
        size = size.flatMap { $0.adding(value) }
        if contributor < 0 || value > largest {
            second = largest
            largest = value
            contributor = row
        } else if value > second {
            second = value
        }
    }

    fileprivate mutating func join(
        count: Int,
        largest: ExactDecimal,
        second: ExactDecimal,
        size: ExactDecimal?
    ) {
        self.count += count
        self.size = self.size.flatMap { old in size.flatMap { old.adding($0) } }
        let all = [self.largest, self.second, largest, second].sorted(by: >)
        (self.largest, self.second) = (all[0], all[1])
    }
}
