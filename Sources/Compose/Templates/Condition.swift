import DatasetModel
import Diagnostics
import PeriodModel
import StatisticsModel

/// A condition under which a text, block, column or item appears; the list is closed.
struct Condition: Sendable, Hashable {
    enum Subject: Sendable, Hashable {
        /// A previous period is at hand.
        case previous
        /// A unit sent nothing.
        case missing
        /// A cell of a submission was amended.
        case amendments
        /// The return note at hand has something of this kind, one of `noteWords`.
        case has(String)
        /// Every unit has its place on a map of squares.
        case tiles
        /// The organisations' noun is shorter than their name.
        case abbreviated
        /// The schema has a column.
        case column(String)
        /// Published figures changed.
        case restatements
        /// The document takes the place of one that was issued.
        case replacing
        /// The document is for everybody.
        case isPublic
        /// `report.yaml` gives a figure: this one, or any.
        case given(String?)
    }

    /// What a return note or the index of notes may have.
    static let noteWords = [
        "files", "silence", "excuse", "errors", "warnings", "doubts", "settings", "proofs",
        "left-out", "marks", "amendments", "submission-deadline", "answer-deadline", "previous",
        "silent-units", "faulty-units", "ready-units", "means", "unit-means", "general-doubts",
        "stranger", "answerable",
    ]

    var subject: Subject
    var isNegated: Bool

    /// Reads `previous`, `not missing`, `column KEY`, `given`, `given KEY`.
    init?(_ text: String, at place: Place, log: inout DiagnosticLog) {
        var words = text.split(separator: " ").map(String.init)
        isNegated = words.first == "not"
        if isNegated { words.removeFirst() }
        switch (words.first, words.count) {
        case ("previous", 1): subject = .previous
        case ("missing", 1): subject = .missing
        case ("amendments", 1): subject = .amendments
        case ("tiles", 1): subject = .tiles
        case ("restatements", 1): subject = .restatements
        case ("replacing", 1): subject = .replacing
        case ("public", 1): subject = .isPublic
        case ("has", 2) where Self.noteWords.contains(words[1]): subject = .has(words[1])
        case ("abbreviated", 1): subject = .abbreviated
        case ("given", 1): subject = .given(nil)
        case ("column", 2): subject = .column(words[1])
        case ("given", 2): subject = .given(words[1])
        default:
            log.append(
                .unknownCondition(
                    text,
                    among: [
                        "previous", "missing", "amendments", "given", "abbreviated", "tiles",
                        "restatements", "replacing", "public", "column KEY", "given KEY",
                    ] + Self.noteWords.map { "has \($0)" },
                    at: place
                )
            )
            return nil
        }
    }

    func holds(for material: ReportMaterial) -> Bool {
        let isTrue =
            switch subject {
            case .previous: material.previous != nil
            case .missing: !material.settings.missing.isEmpty
            case .amendments: !material.dataset.amendments.isEmpty
            case .restatements: !material.revision.restatements.isEmpty
            case .replacing: material.revision.isReplacing
            case .isPublic: material.audience.isPublic
            case .tiles: material.settings.units.allSatisfy { $0.tile != nil }
            case .has: false
            case .abbreviated:
                material.settings.wording.organisation != material.settings.wording.organisationName
            case .column(let key): material.settings.schema.column(key) != nil
            case .given(nil): !material.settings.given.isEmpty
            case .given(let key?): material.settings.given.contains { $0.key == key }
            }
        return isTrue != isNegated
    }
}
