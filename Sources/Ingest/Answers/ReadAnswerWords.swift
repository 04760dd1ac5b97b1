package import Diagnostics
package import PeriodModel
import SettingsKit

/// Reads `answers.yaml` of the return notes' templates; `nil` when it had an error.
package func readAnswerWords(_ source: SourceText, log: inout DiagnosticLog) -> AnswerWords? {
    readSettingsFile(source, log: &log) { map in
        let headings = map.mapping("headings") { map -> [AnswerWords.Field: [String]]? in
            map.headings(AnswerWords.Field.self)
        }
        let corrections = map.mapping("corrections") {
            map -> [AnswerWords.CorrectionField: [String]]? in
            map.headings(AnswerWords.CorrectionField.self)
        }
        let corrected = map.texts("corrected")
        let confirmed = map.texts("confirmed")
        let error = map.text("error")
        let warning = map.text("warning")
        guard let headings, let corrections else { return nil }
        return AnswerWords(
            headings: headings,
            correctionHeadings: corrections,
            corrected: corrected,
            confirmed: confirmed,
            error: error,
            warning: warning
        )
    }
}

extension MappingReader {
    /// The headings of each column; its key is always understood as well.
    fileprivate mutating func headings<Field>(_ fields: Field.Type) -> [Field: [String]]
    where Field: RawRepresentable<String> & CaseIterable & Hashable {
        var headings: [Field: [String]] = [:]
        for field in fields.allCases {
            let names =
                has(field.rawValue) ? optionalTextOrTexts(field.rawValue) : [text(field.rawValue)]
            headings[field] = names + [field.rawValue]
        }
        return headings
    }
}
