import Archive
import Compose
import Compute
import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import ThemeModel
import Vocabulary

/// Everything but the rendering: what `check` looks at and `build` prints.
struct PreparedReport {
    var settings: PeriodSettings
    var statistics: Statistics
    var document: Document
    var theme: Theme
    /// `theme.yaml`, for the places of faces that cannot be used.
    var themeFile: SourceText
    /// The period's rows, and how each of its submissions was read.
    var dataset: Dataset
    /// Every file that had a part in it.
    var inputs: [InputFile]
    /// The edition that it was held against, as records note it.
    var comparedWith: BuildRecord.Setting?
    /// Where the figures of the document come from; made only for who shows them.
    var sources: @Sendable () -> FigureSources? = { nil }
    /// The letter that corrects the earlier edition, where only its form changed.
    var correction: Document?
}

/// Reads (unless it was `read` already), computes and composes; all faults of all files are in `log`. `nil` when
/// nothing can go on.
func prepareReport(
    from source: Source,
    _ open: OpenPeriod,
    read: ReadPeriod? = nil,
    isDraft: Bool,
    date: CalendarDate?,
    log: inout DiagnosticLog
) -> PreparedReport? {
    let settings = open.settings
    let period = read ?? open.read(log: &log)
    guard let templates = readTemplates(source, settings, log: &log) else { return nil }
    let theme = readTheme(templates.theme, log: &log)

    let before = period.previous.map { Compute.statistics(of: $0, log: &log) }
    let statistics = Compute.statistics(of: period.current, previous: period.previous, log: &log)
    let set = TemplateSet(
        folder: "Templates/\(settings.template)",
        templates: templates.files,
        own: period.folder.texts
    )
    var inputs =
        period.inputs
        + ([templates.theme] + set.filesUsed + period.folder.pictures.values).map(InputFile.text)
    var prepared = PreparedRevision()
    let earlier = EarlierEdition(source, settings, inputs: inputs, log: &log)
    let letter = earlier.flatMap { _ in
        TemplateFolder(templates.path, template: correctionTemplate, log: &log)
    }
    if let earlier {
        prepared = prepareRevision(
            of: earlier,
            statistics,
            settings,
            inputs: inputs,
            words: open.readingWords,
            log: &log
        )
        inputs += letter?.inputs ?? []
    } else if let reason = settings.editions.reasons.first {
        log.append(.nothingRestated(reason))
    }
    var material = ReportMaterial(
        settings: settings,
        dataset: period.current.dataset,
        statistics: statistics,
        previous: before,
        openDoubts: log.sorted.filter { $0.severity == .error },
        isDraft: isDraft,
        date: date ?? settings.agency.date ?? settings.period.cutoff,
        producer: Version.producer,
        pictures: period.folder.pictures,
        revision: prepared.revision,
        definitions: open.definitions(log: &log)
    )
    guard let document = composed(&material, set, log: &log), let theme else { return nil }
    let correction =
        prepared.needsLetter
        ? letter.flatMap { composeCorrection(material, $0, log: &log) } : nil
    var report = PreparedReport(
        settings: settings,
        statistics: statistics,
        document: document,
        theme: theme,
        themeFile: templates.theme,
        dataset: period.current.dataset,
        inputs: inputs,
        comparedWith: earlier?.setting,
        correction: correction
    )
    report.sources = sources(of: document, material, period)
    return report
}

/// The sources of a document's figures; nothing where templates do not explain figures.
private func sources(
    of document: Document,
    _ material: ReportMaterial,
    _ period: ReadPeriod
) -> @Sendable () -> FigureSources? {
    {
        guard let definitions = material.definitions else { return nil }
        let tracer = FigureTracer(
            current: period.current,
            previous: period.previous,
            statistics: material.statistics,
            statisticsBefore: material.previous
        )
        return Compose.figureSources(
            of: document,
            writer: TraceWriter(
                definitions,
                settings: material.settings,
                previous: period.previous?.settings
            ),
            given: material.settings.given,
            current: period.current.dataset,
            previous: period.previous?.dataset,
            trace: tracer.trace
        )
    }
}

/// Composes; a draft is composed again when its texts have faults, to list those as well.
private func composed(
    _ material: inout ReportMaterial,
    _ templates: TemplateSet,
    log: inout DiagnosticLog
) -> Document? {
    var ownLog = DiagnosticLog()
    var document = Compose.document(from: material, templates: templates, log: &ownLog)
    let dataHaveErrors = log.hasErrors
    for doubt in ownLog.entries {
        // Where rows were refused, figures without a value only follow from that.
        if dataHaveErrors, !material.isDraft, doubt.code == Compose.noValueCode { continue }
        log.append(doubt)
    }
    if material.isDraft, ownLog.hasErrors {
        material.openDoubts = log.sorted.filter { $0.severity == .error }
        var again = DiagnosticLog()
        document = Compose.document(from: material, templates: templates, log: &again)
    }
    return document
}

func readTemplates(
    _ source: Source,
    _ settings: PeriodSettings,
    log: inout DiagnosticLog
) -> TemplateFolder? {
    guard let path = TemplateFolder.path(source, log: &log) else { return nil }
    return TemplateFolder(path, template: settings.template, log: &log)
}
