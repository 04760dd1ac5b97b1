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

/// Looks at a period folder as `build` would, without printing or writing anything.
package func check(_ source: Source, log: inout DiagnosticLog) -> Outcome {
    guard let period = OpenPeriod(at: source.folder, log: &log),
        let report = prepareReport(from: source, period, isDraft: false, date: nil, log: &log),
        openFonts(of: report, log: &log) != nil
    else { return .stopped }
    return log.hasErrors ? .faults : .done
}
