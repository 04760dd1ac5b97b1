package import Archive
package import Diagnostics
package import Vocabulary

/// The deposits of a store's periods.
package struct DueResult: Sendable {
    package var outcome: Outcome
    /// The nearest day first.
    package var deposits: [Deposit] = []
}

/// When the file of each period in a store must be in which archive; what is near or has gone by on `day` is
/// a warning.
package func dueDeposits(
    in path: String,
    on day: CalendarDate,
    log: inout DiagnosticLog
) -> DueResult {
    guard let store = OpenStore(path, log: &log) else { return DueResult(outcome: .stopped) }
    var deposits: [Deposit] = []
    for period in store.periods(log: &log) {
        guard let last = store.editions(of: period, log: &log).last,
            let edition = EditionPeriod(last, in: store, log: &log)
        else { continue }
        let year = FileCode(edition.settings).catalog
        deposits += Deposit.all(of: period, workOf: year)
    }
    deposits.sort()
    for deposit in deposits { deposit.warning(on: day).map { log.append($0) } }
    return DueResult(outcome: log.hasErrors ? .faults : .done, deposits: deposits)
}
