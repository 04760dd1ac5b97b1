import Diagnostics
import PeriodModel
import Vocabulary

/// The table in which a unit answers: its headings, then a row for each doubt, the last columns blank.
///
/// No cell can be taken for a formula by a spreadsheet.
func answerRows(of subject: NoteSubject, words: AnswerWords, order: NoteOrder) -> [[String]] {
    let fields = AnswerWords.Field.allCases
    let headings = fields.map { words.headings[$0]?.first ?? $0.rawValue }
    return [headings]
        + subject.doubts.filter(\.isAnswered).map { doubt in
            fields.map { SpreadsheetGuard.added(to: text($0, of: doubt, words, order)) }
        }
}

extension NotedDoubt {
    /// Doubts about an answer are answered in the table of answers itself, those about another unit's file
    /// by that unit.
    var isAnswered: Bool { isOwn && !place.file.hasPrefix("answers/") }
}

private func text(
    _ field: AnswerWords.Field,
    of doubt: NotedDoubt,
    _ words: AnswerWords,
    _ order: NoteOrder
) -> String {
    switch field {
    case .file: doubt.place.file.lastPathComponent
    case .cell: doubt.place.cell ?? ""
    case .code: doubt.diagnostic.code
    case .severity: doubt.diagnostic.severity == .error ? words.error : words.warning
    case .read: doubt.read.printable
    case .reason: doubt.reason(order)
    case .proposal: doubt.diagnostic.hint?.vi.printable ?? ""
    case .answer, .newValue, .explanation, .answeredBy, .date: ""
    }
}
