package import DatasetModel
package import Diagnostics
package import DocumentModel
package import PeriodModel
package import StatisticsModel
package import Vocabulary

/// Everything that return notes speak of.
package struct NoteMaterial: Sendable {
    package var settings: PeriodSettings
    package var dataset: Dataset
    /// Every doubt about settings and data, in order.
    package var doubts: [Diagnostic]
    /// SHA-256 of each submission by its path.
    package var digests: [String: String]
    /// Whether there is a period before to compare with.
    package var hasPrevious: Bool
    package var means: [EstimatedMean]
    /// Words of the table of answers.
    package var words: AnswerWords
    /// The day that the documents' metadata name; never the clock's.
    package var date: CalendarDate
    /// Name and version of this program.
    package var producer: String

    package init(
        settings: PeriodSettings,
        dataset: Dataset,
        doubts: [Diagnostic],
        digests: [String: String],
        hasPrevious: Bool,
        means: [EstimatedMean],
        words: AnswerWords,
        date: CalendarDate,
        producer: String
    ) {
        self.settings = settings
        self.dataset = dataset
        self.doubts = doubts
        self.digests = digests
        self.hasPrevious = hasPrevious
        self.means = means
        self.words = words
        self.date = date
        self.producer = producer
    }
}

/// The notes of a period and the page that lists them.
package struct ReturnNotes: Sendable {
    package var notes: [ReturnNote]
    package var index: Document
    /// Sizes of letters that the notes' own settings give in the theme's stead.
    package var sizes: NoteSizes
}

/// What one unit gets back.
package struct ReturnNote: Sendable {
    /// Name of its files, without ending.
    package var slug: String
    package var document: Document
    /// The table that comes back filled: headings, then one row for each doubt.
    package var answers: [[String]]
    /// Paths of the submissions that it is about.
    package var submissions: [String]
}

/// Sizes of letters in points; what is `nil` is the theme's.
package struct NoteSizes: Sendable, Hashable {
    package var body: Double?
    package var table: Double?
    package var caption: Double?
    package var note: Double?
}

/// Composes a note for each unit, whether it sent something or not, and for each file that is nobody's;
/// `nil` when the templates' settings cannot be read.
package func returnNotes(
    from material: NoteMaterial,
    templates: TemplateSet,
    log: inout DiagnosticLog
) -> ReturnNotes? {
    let order = templates.file("order.yaml", log: &log).flatMap { readNoteOrder($0, log: &log) }
    let tables = templates.file("tables.yaml", log: &log).flatMap { readNoteTables($0, log: &log) }
    guard let order, let tables else { return nil }
    let sorting = NoteSorting(material)
    var composer = NoteComposer(material: material, order: order, tables: tables)
    let texts = ["note", "index"].map { composer.read($0, from: templates) }
    guard let note = texts[0], let index = texts[1] else {
        log.append(contentsOf: composer.log)
        return nil
    }
    let notes = sorting.subjects.map { subject in
        ReturnNote(
            slug: subject.slug,
            document: composer.document(
                note,
                subject.unit == nil ? order.stranger : order.note,
                in: NoteContext(subject, material: material, order: order)
            ),
            answers: answerRows(of: subject, words: material.words, order: order),
            submissions: subject.files.map { material.dataset.submissions[$0].path }
        )
    }
    let page = composer.document(
        index,
        order.index,
        in: NoteContext(index: sorting, material: material, order: order)
    )
    log.append(contentsOf: composer.log)
    return ReturnNotes(notes: notes, index: page, sizes: order.sizes)
}
