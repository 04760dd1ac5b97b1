import DatasetModel
import Diagnostics
import PeriodModel
import Vocabulary

/// What the texts of one note may say: words by placeholder, lists for its tables, and what it has.
struct NoteContext {
    var words: [String: String]
    var lists: [String: [[String: String]]] = [:]
    var flags: Set<String> = []

    /// The words that every page may say.
    init(_ material: NoteMaterial, order: NoteOrder) {
        let settings = material.settings
        words = [
            "period.year": String(settings.period.year),
            "period.cutoff": settings.period.cutoff.vietnamese,
            "province.name": settings.province.name,
            "province.title": settings.province.title,
            "agency.name": settings.agency.name,
            "agency.issuer": settings.agency.issuer,
            "organisation": settings.wording.organisation,
            "organisation.name": settings.wording.organisationName,
            "deadline.submissions": settings.deadlines.submissions?.vietnamese
                ?? order.words.unknown,
            "deadline.answers": settings.deadlines.answers?.vietnamese ?? order.words.unknown,
            "answer.corrected": material.words.corrected.first ?? "",
            "answer.confirmed": material.words.confirmed.first ?? "",
            "tool": material.producer,
        ]
        if settings.deadlines.submissions != nil { flags.insert("submission-deadline") }
        if settings.deadlines.answers != nil { flags.insert("answer-deadline") }
        if material.hasPrevious { flags.insert("previous") }
    }

    /// A number of things as tables and sentences of notes write it.
    static func count(_ number: Int) -> String { NumberStyle().text(ExactDecimal(number)) }

    /// Puts a list under its name; a list with members is something that the page has.
    mutating func put(_ name: String, _ rows: [[String: String]]) {
        lists[name] = rows
        if !rows.isEmpty { flags.insert(name) }
    }
}

extension NoteContext {
    /// The words of one unit's note.
    init(_ subject: NoteSubject, material: NoteMaterial, order: NoteOrder) {
        self.init(material, order: order)
        let files = subject.files.map { material.dataset.submissions[$0] }
        let excuse = material.settings.missing.first { $0.code == subject.unit?.code }?.reason
        words["unit.title"] = Self.title(of: subject, material)
        words["unit.code"] = subject.unit?.code ?? ""
        words["missing.reason"] = excuse ?? ""
        words["note.slug"] = subject.slug
        words["errors.count"] = Self.count(subject.errorCount)
        words["warnings.count"] = Self.count(subject.warningCount)
        words["doubts.count"] = Self.count(subject.doubts.count)
        words["files.count"] = Self.count(files.count)
        if subject.isSilent { flags.insert("silence") }
        if excuse != nil { flags.insert("excuse") }
        if subject.unit == nil { flags.insert("stranger") }
        if subject.doubts.contains(where: { $0.isAnswered && $0.place.cell != nil }) {
            flags.insert("answerable")
        }
        if subject.errorCount > 0 { flags.insert("errors") }
        if subject.warningCount > 0 { flags.insert("warnings") }

        let readings = NoteReadings(order: order, settings: material.settings)
        put("files", files.map { fileWords($0, subject, material, order, readings) })
        put("settings", files.flatMap { readings.settings(of: $0) })
        put("proofs", files.flatMap { readings.proofs(of: $0) })
        put("left-out", files.flatMap { readings.leftOut(of: $0) })
        put("marks", files.flatMap { readings.marks(of: $0) })
        put("amendments", files.flatMap { $0.amendments.map { Self.amendmentWords($0, order) } })
        put(
            "doubts",
            subject.doubts.enumerated().map { Self.doubtWords($1, number: $0 + 1, order) }
        )
    }

    private func fileWords(
        _ file: Submission,
        _ subject: NoteSubject,
        _ material: NoteMaterial,
        _ order: NoteOrder,
        _ readings: NoteReadings
    ) -> [String: String] {
        let doubts = subject.doubts.filter { $0.place.file == file.path }
        let errors = doubts.count { $0.diagnostic.severity == .error }
        return [
            "file.name": file.path.lastPathComponent.printable,
            "file.rows": Self.count(file.rowCount),
            "file.errors": Self.count(errors),
            "file.warnings": Self.count(doubts.count - errors),
            "file.sha256": material.digests[file.path] ?? order.words.unknown,
            "file.reading": readings.summary(of: file),
        ]
    }

    private static func amendmentWords(_ amendment: Amendment, _ order: NoteOrder) -> [String:
        String]
    {
        let words = order.words
        func known(_ text: String) -> String { text.isEmpty ? words.unknown : text.printable }
        return [
            "amendment.file": amendment.file.lastPathComponent.printable,
            "amendment.cell": known(amendment.cell),
            "amendment.old": amendment.old.isEmpty ? words.empty : amendment.old.printable,
            "amendment.new": amendment.new?.printable ?? words.confirmed,
            "amendment.reason": known(amendment.reason),
            "amendment.who": known(amendment.who),
        ]
    }

    private static func doubtWords(
        _ doubt: NotedDoubt,
        number: Int,
        _ order: NoteOrder
    ) -> [String: String] {
        let isError = doubt.diagnostic.severity == .error
        let parts = [doubt.identifier, doubt.name].filter { !$0.isEmpty }
        return [
            "doubt.number": count(number),
            "doubt.group": isError ? order.notes.errors : order.notes.warnings,
            "doubt.file": doubt.place.file.lastPathComponent.printable,
            "doubt.cell": doubt.place.cell?.printable
                ?? doubt.place.line.map { "\(order.notes.line) \($0)" } ?? order.notes.wholeFile,
            "doubt.organisation": parts.joined(separator: " - ").printable,
            "doubt.read": clip(doubt.read.printable),
            "doubt.reason": clip(doubt.reason(order), 400),
            "doubt.proposal": clip(doubt.diagnostic.hint?.vi.printable ?? "", 400),
        ]
    }

    private static func clip(_ text: String, _ limit: Int = 120) -> String {
        text.count <= limit ? text : text.prefix(limit) + "…"
    }
}

extension NotedDoubt {
    /// Why it is doubted; at the other place of the doubt with the place that the message speaks from.
    func reason(_ order: NoteOrder) -> String {
        let message = diagnostic.message.vi.printable
        guard isMirrored, let other = diagnostic.place else { return message }
        return order.notes.mirrored.segments.map { segment in
            switch segment {
            case .literal(let text): text
            case .placeholder(let placeholder):
                switch placeholder.name {
                case "other.file": other.file.lastPathComponent.printable
                case "other.cell": other.cell ?? order.notes.wholeFile
                default: message
                }
            }
        }.joined()
    }
}
