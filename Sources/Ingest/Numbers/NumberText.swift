import PeriodModel
import Vocabulary

/// Reads numbers from bytes, in one form at a time.
enum NumberText {
    /// What the bytes are in one form.
    enum Reading: Equatable {
        case value(ExactDecimal)
        /// A number of more than 15 digits before or 12 after the decimal mark, beyond what sums hold.
        case tooLong
        case none

        var value: ExactDecimal? {
            guard case .value(let value) = self else { return nil }
            return value
        }
    }

    static let wholeDigitLimit = 15
    static let decimalLimit = 12

    /// The range without blanks and no-break blanks at its ends.
    static func trimmed<Bytes: RandomAccessCollection<UInt8>>(
        _ bytes: Bytes,
        _ range: Range<Int>
    ) -> Range<Int> where Bytes.Index == Int {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end {
            if bytes[start] <= Byte.blank {
                start += 1
            } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                start += 2
            } else {
                break
            }
        }
        while start < end {
            if bytes[end - 1] <= Byte.blank {
                end -= 1
            } else if end - start >= 2, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    /// Whether a decimal or group mark is there, so that the form matters.
    static func hasMark(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        bytes[range].contains { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
    }

    /// Reads an optional minus and digits, grouped by threes throughout or not at all, with decimals
    /// after the decimal mark where `allowsDecimals` says so.
    ///
    /// Blanks may group as well as the form's mark (`1 234 567`), in both forms. Accountants put a
    /// negative number in parentheses: `(1.234)`.
    static func read(
        _ bytes: [UInt8],
        _ range: Range<Int>,
        form: NumberForm,
        allowsDecimals: Bool
    ) -> Reading {
        var range = trimmed(bytes, range)
        let isNegative = dropParentheses(bytes, &range) || dropMinus(bytes, &range)
        var coefficient: Int128 = 0
        var wholeDigits = 0
        var significantDigits = 0
        var sinceGroup: Int?
        var decimals: Int?
        // The mark that groups this number; all groups have the same one.
        var group: UInt8?
        var offset = range.lowerBound
        while offset < range.upperBound {
            var byte = bytes[offset]
            offset += 1
            if let length = blankLength(bytes, offset - 1..<range.upperBound) {
                byte = Byte.blank
                offset += length - 1
            }
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if let count = decimals {
                    decimals = count + 1
                } else {
                    wholeDigits += 1
                    sinceGroup = sinceGroup.map { $0 + 1 }
                    if significantDigits > 0 || byte != UInt8(ascii: "0") { significantDigits += 1 }
                }
                if significantDigits <= wholeDigitLimit, (decimals ?? 0) <= decimalLimit {
                    coefficient = coefficient * 10 + Int128(byte - UInt8(ascii: "0"))
                }
            case form.decimalMark
            where allowsDecimals && decimals == nil && wholeDigits > 0 && (sinceGroup ?? 3) == 3:
                decimals = 0
            case form.groupMark where decimals == nil && group != Byte.blank,
                Byte.blank where decimals == nil && (group == nil || group == Byte.blank):
                group = byte
                // The first group has one to three digits and does not begin with 0.
                let isRight =
                    sinceGroup.map { $0 == 3 }
                    ?? (significantDigits == wholeDigits && (1...3).contains(wholeDigits))
                guard isRight else { return .none }
                sinceGroup = 0
            default: return .none
            }
        }
        guard wholeDigits > 0, decimals != 0, (sinceGroup ?? 3) == 3 else { return .none }
        guard significantDigits <= wholeDigitLimit, (decimals ?? 0) <= decimalLimit else {
            return .tooLong
        }
        return .value(
            ExactDecimal(isNegative ? -coefficient : coefficient, scale: decimals ?? 0)
        )
    }

    /// The range without a decimal mark and one or two zeros at its end, as programs write whole numbers
    /// that they keep with decimals: `586.0`; `nil` when it has none, or other marks.
    static func withoutZeroDecimals(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int>? {
        let isMark = { (byte: UInt8) in byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") }
        guard let mark = bytes[range].firstIndex(where: isMark),
            (1...2).contains(range.upperBound - mark - 1),
            bytes[(mark + 1)..<range.upperBound].allSatisfy({ $0 == UInt8(ascii: "0") })
        else { return nil }
        return range.lowerBound..<mark
    }

    /// Takes parentheses around the whole number off.
    private static func dropParentheses(_ bytes: [UInt8], _ range: inout Range<Int>) -> Bool {
        guard range.count > 2, bytes[range.lowerBound] == UInt8(ascii: "("),
            bytes[range.upperBound - 1] == UInt8(ascii: ")")
        else { return false }
        range = trimmed(bytes, range.lowerBound + 1..<range.upperBound - 1)
        return true
    }

    /// The bytes of a blank that may group digits: U+0020, U+00A0, U+2009 or U+202F; `nil` when another
    /// character begins the range.
    private static func blankLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
        switch bytes[range.lowerBound] {
        case Byte.blank: 1
        case 0xC2 where bytes[range].starts(with: [0xC2, 0xA0]): 2
        case 0xE2
        where bytes[range].starts(with: [0xE2, 0x80, 0x89])
            || bytes[range].starts(with: [0xE2, 0x80, 0xAF]):
            3
        default: nil
        }
    }

    /// Takes a hyphen or the minus sign U+2212, and blanks behind it, off the start.
    private static func dropMinus(_ bytes: [UInt8], _ range: inout Range<Int>) -> Bool {
        if bytes[range].first == UInt8(ascii: "-") {
            range = trimmed(bytes, range.lowerBound + 1..<range.upperBound)
            return true
        }
        if bytes[range].starts(with: [0xE2, 0x88, 0x92]) {
            range = trimmed(bytes, range.lowerBound + 3..<range.upperBound)
            return true
        }
        return false
    }

    /// Both sides of `4 - 5`, `4-5`, `4 – 5`, `4~5` or `4÷5`; `nil` when there is no dash after the first number.
    static func sides(_ bytes: [UInt8], _ range: Range<Int>) -> (low: Range<Int>, high: Range<Int>)?
    {
        let range = trimmed(bytes, range)
        var offset = range.lowerBound + 1
        while offset < range.upperBound {
            if bytes[offset] == UInt8(ascii: "-") || bytes[offset] == UInt8(ascii: "~") {
                return (range.lowerBound..<offset, offset + 1..<range.upperBound)
            }
            // The sign of division stands between the ends of a range in technical texts.
            if bytes[offset] == 0xC3, offset + 1 < range.upperBound, bytes[offset + 1] == 0xB7 {
                return (range.lowerBound..<offset, offset + 2..<range.upperBound)
            }
            // En dash and em dash.
            if bytes[offset] == 0xE2, offset + 2 < range.upperBound, bytes[offset + 1] == 0x80,
                bytes[offset + 2] == 0x93 || bytes[offset + 2] == 0x94
            {
                return (range.lowerBound..<offset, offset + 3..<range.upperBound)
            }
            offset += 1
        }
        return nil
    }
}
