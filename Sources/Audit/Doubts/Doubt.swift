package import Diagnostics

/// What is doubted about a figure of a text.
package struct Doubt: Sendable {
    /// What was tested.
    package enum Kind: String, Sendable, CaseIterable {
        /// A share without its percent sign.
        case missingPercent = "missing-percent"
        /// Parts that do not add up to their total.
        case sum
        /// A part larger than its whole.
        case part
        /// A share that is not its count over the whole.
        case share
        /// Shares that add up to something else than 100.
        case slack
        /// A change that does not follow from its two values.
        case growth
        /// Percent where percentage points are meant.
        case points
        /// A thousand or a million times too much.
        case unitScale = "unit-scale"
        /// An average that is not its total by its count.
        case mean
        /// A count times a round average, given as what it is not.
        case derivedTotal = "derived-total"
        /// A part of a plan that is not what was reached over what was planned.
        case plan
        /// A range that ends below its beginning.
        case range
        /// A day that no calendar has.
        case date
        /// A day that had not come when the text was written.
        case futureDate = "future-date"
        /// A row or column of a table that does not follow from the others.
        case table
        /// A figure that differs from the period's.
        case period
        /// A figure that stood still while what it is of changed.
        case stale
    }

    /// How sure the doubt is: a remark needs no correction.
    package enum Severity: String, Sendable {
        case doubt
        case remark
    }

    package var kind: Kind
    package var severity: Severity
    /// The sentence, or the row of a table.
    package var sentence: String
    package var printed: String
    package var computed: String
    package var why: Bilingual
    package var line: Int
    /// The page, of a PDF.
    package var page: Int?
    /// The key of the period's figure.
    package var key: String?
}
