import Archive
import Compose
import Compute
import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import StatisticsModel

/// A submission of this size is read without keeping its rows where no figure needs them.
private let largeSubmission = 32 << 20
/// Submissions of this size together are read so in any case: a row that is kept takes some twenty times
/// its bytes.
private let tooLargeToKeep = 256 << 20

/// Whether a period's data alone are made without keeping rows.
func takesTotalsOnly(_ period: OpenPeriod) -> Bool {
    let sizes = period.folder.submissionSizes
    return sizes.all >= tooLargeToKeep
        || sizes.largest >= largeSubmission && !period.settings.publishesMiddles
}

/// Makes the data alone, without keeping rows: for submissions of any size.
///
/// Medians and quartiles cost a second reading, and are left out where values are too many and too different; that
/// is told where settings ask for them. No text is composed, so that faults of texts do not matter here.
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
    // Who dominates a sum is seen by its extremes.
    let read = period.readTotals(
        .threads(options.jobs),
        needsExtremes: options.audience.isPublic,
        log: &log
    )
    if settings.publishesMiddles, read.current.dataset.distributions == nil {
        log.append(.noMedians)
    }
    var statistics = Compute.statistics(of: read.current, previous: read.previous, log: &log)
    var release: PublicFigures?
    if options.audience.isPublic {
        let before = read.previous.map { Compute.statistics(of: $0, log: &log) }
        release = PublicFigures(statistics, before, of: read, in: options.source, log: &log)
        guard let release else { return BuildResult(outcome: .stopped) }
        statistics = release.statistics
    }
    guard let theme else { return BuildResult(outcome: .stopped) }
    if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }
    // The same files as for a report: the products of one output have one basis.
    let set = TemplateSet(
        folder: "Templates/\(settings.template)",
        templates: templates.files,
        own: read.folder.texts
    )
    log.append(.noTables)
    let words = Compose.dataWords(of: set, log: &log)
    var inputs = read.inputs + ([templates.theme] + set.filesUsed).map(InputFile.text)
    inputs += release?.inputs ?? []
    let earlier =
        options.audience.isPublic
        ? nil : EarlierEdition(options.source, settings, inputs: inputs, log: &log)
    if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }
    if let earlier {
        // There is no document to print them in, but no published figure changes unexplained.
        if !log.hasErrors, let figures = publishedFigures(statistics, settings) {
            _ = restatements(
                from: earlier.files.published(beside: figures),
                to: figures,
                settings,
                log: &log
            )
        }
        if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }
        inputs +=
            TemplateFolder(templates.path, template: correctionTemplate, log: &log)?.inputs ?? []
    }
    var options = options
    options.comparedWith = earlier?.setting
    do {
        return try publish(
            dataFiles(of: statistics, settings, words: words),
            of: read.current.dataset,
            from: inputs,
            theme,
            options,
            disclosure: release?.record,
            in: folder(of: options)
        )
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch {
        log.append(.failed("\(error)"))
    }
    return BuildResult(outcome: .stopped)
}

extension Diagnostic {
    fileprivate static let noMedians = Diagnostic(
        "pipeline.data.no-medians",
        .warning,
        at: Place(file: PeriodFolder.settingsName),
        message: Bilingual(
            vi:
                "Biểu quá lớn và các số quá khác nhau để xếp thứ tự: tidy.csv không có trung vị, tứ phân vị",
            en:
                "The submissions have too many different values to put in order: tidy.csv has no "
                + "medians and no quartiles"
        ),
        hint: Bilingual(
            vi: "Khai figures trong report.yaml với các số cần có, như [count, sum, mean]",
            en: "List the measures wanted under figures in report.yaml, such as [count, sum, mean]"
        )
    )
}
