import Archive
import CairoKit
import Compose
import Compute
import DatasetModel
package import Diagnostics
import DocumentModel
import Ingest
import PeriodModel
import RenderData
import RenderHTML
import RenderPDF
import StatisticsModel
import ThemeModel
package import Vocabulary

/// What return notes are made from and where they go.
package struct NotesOptions: Sendable {
    package var source: Source
    /// The output root; the period folder's name comes below it.
    package var output: String
    /// The day in the documents' metadata (`SOURCE_DATE_EPOCH`).
    package var date: CalendarDate?

    package init(source: Source, output: String, date: CalendarDate? = nil) {
        self.source = source
        self.output = output
        self.date = date
    }
}

/// Writes a return note for each unit, whatever the errors, and the page that lists them; everything else
/// in the output folder stays as it is.
package func notes(_ options: NotesOptions, log: inout DiagnosticLog) -> BuildResult {
    guard let open = OpenPeriod(options.source, log: &log),
        let path = TemplateFolder.path(options.source, log: &log),
        let templates = TemplateFolder(path, template: TemplateFolder.returnNote, log: &log),
        var theme = Compose.readTheme(templates.theme, log: &log),
        let fonts = openFonts(of: theme, namedIn: templates.theme, log: &log)
    else { return BuildResult(outcome: .stopped) }
    let set = TemplateSet(
        folder: "Templates/\(TemplateFolder.returnNote)",
        templates: templates.files
    )
    let period = open.read(log: &log)
    var own = DiagnosticLog()
    do {
        guard let file = templates.files["answers.yaml"],
            let words = Ingest.readAnswerWords(file, log: &own),
            let notes = Compose.returnNotes(
                from: try material(of: period, words, options, doubts: log.sorted),
                templates: set,
                log: &own
            ), !own.hasErrors
        else {
            log.append(contentsOf: own)
            return BuildResult(outcome: .stopped)
        }
        log.append(contentsOf: own)
        theme.take(notes.sizes)
        let files = try files(of: notes, theme: theme, fonts: fonts, log: &log)
        let folder = joined(options.output, folderName(options.source.folder))
        return BuildResult(
            outcome: log.hasErrors ? .faults : .done,
            written: try publishNotes(files, in: folder)
        )
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch {
        log.append(.failed("\(error)"))
    }
    return BuildResult(outcome: .stopped)
}

private func material(
    of period: ReadPeriod,
    _ words: AnswerWords,
    _ options: NotesOptions,
    doubts: [Diagnostic]
) throws -> NoteMaterial {
    let settings = period.current.settings
    var digests: [String: String] = [:]
    for file in period.submissions {
        digests[file.path] = try Archive.sha256(of: file.bytes)
    }
    // A unit whose file cannot be read is not silent, but its figures are as unknown; so are those of one
    // that only another unit's file has a row of.
    let heard = Set(
        period.current.dataset.submissions.flatMap { file in
            file.units.filter { file.sender == nil || file.sender == $0 }
        }
    )
    let silent = Set(settings.units.map(\.code)).subtracting(heard)
    let means = period.previous.map { previous in
        Compute.estimatedMeans(of: period.current, previous: previous, silent: silent)
    }
    return NoteMaterial(
        settings: settings,
        dataset: period.current.dataset,
        doubts: doubts,
        digests: digests,
        hasPrevious: period.previous != nil,
        means: means ?? [],
        words: words,
        date: options.date ?? settings.period.cutoff,
        producer: Version.producer
    )
}

/// A file of the notes' folder, made but not yet written.
struct NoteFile {
    /// Name in the folder.
    var name: String
    var bytes: [UInt8]
}

private func files(
    of notes: ReturnNotes,
    theme: Theme,
    fonts: FontSet,
    log: inout DiagnosticLog
) throws -> [NoteFile] {
    leavePageContentUnpacked()
    var files: [NoteFile] = []
    for note in notes.notes {
        let pdf = try RenderPDF.pdf(of: note.document, theme: theme, fonts: fonts, log: &log).bytes
        let html = RenderHTML.html(of: note.document, theme: theme, measuring: fonts)
        let csv = RenderData.spreadsheetCSV(note.answers)
        files.append(NoteFile(name: "\(note.slug).pdf", bytes: pdf))
        files.append(NoteFile(name: "\(note.slug).html", bytes: html))
        files.append(NoteFile(name: "\(note.slug).csv", bytes: csv))
    }
    let index = RenderHTML.html(of: notes.index, theme: theme, measuring: fonts)
    files.append(NoteFile(name: "index.html", bytes: index))
    return files
}

extension Theme {
    /// Takes the sizes that notes want.
    fileprivate mutating func take(_ wanted: NoteSizes) {
        sizes.body = wanted.body ?? sizes.body
        sizes.table = wanted.table ?? sizes.table
        sizes.wideTable = wanted.table ?? sizes.wideTable
        sizes.caption = wanted.caption ?? sizes.caption
        sizes.note = wanted.note ?? sizes.note
    }
}
