/// How a number is written: decimals, grouping, sign and padding, in the Vietnamese form.
///
/// CLDR `vi`: decimal comma, dot between groups of three.
package struct NumberStyle: Sendable, Hashable {
    /// How many decimals are printed.
    package enum Decimals: Sendable, Hashable {
        /// Exactly so many: `72,80`.
        case fixed(Int)
        /// At most so many, trailing zeros dropped: `1,2`.
        case upTo(Int)

        /// The number of decimals to which the value is rounded.
        package var places: Int {
            switch self {
            case .fixed(let places), .upTo(let places): places
            }
        }
    }

    package var decimals: Decimals
    /// A plus before positive numbers, for changes.
    package var showsPlus: Bool
    /// Whole counts from 1 to 9 as `04`, the custom of official prose; never in tables.
    package var padsCounts: Bool

    package init(
        _ decimals: Decimals = .fixed(0),
        showsPlus: Bool = false,
        padsCounts: Bool = false
    ) {
        self.decimals = decimals
        self.showsPlus = showsPlus
        self.padsCounts = padsCounts
    }

    /// The number in Vietnamese form, `-1.234,5`, rounded half away from zero; a zero has no sign.
    package func text(_ value: ExactDecimal) -> String {
        let rounded = value.rounded(to: decimals.places)
        let places =
            switch decimals {
            case .fixed(let places): places
            case .upTo: rounded.scale
            }
        let plain = rounded.magnitude.plain(places: places)
        let parts = plain.split(separator: ".", omittingEmptySubsequences: false)
        var text = Self.grouped(parts[0])
        if padsCounts, parts.count == 1, !rounded.isZero, text.utf8.count == 1 { text = "0" + text }
        if parts.count > 1 { text += "," + parts[1] }
        if rounded.isNegative { return "-" + text }
        return showsPlus && !rounded.isZero ? "+" + text : text
    }

    private static func grouped(_ digits: Substring) -> String {
        guard digits.utf8.count > 3 else { return String(digits) }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.utf8.count - index) % 3 == 0 { text += "." }
            text.append(digit)
        }
        return text
    }
}
