import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Looks for values in another unit of measure than they say by the other files of the period: what an
/// organisation has is held against the middle one of its sector elsewhere. Only organisations that last
/// year says nothing of are asked.
struct PeerScale {
    let settings: PeriodSettings
    let previous: PreviousRows?
    let rows: RowTable
    let submissions: [Submission]

    /// Rows beyond which no file is compared: one district's table is a few hundred.
    private static let rowLimit = 100_000
    /// Organisations of the sector elsewhere, at least, for a column and for one cell.
    private static let fewestPeers = 5
    private static let fewestPeersOfCell = 12
    /// Values of a file that must speak, at least.
    private static let fewestValues = 3

    func check(log: inout DiagnosticLog) {
        guard submissions.count > 1, rows.count <= Self.rowLimit else { return }
        var measure = -1
        for (index, column) in settings.schema.columns.enumerated() where column.role == .measure {
            measure += 1
            guard column.type == .integer || column.type == .decimal, column.unitOfMeasure != nil
            else { continue }
            check(column, index: index, measure: measure, log: &log)
        }
    }

    /// A value beside the middle one of its peers.
    private struct Comparison {
        var row: Int
        var value: ExactDecimal
        var middle: ExactDecimal
        var peers: Int
        var magnitude: Magnitude { Magnitude(nearest: value, of: middle) }
    }

    private func check(
        _ column: Column,
        index: Int,
        measure: Int,
        log: inout DiagnosticLog
    ) {
        let comparisons = comparisons(measure)
        for (number, submission) in submissions.enumerated() {
            guard let own = comparisons[number],
                settings.pins(for: submission.path).unitOfMeasure == nil
            else { continue }
            func place(_ row: Int) -> Place {
                submission.place(of: rows.origins[row], column: index)
            }
            let odd = Magnitude.allCases.first { magnitude in
                let count = own.count { $0.magnitude == magnitude }
                return magnitude != .alike && count >= Self.fewestValues
                    && count * 5 >= own.count * 4
            }
            if let odd, let first = own.first(where: { $0.magnitude == odd }) {
                log.append(
                    UnitFault(column: column, place: place(first.row), magnitude: odd)
                        .peers(count: own.count { $0.magnitude == odd }, of: own.count)
                )
                continue
            }
            for one in own where one.peers >= Self.fewestPeersOfCell {
                guard column.usual?.contains(one.value) ?? true,
                    let magnitude = Magnitude(far: one.value, of: one.middle)
                else { continue }
                log.append(
                    UnitFault(column: column, place: place(one.row), magnitude: magnitude)
                        .peer(one.value, middle: one.middle)
                )
            }
        }
    }

    /// For each submission the values that last year says nothing of, beside their peers elsewhere.
    private func comparisons(_ measure: Int) -> [Int: [Comparison]] {
        var bySector: [[(row: Int, value: ExactDecimal)]] = Array(
            repeating: [],
            count: settings.sectors.count
        )
        for row in 0..<rows.count {
            guard case .value(let value) = rows.measures[measure][row], value > .zero else {
                continue
            }
            bySector[rows.sectors[row]].append((row, value))
        }
        var found: [Int: [Comparison]] = [:]
        for values in bySector {
            let sorted = values.sorted { ($0.value, $0.row) < ($1.value, $1.row) }
            var middles: [Int: (value: ExactDecimal, count: Int)] = [:]
            for (row, value) in values {
                let submission = rows.origins[row].submission
                guard previous?.value(of: rows.identifiers[row], measure: measure) == nil else {
                    continue
                }
                let peers: (value: ExactDecimal, count: Int)
                if let known = middles[submission] {
                    peers = known
                } else {
                    let others = sorted.filter { rows.origins[$0.row].submission != submission }
                    peers =
                        others.isEmpty ? (.zero, 0) : (others[others.count / 2].value, others.count)
                    middles[submission] = peers
                }
                guard peers.count >= Self.fewestPeers else { continue }
                found[submission, default: []].append(
                    Comparison(row: row, value: value, middle: peers.value, peers: peers.count)
                )
            }
        }
        return found.mapValues { $0.sorted { $0.row < $1.row } }
    }
}
