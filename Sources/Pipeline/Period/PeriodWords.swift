import Diagnostics
import Ingest
import PeriodModel

/// The words of templates by which submissions and answers are read.
struct PeriodWords {
    let reading: ReadingWords
    /// Asked for only where there are answers.
    private let answers: AnswerWords?
    /// The words by which figures are explained; `nil` where templates have none.
    let definitions: SourceText?
    let files: [SourceText]

    /// `nil` when the words of submissions cannot be read.
    init?(_ source: Source, hasAmendments: Bool, _ log: inout DiagnosticLog) {
        guard let file = TemplateFolder.readingWords(source, log: &log),
            let words = Ingest.readReadingWords(from: file, log: &log)
        else { return nil }
        reading = words
        definitions = TemplateFolder.definitions(source)
        let explaining = definitions.map { [$0] } ?? []
        guard hasAmendments, let answersFile = TemplateFolder.answerWords(source, log: &log) else {
            answers = nil
            files = [file] + explaining
            return
        }
        answers = Ingest.readAnswerWords(answersFile, log: &log)
        files = [file, answersFile] + explaining
    }

    /// What units answered and the office corrected in a period's submissions.
    func amendments(
        of folder: PeriodFolder,
        _ submissions: [String],
        log: inout DiagnosticLog
    ) -> Amendments {
        guard let answers, !folder.amendments.isEmpty else { return .none }
        return Ingest.readAmendments(
            answers: folder.answers,
            corrections: folder.corrections,
            words: answers,
            submissions: submissions,
            log: &log
        )
    }
}
