/// A printed figure, cut where figures of a column line up.
struct FigureText: Equatable {
    /// Sign and whole part.
    var whole: String
    /// Decimal comma, decimals and what follows, such as `%`.
    var rest: String

    /// `nil` for text that is no single figure: dashes, dots, ranges, words.
    init?(_ text: String) {
        let scalars = Array(text.unicodeScalars)
        var index = 0
        if index < scalars.count, "+-−–".unicodeScalars.contains(scalars[index]) { index += 1 }
        let firstDigit = index
        while index < scalars.count, Self.isWhole(scalars[index]) { index += 1 }
        guard index > firstDigit, ("0"..."9").contains(scalars[firstDigit]) else { return nil }
        // A dot that no digit follows ends a sentence, it groups nothing.
        let tail = scalars[index...]
        guard tail.dropFirst(tail.first == "," ? 1 : 0).allSatisfy(Self.isDecimalOrSign) else {
            return nil
        }
        whole = String(String.UnicodeScalarView(scalars[..<index]))
        rest = String(String.UnicodeScalarView(tail))
    }

    private static func isWhole(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "."
    }

    private static func isDecimalOrSign(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar) || scalar == "%" || scalar == "*" || scalar == "\u{A0}"
    }
}
