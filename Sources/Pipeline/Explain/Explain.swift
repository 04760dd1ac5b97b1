package import Diagnostics
import Ingest
import PeriodModel

/// What `explain` found.
package struct ExplainResult: Sendable {
    package var outcome: Outcome
    /// All codes, where none was asked for.
    package var catalogue: ExplanationCatalogue?
    package var explanation: CodeExplanation?
}

/// Explains a diagnostic's code, or all of them; `templates` is the folder that was given, if any.
package func explain(
    _ code: String?,
    templates: String?,
    log: inout DiagnosticLog
) -> ExplainResult {
    let source = Source(folder: ".", templates: templates)
    guard let rulesFile = TemplateFolder.rules(source, log: &log),
        let file = TemplateFolder.explanations(source, log: &log),
        let rules = Ingest.readRules(from: rulesFile, log: &log),
        let catalogue = readExplanations(file, rules: rules, log: &log)
    else { return ExplainResult(outcome: .stopped) }
    guard let code else { return ExplainResult(outcome: .done, catalogue: catalogue) }
    guard let explanation = catalogue[code] else {
        log.append(.unknownCode(code, nearest: catalogue.nearest(to: code)))
        return ExplainResult(outcome: .faults)
    }
    return ExplainResult(outcome: .done, explanation: explanation)
}

extension Diagnostic {
    fileprivate static func unknownCode(_ code: String, nearest: [String]) -> Diagnostic {
        let list = nearest.joined(separator: ", ")
        return Diagnostic(
            "pipeline.explain.unknown-code",
            at: nil,
            value: code,
            message: Bilingual(
                vi: "Không có mã “\(code)”.",
                en: "There is no code “\(code)”."
            ),
            hint: nearest.isEmpty
                ? Bilingual(
                    vi: "Chạy explain không kèm mã để xem mọi mã.",
                    en: "Run explain without a code to list all."
                )
                : Bilingual(vi: "Mã gần giống: \(list).", en: "Codes like it: \(list).")
        )
    }
}
