/// Numbers as workbooks store them, in plain digits with a point.
enum StoredNumber {
    /// The shortest decimal that is this number and no other: 1.1 for what files write as
    /// 1.1000000000000001. `nil` for what is no number.
    static func text(_ value: Double) -> String? {
        guard value.isFinite else { return nil }
        return value == 0 ? "0" : plain(value.description)
    }

    /// The text of a cell's value read as a number; `nil` when it is none.
    static func text(_ bytes: some Collection<UInt8>) -> String? {
        guard let number = parsed(bytes) else { return nil }
        // Whole numbers and more digits than a double has are kept: they were not written by a spreadsheet.
        let isWhole = !number.text.utf8.contains {
            $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e")
        }
        if isWhole || number.digits > 17 { return plain(number.text) }
        return text(number.value)
    }

    /// The number that a text gives, and how many digits it gives it with.
    static func parsed(_ bytes: some Collection<UInt8>) -> (
        value: Double, text: String, digits: Int
    )? {
        let text = String(
            decoding: bytes.drop { $0 <= 0x20 }.prefix { $0 > 0x20 },
            as: UTF8.self
        )
        guard text.utf8.count <= 400,
            text.utf8.allSatisfy({ isDigit($0) || "+-.eE".utf8.contains($0) }),
            let value = Double(text), value.isFinite,
            bytes.drop(while: { $0 <= 0x20 }).drop(while: { $0 > 0x20 }).allSatisfy({ $0 <= 0x20 })
        else { return nil }
        let mantissa = text.utf8.prefix { $0 | 0x20 != UInt8(ascii: "e") }.filter(isDigit)
        return (value, text, mantissa.drop { $0 == UInt8(ascii: "0") }.count)
    }

    /// `-1.5e-07` without its exponent, and without needless zeros and signs.
    static func plain(_ text: String) -> String {
        let parts = text.lowercased().split(separator: "e", maxSplits: 1)
        let exponent = parts.count > 1 ? min(max(Int(parts[1]) ?? 0, -400), 400) : 0
        let mantissa = (parts.first ?? "0").drop { $0 == "-" || $0 == "+" }
        let halves = mantissa.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        var digits = Array(halves.joined().utf8)
        var point = (halves.first?.utf8.count ?? 0) + exponent
        if point < 0 {
            digits.insert(contentsOf: repeatElement(UInt8(ascii: "0"), count: -point), at: 0)
            point = 0
        }
        if point > digits.count {
            digits += repeatElement(UInt8(ascii: "0"), count: point - digits.count)
        }
        var whole = digits[..<point].drop { $0 == UInt8(ascii: "0") }
        var fraction = digits[point...]
        while fraction.last == UInt8(ascii: "0") { fraction.removeLast() }
        if whole.isEmpty { whole = [UInt8(ascii: "0")] }
        let result =
            String(decoding: whole, as: UTF8.self)
            + (fraction.isEmpty ? "" : "." + String(decoding: fraction, as: UTF8.self))
        return text.hasPrefix("-") && result != "0" ? "-" + result : result
    }

    private static func isDigit(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 }
}
