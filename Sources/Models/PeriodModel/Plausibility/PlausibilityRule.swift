/// What is asked of figures that were read without a fault: whether they can be right.
///
/// The raw value is the code of its diagnostic. Severity, reason and limits are data: `Templates/rules.yaml`.
package enum PlausibilityRule: String, Sendable, CaseIterable {
    /// The sum of a column over all units is last year's although other organisations gave it.
    case stillWhole = "plausibility.still.whole"
    /// The same of one unit's sum.
    case stillUnit = "plausibility.still.unit"
    /// In one unit a column has last year's values, elsewhere it has not.
    case stillColumn = "plausibility.still.column"
    /// A unit's rows are last year's.
    case stillRows = "plausibility.still.rows"
    /// A given figure is last year's although the number of organisations is not.
    case stillGiven = "plausibility.still.given"
    /// A given figure is a number of organisations or people times a round average.
    case averageGiven = "plausibility.average.given"
    /// A total that its rows do not add up to is their number times a round average.
    case averageTotal = "plausibility.average.total"
    /// A given figure is a thousand or a million times last year's.
    case scaleGiven = "plausibility.scale.given"
    case growthWhole = "plausibility.growth.whole"
    case growthUnit = "plausibility.growth.unit"
    case growthRow = "plausibility.growth.row"
    /// A year after the cut-off day, or after a period that had the organisation already.
    case futureYear = "plausibility.future.year"
    /// A given figure of a day after the cut-off day.
    case futureGiven = "plausibility.future.given"
    /// Rows that follow each other have one value.
    case copiedRows = "plausibility.copied.rows"
    /// New organisations: those given against those of the lists.
    case flowEntered = "plausibility.flow.entered"
    case flowLeft = "plausibility.flow.left"
    /// Organisations before, plus new, less gone, are not those of now.
    case flowBalance = "plausibility.flow.balance"
    /// A unit leaves most of its organisations without a rating.
    case ratingUnanswered = "plausibility.rating.unanswered"
    /// Given numbers of ratings do not add up to the organisations.
    case ratingSum = "plausibility.rating.sum"

    /// A limit of a rule, as data names it.
    package enum Limit: String, Sendable, CaseIterable {
        /// Fewest organisations that must speak.
        case organisations
        /// Fewest figures of one organisation that must speak.
        case figures
        /// Significant digits.
        case digits
        /// Percent of what was compared.
        case share
        /// Percent elsewhere at most.
        case elsewhere
        /// Percent of likelihood at most.
        case chance
        /// A factor.
        case slack
        /// Growth in percent.
        case lower
        case upper
        case years
        case days
        /// Rows that follow each other.
        case rows
    }

    /// The limits that the rule has.
    package var limits: [Limit] {
        switch self {
        case .stillWhole, .stillUnit: [.organisations, .digits]
        case .stillColumn: [.organisations, .share, .elsewhere]
        case .stillRows: [.organisations, .figures, .share]
        case .stillGiven: [.digits]
        case .averageGiven, .averageTotal: [.digits, .chance]
        case .scaleGiven: [.slack]
        case .growthWhole, .growthUnit: [.lower, .upper, .organisations]
        case .growthRow: [.lower, .upper]
        case .futureYear: [.years, .share]
        case .futureGiven: [.days]
        case .copiedRows: [.rows, .chance]
        case .flowEntered, .flowLeft, .flowBalance, .ratingSum: []
        case .ratingUnanswered: [.organisations, .share]
        }
    }
}
