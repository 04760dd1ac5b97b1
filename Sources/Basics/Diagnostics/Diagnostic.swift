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

    /// `nil` when the fault is in no file, such as a folder that is not there.
    package var place: Place?
    /// All but the place: equal doubts of a file differ by that alone, and may be many.
    private var told: Told

    package init(
        _ code: String,
        _ severity: Severity = .error,
        at place: Place?,
        related: Place? = nil,
        value: String? = nil,
        message: Bilingual,
        hint: Bilingual? = nil
    ) {
        self.place = place
        told = Told(
            code: code,
            severity: severity,
            related: related,
            value: value,
            message: message,
            hint: hint
        )
    }

    /// A stable slug, `stage.subject.fault`, such as `ingest.number.not-a-number`.
    package var code: String { told.code }

    package var severity: Severity {
        get { told.severity }
        set { tell(newValue, message) }
    }

    /// The other place that it speaks of, such as the first of two equal codes.
    package var related: Place? { told.related }
    /// The raw text that was read.
    package var value: String? { told.value }
    /// What is wrong and why it is doubted, in one sentence.
    package var message: Bilingual {
        get { told.message }
        set { tell(severity, newValue) }
    }
    /// What to do about it.
    package var hint: Bilingual? { told.hint }

    private mutating func tell(_ severity: Severity, _ message: Bilingual) {
        told = Told(
            code: code,
            severity: severity,
            related: related,
            value: value,
            message: message,
            hint: hint
        )
    }

    /// Equal in every word and place.
    package static func == (left: Diagnostic, right: Diagnostic) -> Bool {
        left.place == right.place && left.told == right.told
    }

    /// By place, code and message, which hardly ever agree where the rest does not.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(code)
        hasher.combine(message)
    }

    /// Held by all copies of a doubt in common, so that logs of a hundred thousand stay small.
    private final class Told: Sendable, Equatable {
        let code: String
        let severity: Severity
        let related: Place?
        let value: String?
        let message: Bilingual
        let hint: Bilingual?

        init(
            code: String,
            severity: Severity,
            related: Place?,
            value: String?,
            message: Bilingual,
            hint: Bilingual?
        ) {
            self.code = code
            self.severity = severity
            self.related = related
            self.value = value
            self.message = message
            self.hint = hint
        }

        static func == (left: Told, right: Told) -> Bool {
            left === right
                || left.code == right.code && left.severity == right.severity
                    && left.related == right.related && left.value == right.value
                    && left.message == right.message && left.hint == right.hint
        }
    }
}
