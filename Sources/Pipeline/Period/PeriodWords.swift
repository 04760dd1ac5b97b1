import Diagnostics
import Ingest
import PeriodModel

/// The words of templates by which submissions and answers are read, and the rules by which they are doubted.
struct PeriodWords {
    let reading: ReadingWords
    /// The rules by which figures are doubted; `nil` when the templates are older than them.
    let rules: RuleBook?
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
        var files = [file] + (definitions.map { [$0] } ?? [])
        if TemplateFolder.hasRules(source) {
            guard let rulesFile = TemplateFolder.rules(source, log: &log),
                let book = Ingest.readRules(from: rulesFile, log: &log)
            else { return nil }
            rules = book
            files.append(rulesFile)
        } else {
            rules = nil
            log.append(.noRules)
        }
        guard hasAmendments, let answersFile = TemplateFolder.answerWords(source, log: &log) else {
            answers = nil
            self.files = files
            return
        }
        answers = Ingest.readAnswerWords(answersFile, log: &log)
        self.files = files + [answersFile]
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

extension Diagnostic {
    fileprivate static let noRules = Diagnostic(
        "pipeline.rules.missing",
        .warning,
        at: Place(file: "Templates/rules.yaml"),
        message: Bilingual(
            vi:
                "Thư mục Templates không có rules.yaml: không kiểm tra được tính hợp lý của số liệu.",
            en:
                "The folder Templates has no rules.yaml: whether figures can be right was not checked."
        ),
        hint: Bilingual(
            vi: "Chép lại rules.yaml từ thư mục của chương trình.",
            en: "Copy rules.yaml from the program's folder."
        )
    )
}
