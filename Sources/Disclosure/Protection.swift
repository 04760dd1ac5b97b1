package import DatasetModel
package import Diagnostics
import PeriodModel
import SolverKit
package import StatisticsModel

/// Figures that may be public, and what the attack on them found.
package struct Protection: Sendable {
    package var statistics: Statistics
    /// The figures of the period before, as far as they may be printed beside; `nil` when there are none.
    package var previous: Statistics?
    package var result: DisclosureResult
}

/// Whether the solver of the attack is installed: without it nothing is safe.
package var canAttack: Bool { LinearProgram.isThere }

/// Suppresses what gives single organisations away, and what would let it be computed; then attacks the rest.
///
/// The figures of the period before are printed beside, and differences show them: they are protected as well.
/// `earlier` is what was made public before. An attack that succeeds is an error.
package func protect(
    _ statistics: Statistics,
    of current: PeriodData,
    previous: (data: PeriodData, statistics: Statistics)?,
    earlier: [PublishedData] = [],
    log: inout DiagnosticLog
) -> Protection {
    var result = DisclosureResult()
    let now = Patterns(of: current, statistics, earlier: earlier, result: &result)
    let before = previous.map { previous in
        // What is secret now is not told of the year before either.
        var data = previous.data
        data.settings.disclosure = current.settings.disclosure
        return Patterns(of: data, previous.statistics, earlier: earlier, result: &result)
    }
    log.appendAlreadyKnown(result)
    if !result.isPassed { log.append(.found(result)) }
    let release = PublicRelease(now: now, before: before)
    return Protection(
        statistics: release.statistics(statistics),
        previous: zip(previous?.statistics, before).map { statistics, before in
            PublicRelease(now: before, before: nil).statistics(statistics)
        },
        result: result
    )
}

private func zip<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    guard let first, let second else { return nil }
    return (first, second)
}

/// Which cells of a period are suppressed, column by column.
struct Patterns {
    let secrecy: Secrecy
    let frame: CellFrame
    /// By column key; a column that could not be protected has none and is suppressed as a whole.
    private(set) var suppressed: [String: [Bool]] = [:]

    init(
        of period: PeriodData,
        _ statistics: Statistics,
        earlier: [PublishedData],
        result: inout DisclosureResult
    ) {
        secrecy = Secrecy(settings: period.settings)
        frame = CellFrame(period.settings)
        for (position, column) in secrecy.columns {
            guard
                let secret = SecretTable(
                    of: position,
                    column,
                    in: period,
                    statistics,
                    earlier: earlier
                )
            else { continue }
            let pattern = SecondarySuppression(of: secret.table).pattern
            suppressed[column.key] = pattern
            result.add(
                secret,
                pattern,
                Attack(on: secret.table, suppressing: pattern),
                statistics.year
            )
        }
    }

    /// Whether the sum of a column is suppressed in the cell of a key.
    func isSuppressed(_ indicator: String, unit: String, sector: String) -> Bool {
        guard let pattern = suppressed[indicator] else { return true }
        // A cell that this period does not have was never published.
        guard let row = frame.rows.firstIndex(of: unit),
            let column = frame.columns.firstIndex(of: sector)
        else { return true }
        return pattern[row * frame.columns.count + column]
    }
}
