/// The words of the tables in which doubts go out and answers come back, as templates give them.
package struct AnswerWords: Sendable, Hashable {
    /// A column of such a table.
    package enum Field: String, Sendable, CaseIterable {
        case file
        case cell
        case code
        case severity
        case read
        case reason
        case proposal
        case answer
        case newValue = "new_value"
        case explanation
        case answeredBy = "answered_by"
        case date
    }

    /// A column of the office's own corrections.
    package enum CorrectionField: String, Sendable, CaseIterable {
        case file
        case cell
        case old
        case new
        case reason
        case who
        case date
    }

    /// For each column its headings: the first is written, all are understood.
    package var headings: [Field: [String]]
    package var correctionHeadings: [CorrectionField: [String]]
    /// How an answer says that the cell has a new value; the first is the one proposed.
    package var corrected: [String]
    /// How an answer says that the cell is right.
    package var confirmed: [String]
    /// The words for the two severities.
    package var error: String
    package var warning: String

    package init(
        headings: [Field: [String]],
        correctionHeadings: [CorrectionField: [String]],
        corrected: [String],
        confirmed: [String],
        error: String,
        warning: String
    ) {
        self.headings = headings
        self.correctionHeadings = correctionHeadings
        self.corrected = corrected
        self.confirmed = confirmed
        self.error = error
        self.warning = warning
    }
}
