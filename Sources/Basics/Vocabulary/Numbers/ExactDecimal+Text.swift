extension ExactDecimal: CustomStringConvertible {
    /// Digits with a dot and no grouping, no trailing zeros: `-1234.5`; the form of `tidy.csv`.
    package var description: String {
        plain(places: scale)
    }

    /// Digits with a dot and exactly `places` decimals; the value must not have more.
    package func plain(places: Int) -> String {
        var digits =
            String(abs(coefficient)) + String(repeating: "0", count: max(0, places - scale))
        if places > 0 {
            digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
            digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -places))
        }
        return coefficient < 0 ? "-" + digits : digits
    }

    /// Reads `-1234.5`: digits, at most one dot with digits on both sides, an optional sign.
    ///
    /// Returns `nil` for anything else, for more than 18 decimals and for more than 30 digits.
    package init?(plain text: some StringProtocol) {
        var coefficient: Int128 = 0
        var digits = 0
        var scale: Int?
        var rest = text.utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { rest = rest.dropFirst() }
        for byte in rest {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                coefficient = coefficient * 10 + Int128(byte - UInt8(ascii: "0"))
                digits += 1
                if let decimals = scale { scale = decimals + 1 }
                guard digits <= 30 else { return nil }
            case UInt8(ascii: ".") where scale == nil && digits > 0: scale = 0
            default: return nil
            }
        }
        guard digits > 0, scale != 0, (scale ?? 0) <= 18 else { return nil }
        self.init(isNegative ? -coefficient : coefficient, scale: scale ?? 0)
    }
}
