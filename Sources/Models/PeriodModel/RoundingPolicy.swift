package import Vocabulary

/// How figures are rounded, once, when they are printed: half away from zero.
///
/// Shares are not forced to add up to 100 unless `shares` says so; reports tell in a note how they are rounded.
package struct RoundingPolicy: Sendable, Hashable {
    /// Decimals of shares and growth, in percent.
    package var percent: NumberStyle.Decimals
    /// Decimals of money and other measures in running text.
    package var text: NumberStyle.Decimals
    /// Decimals of measures in tables.
    package var table: NumberStyle.Decimals
    /// Decimals of means and medians in tables.
    package var mean: NumberStyle.Decimals
    /// How the shares of one whole are rounded together.
    package var shares: Shares

    /// The ways of rounding the shares of one whole.
    package enum Shares: Sendable, Hashable {
        /// Each for itself, with the decimals of `percent`: the sum may miss 100 by rounding.
        case each
        /// To the decimals of `percent`, so that the sum is 100: all are rounded down, and the units of the last
        /// decimal that are left go to the shares with the largest remainders; equal shares stay equal. Where
        /// that cannot be, each is rounded for itself.
        case largestRemainder
        /// Each for itself, to so many significant digits: `72,8`, `0,431`.
        case digits(Int)
    }

    package init(
        percent: NumberStyle.Decimals = .fixed(2),
        text: NumberStyle.Decimals = .upTo(2),
        table: NumberStyle.Decimals = .fixed(0),
        mean: NumberStyle.Decimals = .fixed(1),
        shares: Shares = .each
    ) {
        self.percent = percent
        self.text = text
        self.table = table
        self.mean = mean
        self.shares = shares
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
