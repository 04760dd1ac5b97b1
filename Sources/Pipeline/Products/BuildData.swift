import Compose
import Compute
import Diagnostics
import Ingest
import PeriodModel

/// Makes the data alone, without keeping rows: for submissions of any size.
///
/// Taken when nothing is asked for that needs the rows themselves, as medians do. No text is composed, so
/// that faults of texts do not matter here.
func buildData(
    of period: OpenPeriod,
    _ options: BuildOptions,
    log: inout DiagnosticLog
) -> BuildResult {
    let settings = period.settings
    guard let templates = readTemplates(options.source, settings, log: &log) else {
        return BuildResult(outcome: .stopped)
    }
    let theme = readTheme(templates.theme, log: &log)
    let read = period.readTotals(.threads(options.jobs), log: &log)
    let statistics = Compute.statistics(of: read.current, previous: read.previous, log: &log)
    guard let theme else { return BuildResult(outcome: .stopped) }
    if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }
    // The same files as for a report: the products of one output have one basis.
    let set = TemplateSet(
        folder: "Templates/\(settings.template)",
        templates: templates.files,
        own: read.folder.texts
    )
    let inputs = read.inputs + ([templates.theme] + set.filesUsed).map(InputFile.text)
    do {
        return try publish(
            [tidyData(statistics, settings)],
            from: inputs,
            theme,
            options,
            in: folder(of: options)
        )
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch {
        log.append(.failed("\(error)"))
    }
    return BuildResult(outcome: .stopped)
}
