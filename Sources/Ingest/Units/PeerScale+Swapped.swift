import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

extension PeerScale {
    /// Organisations that must speak, at least.
    private static let fewestCrossed = 3
    /// How far the middle values of two columns are apart, so that they can be told from each other.
    private static let apart = 4

    /// Tells two columns of one file that hold each other's values, as the other files have them.
    func reportSwapped(_ columns: [Compared], log: inout DiagnosticLog) {
        for (order, first) in columns.enumerated() {
            for second in columns[(order + 1)...] {
                for submission in submissions.indices {
                    check(first, second, submission, log: &log)
                }
            }
        }
    }

    /// A measure column and the comparisons of its values with those of other files.
    struct Compared {
        var column: Column
        var index: Int
        var comparisons: [Int: [Comparison]]
    }

    private func check(
        _ first: Compared,
        _ second: Compared,
        _ submission: Int,
        log: inout DiagnosticLog
    ) {
        guard let left = first.comparisons[submission], let right = second.comparisons[submission]
        else { return }
        let others = Dictionary(right.map { ($0.row, $0) }) { one, _ in one }
        var compared = 0
        var crossed: [Int] = []
        for one in left {
            guard let other = others[one.row], let crosses = areCrossed(one, other) else {
                continue
            }
            compared += 1
            if crosses { crossed.append(one.row) }
        }
        guard crossed.count >= Self.fewestCrossed, crossed.count * 10 >= compared * 9 else {
            return
        }
        log.append(
            UnitFault.swapped(
                first.column,
                second.column,
                count: crossed.count,
                of: compared,
                byPeers: true,
                at: place(crossed[0], first.index, of: submission)
            )
        )
    }

    /// Whether each value is nearer, as a multiple, to the other column's middle one; `nil` when the middle
    /// ones are too much alike.
    private func areCrossed(_ one: Comparison, _ other: Comparison) -> Bool? {
        let (low, high) = one.middle < other.middle ? (one, other) : (other, one)
        guard let times = low.middle.multiplied(by: ExactDecimal(Self.apart)), times <= high.middle,
            let border = low.middle.multiplied(by: high.middle),
            let lowSquare = low.value.multiplied(by: low.value),
            let highSquare = high.value.multiplied(by: high.value)
        else { return nil }
        return lowSquare > border && highSquare < border
    }
}
