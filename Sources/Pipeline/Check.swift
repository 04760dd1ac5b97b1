package import DatasetModel
package import Diagnostics

/// How a command ended, as scripts see it.
package enum Outcome: Int32, Sendable {
    /// Done, or nothing found.
    case done = 0
    /// The data or texts have errors; nothing was published.
    case faults = 1
    /// Usage, settings or disk: nothing could go on.
    case stopped = 2
}

/// What a look at a period folder found.
package struct CheckResult: Sendable {
    package var outcome: Outcome
    /// The submissions of the period, each with how it was read.
    package var submissions: [Submission] = []
}

/// Looks at a period folder as `build` would, without printing or writing anything.
package func check(_ source: Source, log: inout DiagnosticLog) -> CheckResult {
    guard let period = OpenPeriod(source, log: &log),
        let report = prepareReport(from: source, period, isDraft: false, date: nil, log: &log),
        openFonts(of: report.theme, namedIn: report.themeFile, log: &log) != nil
    else { return CheckResult(outcome: .stopped) }
    return CheckResult(
        outcome: log.hasErrors ? .faults : .done,
        submissions: report.dataset.submissions
    )
}
