import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// Looks for values in another unit of measure than they say by the period's other rows: a file's values are
/// held against the middle one of their sector elsewhere, one value against the middle one of its sector
/// anywhere, or of all where the sector has few. Only organisations that last year says nothing of are asked.
struct PeerScale {
    let settings: PeriodSettings
    let previous: PreviousRows?
    let rows: RowTable
    let submissions: [Submission]

    /// Rows beyond which no file is compared: one district's table is a few hundred.
    static let rowLimit = 100_000
    /// Organisations of the sector elsewhere, at least.
    private static let fewestPeers = 5
    /// How far one value is from the middle one of its sector, and of all rows, to be told.
    private static let farInSector = 300
    private static let farOfAll = 1_000
    /// Values of a file that must speak, at least.
    private static let fewestValues = 3

    func check(log: inout DiagnosticLog) {
        guard submissions.count > 1, rows.count <= Self.rowLimit else { return }
        var measure = -1
        var compared: [Compared] = []
        for (index, column) in settings.schema.columns.enumerated() where column.role == .measure {
            measure += 1
            guard column.type != .year, column.unitOfMeasure != nil else { continue }
            let comparisons = comparisons(measure)
            check(column, index: index, measure: measure, comparisons, log: &log)
            compared.append(Compared(column: column, index: index, comparisons: comparisons))
        }
        reportSwapped(compared, log: &log)
    }

    /// A value beside the middle one of its peers.
    struct Comparison {
        var row: Int
        var value: ExactDecimal
        var middle: ExactDecimal
        var magnitude: Magnitude { Magnitude(nearest: value.magnitude, of: middle) }
    }

    private func check(
        _ column: Column,
        index: Int,
        measure: Int,
        _ comparisons: [Int: [Comparison]],
        log: inout DiagnosticLog
    ) {
        let far = farValues(measure)
        for (number, submission) in submissions.enumerated() {
            let isPinned = settings.pins(for: submission.path).unitOfMeasure != nil
            let own = comparisons[number] ?? []
            let odd = Magnitude.allCases.first { magnitude in
                let count = own.count { $0.magnitude == magnitude }
                return magnitude != .alike && count >= Self.fewestValues
                    && count * 5 >= own.count * 4
            }
            if let odd, let first = own.first(where: { $0.magnitude == odd }) {
                log.append(
                    UnitFault(
                        column: column,
                        place: place(first.row, index, of: number),
                        magnitude: odd,
                        isPinned: isPinned
                    )
                    .peers(count: own.count { $0.magnitude == odd }, of: own.count)
                )
                continue
            }
            for one in far[number] ?? [] where column.usual?.contains(one.value) ?? true {
                log.append(
                    UnitFault(
                        column: column,
                        place: place(one.row, index, of: number),
                        magnitude: one.magnitude
                    )
                    .peer(one.value, middle: one.middle)
                )
            }
        }
    }

    /// For each submission the values that are far from the middle one of their sector, or of all rows.
    private func farValues(_ measure: Int) -> [Int: [Comparison]] {
        var all: [ExactDecimal] = []
        var bySector: [[ExactDecimal]] = Array(repeating: [], count: settings.sectors.count)
        for row in 0..<rows.count {
            guard let value = size(row, measure) else { continue }
            all.append(value)
            bySector[rows.sectors[row]].append(value)
        }
        let middles = bySector.map { $0.sorted() }.map { $0.isEmpty ? .zero : $0[$0.count / 2] }
        let middle = all.isEmpty ? .zero : all.sorted()[all.count / 2]
        var found: [Int: [Comparison]] = [:]
        for row in 0..<rows.count {
            guard let value = size(row, measure),
                previous?.value(of: rows.identifiers[row], measure: measure) == nil
            else { continue }
            // One of a few would be held against itself.
            let hasPeers = bySector[rows.sectors[row]].count > Self.fewestPeers
            guard hasPeers || all.count > Self.fewestPeers else { continue }
            let peers = hasPeers ? middles[rows.sectors[row]] : middle
            let times = hasPeers ? Self.farInSector : Self.farOfAll
            guard Magnitude(far: value, of: peers, times: times) != nil else { continue }
            found[rows.origins[row].submission, default: []].append(
                Comparison(
                    row: row,
                    value: rows.measures[measure][row].low ?? value,
                    middle: peers
                )
            )
        }
        return found
    }

    /// A value without its sign: losses are held against profits.
    private func size(_ row: Int, _ measure: Int) -> ExactDecimal? {
        guard let value = rows.measures[measure][row].low, !value.isZero else { return nil }
        return value.magnitude
    }

    private func positive(_ row: Int, _ measure: Int) -> ExactDecimal? {
        guard let value = rows.measures[measure][row].low, value > .zero else { return nil }
        return value
    }

    /// The cell of a row and a schema column.
    func place(_ row: Int, _ column: Int, of number: Int) -> Place {
        submissions[number].place(of: rows.origins[row], column: column)
    }

    /// For each submission the values that last year says nothing of, beside their peers elsewhere.
    private func comparisons(_ measure: Int) -> [Int: [Comparison]] {
        var bySector: [[(row: Int, value: ExactDecimal)]] = Array(
            repeating: [],
            count: settings.sectors.count
        )
        for row in 0..<rows.count {
            guard let value = positive(row, measure) else { continue }
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
                    Comparison(row: row, value: value, middle: peers.value)
                )
            }
        }
        return found.mapValues { $0.sorted { $0.row < $1.row } }
    }
}
