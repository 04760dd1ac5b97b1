import Archive
import Compose
import Compute
import DatasetModel
import Diagnostics
import Ingest
import PeriodModel

/// A submission of this size is read without keeping its rows where no figure needs them.
private let largeSubmission = 32 << 20
/// Submissions of this size together are read so in any case: a row that is kept takes some twenty times
/// its bytes.
private let tooLargeToKeep = 256 << 20

/// Whether a period's data alone are made without keeping rows.
func takesTotalsOnly(_ period: OpenPeriod) -> Bool {
    let sizes = period.folder.submissionSizes
    return sizes.all >= tooLargeToKeep
        || sizes.largest >= largeSubmission && !period.settings.publishes("median")
}

/// Makes the data alone, without keeping rows: for submissions of any size.
///
/// Figures that need the rows themselves, as medians do, are left out, and that is told where settings ask
/// for them. No text is composed, so that faults of texts do not matter here.
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
    if settings.publishes("median") { log.append(.noMedians) }
    let statistics = Compute.statistics(of: read.current, previous: read.previous, log: &log)
    guard let theme else { return BuildResult(outcome: .stopped) }
    if log.hasErrors, !options.isDraft { return BuildResult(outcome: .faults) }
    // The same files as for a report: the products of one output have one basis.
    let set = TemplateSet(
        folder: "Templates/\(settings.template)",
        templates: templates.files,
        own: read.folder.texts
    )
    var inputs = read.inputs + ([templates.theme] + set.filesUsed).map(InputFile.text)
    let earlier = EarlierEdition(options.source, settings, inputs: inputs, log: &log)
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
            publishedData(statistics, settings),
            of: read.current.dataset,
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

extension Diagnostic {
    fileprivate static let noMedians = Diagnostic(
        "pipeline.data.no-medians",
        .warning,
        at: Place(file: PeriodFolder.settingsName),
        message: Bilingual(
            vi:
                "Biểu quá lớn để giữ từng dòng: tidy.csv không có trung vị, số mới có và số không còn",
            en:
                "The submissions are too large to keep their rows: tidy.csv has no medians, and not who "
                + "entered or left"
        ),
        hint: Bilingual(
            vi: "Khai figures trong report.yaml với các số cần có, như [count, sum, mean]",
            en: "List the measures wanted under figures in report.yaml, such as [count, sum, mean]"
        )
    )
}
