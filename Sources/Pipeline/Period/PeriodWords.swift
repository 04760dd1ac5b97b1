import Diagnostics
import Ingest
import PeriodModel

/// The words of templates by which submissions and answers are read, and the rules by which they are doubted.
struct PeriodWords {
    let reading: ReadingWords
    /// The rules by which figures are doubted.
    let rules: RuleBook
    /// Asked for only where there are answers.
    private let answers: AnswerWords?
    let files: [SourceText]

    /// `nil` when the words of submissions cannot be read.
    init?(_ source: Source, hasAmendments: Bool, _ log: inout DiagnosticLog) {
        guard let file = TemplateFolder.readingWords(source, log: &log),
            let words = Ingest.readReadingWords(from: file, log: &log),
            let rulesFile = TemplateFolder.rules(source, log: &log),
            let rules = Ingest.readRules(from: rulesFile, log: &log)
        else { return nil }
        reading = words
        self.rules = rules
        guard hasAmendments, let answersFile = TemplateFolder.answerWords(source, log: &log) else {
            answers = nil
            files = [file, rulesFile]
            return
        }
        answers = Ingest.readAnswerWords(answersFile, log: &log)
        files = [file, rulesFile, answersFile]
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
