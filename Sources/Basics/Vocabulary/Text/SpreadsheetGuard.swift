/// Keeps a text from being calculated by a spreadsheet that opens it: an apostrophe before what looks
/// like a formula.
package enum SpreadsheetGuard {
    /// The text with an apostrophe where it needs one; numbers need none.
    package static func added(to text: String) -> String {
        guard let first = text.unicodeScalars.first else { return text }
        if first == "'" { return isGuarded(text) ? "'" + text : text }
        return isDangerous(first) && !isNumber(text) ? "'" + text : text
    }

    /// The text that `added` was given.
    package static func removed(from text: String) -> String {
        isGuarded(text) ? String(text.dropFirst()) : text
    }

    private static func isGuarded(_ text: String) -> Bool {
        let scalars = text.unicodeScalars
        guard scalars.first == "'", let second = scalars.dropFirst().first else { return false }
        return second == "'" || isDangerous(second)
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r": true
        default: false
        }
    }

    private static func isNumber(_ text: String) -> Bool {
        let digits = text.utf8.dropFirst()
        return digits.contains { (0x30...0x39).contains($0) }
            && digits.allSatisfy {
                (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
            }
    }
}
