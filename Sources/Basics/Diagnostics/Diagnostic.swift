/// One doubt about the input: what was read, where, why it is doubted and what to do.
package struct Diagnostic: Sendable, Hashable {
    /// How bad a doubt is: an error keeps a report from being published, a warning does not.
    package enum Severity: String, Sendable, Comparable {
        case error
        case warning

        /// Errors come before warnings.
        package static func < (left: Severity, right: Severity) -> Bool {
            left == .error && right == .warning
        }
    }

    /// A stable slug, `stage.subject.fault`, such as `ingest.number.not-a-number`.
    package var code: String
    package var severity: Severity
    /// `nil` when the fault is in no file, such as a folder that is not there.
    package var place: Place?
    /// The other place that it speaks of, such as the first of two equal codes.
    package var related: Place?
    /// The raw text that was read.
    package var value: String?
    /// What is wrong and why it is doubted, in one sentence.
    package var message: Bilingual
    /// What to do about it.
    package var hint: Bilingual?

    package init(
        _ code: String,
        _ severity: Severity = .error,
        at place: Place?,
        related: Place? = nil,
        value: String? = nil,
        message: Bilingual,
        hint: Bilingual? = nil
    ) {
        self.code = code
        self.severity = severity
        self.place = place
        self.related = related
        self.value = value
        self.message = message
        self.hint = hint
    }
}
