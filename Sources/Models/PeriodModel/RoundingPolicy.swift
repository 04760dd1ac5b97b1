package import Vocabulary

/// How figures are rounded, once, when they are printed: each for itself, half away from zero.
///
/// Shares are not forced to add up to 100; reports say so in a note.
package struct RoundingPolicy: Sendable, Hashable {
    /// Decimals of shares and growth, in percent.
    package var percent: NumberStyle.Decimals
    /// Decimals of money and other measures in running text.
    package var text: NumberStyle.Decimals
    /// Decimals of measures in tables.
    package var table: NumberStyle.Decimals
    /// Decimals of means and medians in tables.
    package var mean: NumberStyle.Decimals

    package init(
        percent: NumberStyle.Decimals = .fixed(2),
        text: NumberStyle.Decimals = .upTo(2),
        table: NumberStyle.Decimals = .fixed(0),
        mean: NumberStyle.Decimals = .fixed(1)
    ) {
        self.percent = percent
        self.text = text
        self.table = table
        self.mean = mean
    }
}

/// Words that differ between registers and offices.
package struct Wording: Sendable, Hashable {
    /// The organisation counted, as after a number: `HTX`.
    package var organisation: String
    /// Its full name, as written in sentences.
    package var organisationName: String
    /// Whether counts below 10 in sentences are written `04`.
    package var padsCounts: Bool

    package init(organisation: String, organisationName: String, padsCounts: Bool = false) {
        self.organisation = organisation
        self.organisationName = organisationName
        self.padsCounts = padsCounts
    }
}
