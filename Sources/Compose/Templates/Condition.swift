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
        /// Settings name populations: this one, or any.
        case population(String?)
        /// A column of size classes leaves somebody without a class.
        case undecided(String)
        /// Settings have a ratio.
        case ratio(String)
        /// Published figures changed.
        case restatements
        /// Figures lead to their sources.
        case sources
        /// Settings change a rule of plausibility.
        case ruleChanges
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
        case ("rule-changes", 1): subject = .ruleChanges
        case ("replacing", 1): subject = .replacing
        case ("sources", 1): subject = .sources
        case ("public", 1): subject = .isPublic
        case ("has", 2) where Self.noteWords.contains(words[1]): subject = .has(words[1])
        case ("abbreviated", 1): subject = .abbreviated
        case ("populations", 1): subject = .population(nil)
        case ("population", 2): subject = .population(words[1])
        case ("undecided", 2): subject = .undecided(words[1])
        case ("ratio", 2): subject = .ratio(words[1])
        case ("given", 1): subject = .given(nil)
        case ("column", 2): subject = .column(words[1])
        case ("given", 2): subject = .given(words[1])
        default:
            log.append(
                .unknownCondition(
                    text,
                    among: [
                        "previous", "missing", "amendments", "given", "abbreviated", "tiles",
                        "restatements", "replacing", "rule-changes", "sources", "public",
                        "populations", "column KEY", "given KEY", "population KEY", "ratio KEY",
                        "undecided KEY",
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
            case .ruleChanges: !material.settings.plausibility.changes.isEmpty
            case .replacing: material.revision.isReplacing
            case .sources: material.definitions != nil
            case .isPublic: material.audience.isPublic
            case .tiles: material.settings.units.allSatisfy { $0.tile != nil }
            case .has: false
            case .abbreviated:
                material.settings.wording.organisation != material.settings.wording.organisationName
            case .column(let key): material.settings.schema.column(key) != nil
            case .population(nil): !material.settings.populations.isEmpty
            case .population(let key?): material.settings.population(key) != nil
            case .undecided(let key): material.hasUndecided(key)
            case .ratio(let key): material.settings.ratios.contains { $0.key == key }
            case .given(nil): !material.settings.given.isEmpty
            case .given(let key?): material.settings.given.contains { $0.key == key }
            }
        return isTrue != isNegated
    }
}
