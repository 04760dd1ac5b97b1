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
        var text: [UInt8] = []
        if rounded.isNegative {
            text.append(UInt8(ascii: "-"))
        } else if showsPlus, !rounded.isZero {
            text.append(UInt8(ascii: "+"))
        }
        let whole = plain.utf8.prefix { $0 != UInt8(ascii: ".") }
        let decimals = plain.utf8.dropFirst(whole.count + 1)
        if padsCounts, decimals.isEmpty, !rounded.isZero, whole.count == 1 {
            text.append(UInt8(ascii: "0"))
        }
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index) % 3 == 0 { text.append(UInt8(ascii: ".")) }
            text.append(digit)
        }
        if !decimals.isEmpty {
            text.append(UInt8(ascii: ","))
            text.append(contentsOf: decimals)
        }
        return String(decoding: text, as: UTF8.self)
    }
}
