package import Diagnostics

/// Something in a store that is not as OCFL or an edition asks.
package struct StoreFault: Sendable, Hashable {
    package var rule: StoreRule
    /// Below the store's folder.
    package var file: String
    /// What exactly, such as a path or a digest; may be empty.
    package var detail: String

    package init(_ rule: StoreRule, _ file: String, _ detail: String = "") {
        self.rule = rule
        self.file = file
        self.detail = detail
    }

    /// The fault for people; `remedy` says what can be restored from where.
    package func diagnostic(remedy: Bilingual? = nil) -> Diagnostic {
        let (words, more) = (rule.words, detail.isEmpty ? "" : ": “\(detail)”")
        return Diagnostic(
            "archive.store.\(rule.rawValue.lowercased())",
            rule.isWarning ? .warning : .error,
            at: Place(file: file),
            value: detail.isEmpty ? nil : detail,
            message: Bilingual(
                vi: "\(words.vi)\(more) [\(rule.rawValue)].",
                en: "\(words.en)\(more) [\(rule.rawValue)]."
            ),
            hint: remedy
        )
    }
}
