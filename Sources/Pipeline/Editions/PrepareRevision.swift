import Archive
import Compose
import DatasetModel
import Diagnostics
import DocumentModel
import Ingest
import PeriodModel
import StatisticsModel

/// What becomes of the edition before, as a report is prepared.
struct PreparedRevision {
    var revision = Revision()
    /// The letter that corrects the form of the earlier report, where nothing else changed.
    var needsLetter = false
}

/// Holds figures and files against those of the edition before.
///
/// Where rows were refused, the figures are not yet those that would be published: nothing is compared.
func prepareRevision(
    of earlier: EarlierEdition,
    _ statistics: Statistics,
    _ settings: PeriodSettings,
    inputs: [InputFile],
    words: ReadingWords,
    log: inout DiagnosticLog
) -> PreparedRevision {
    guard !log.hasErrors,
        let figures = publishedFigures(statistics, settings),
        let now = EditionFiles(inputs, figures: figures)
    else { return PreparedRevision() }
    var prepared = PreparedRevision()
    prepared.revision.issued = earlier.files.issued
    prepared.revision.restatements = restatements(
        from: earlier.files.published(beside: figures),
        to: figures,
        settings,
        log: &log
    )
    let difference = difference(from: earlier.files, to: now, words: words)
    switch difference.nature {
    case .none: break
    case .content: prepared.revision.isReplacing = true
    case .form:
        prepared.needsLetter = true
        prepared.revision.formChanges = difference.formChanges.flatMap { file in
            file.changes.map { change in
                FormChange(
                    path: file.file == PeriodFolder.settingsName
                        ? change.path : "\(themeKey).\(change.path)",
                    old: change.old,
                    new: change.new
                )
            }
        }
    }
    return prepared
}

extension EditionFiles {
    /// What the settings of an edition say of the document that was issued.
    fileprivate var issued: IssuedDocument {
        var log = DiagnosticLog()
        guard let settings, let agency = Ingest.readSettings(from: settings, log: &log)?.agency
        else { return IssuedDocument() }
        return IssuedDocument(number: agency.number, symbol: agency.symbol, date: agency.date)
    }
}

/// What the theme's settings are called in letters.
private let themeKey = "theme"

extension EditionFiles {
    /// What a build is about to be made from; faces and products are not compared.
    fileprivate init?(_ inputs: [InputFile], figures: [PublishedFigure]) {
        guard let digests = try? inputs.map({ try $0.digest() }) else { return nil }
        record = BuildRecord(
            tool: Version.name,
            version: Version.number,
            settings: [],
            inputs: digests,
            outputs: []
        )
        self.figures = figures
        var texts: [String: [UInt8]] = [:]
        for case .text(let text) in inputs { texts[text.path] = text.bytes }
        input = { texts[$0] }
    }
}

/// The letter's template.
let correctionTemplate = "correction"

/// The letter that corrects the form of a report.
func composeCorrection(
    _ material: ReportMaterial,
    _ templates: TemplateFolder,
    log: inout DiagnosticLog
) -> Document? {
    let set = TemplateSet(folder: "Templates/\(correctionTemplate)", templates: templates.files)
    return Compose.document(from: material, templates: set, log: &log)
}
