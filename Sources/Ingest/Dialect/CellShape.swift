/// What a cell looks like, told from its bytes alone.
///
/// Only the competition of dialects and the search for heading rows ask; values are read elsewhere.
enum CellShape: UInt8, Sendable, CaseIterable {
    case empty
    case number
    case percent
    case money
    case date
    case time
    case dateTime
    case address
    /// Letters and digits without blanks, such as a code.
    case code
    case word
    case text
    /// Signs only, such as `-` or `…`.
    case mark
    /// What a cell that was cut rightly rarely is.
    case odd

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        let range = NumberText.trimmed(bytes, range)
        guard !range.isEmpty else {
            self = .empty
            return
        }
        let tally = ShapeTally(bytes, range)
        self = tally.shape(bytes, range)
    }

    /// Of a kind that headings are not: a value.
    var isValue: Bool {
        switch self {
        case .number, .percent, .money, .date, .time, .dateTime, .address: true
        case .empty, .code, .word, .text, .mark, .odd: false
        }
    }
}

/// Counts of the characters of a cell.
struct ShapeTally {
    private static let addressStarts = ["http://", "https://", "www.", "ftp://"].map {
        Array($0.utf8)
    }

    private var digits = 0
    private var letters = 0
    private var blanks = 0
    private var tabs = 0
    /// Commas, semicolons and bars with a letter right behind them, or a digit behind the latter two.
    private var tightSeparators = 0
    private var dots = 0
    private var commas = 0
    private var colons = 0
    private var dashes = 0
    private var slashes = 0
    private var others = 0
    private var currency = 0
    private var percents = 0
    private var ats = 0
    private var runs = 0

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        // Long texts show what they are in their first letters.
        let end = min(range.upperBound, range.lowerBound + 256)
        var offset = range.lowerBound
        var wasDigit = false
        var previous: UInt8 = 0
        while offset < end {
            let byte = bytes[offset]
            let isDigit = byte &- 0x30 < 10
            if isDigit {
                digits += 1
                if !wasDigit { runs += 1 }
            } else {
                count(byte)
            }
            let isLetter = !isDigit && (byte | 0x20) &- 0x61 < 26
            switch previous {
            case UInt8(ascii: ",") where isLetter: tightSeparators += 1
            case UInt8(ascii: ";") where isLetter || isDigit,
                UInt8(ascii: "|") where isLetter || isDigit:
                tightSeparators += 1
            default: break
            }
            previous = byte
            wasDigit = isDigit
            offset += 1
        }
        letters -= wideSigns(bytes, range.lowerBound..<end)
    }

    private mutating func count(_ byte: UInt8) {
        switch byte {
        case 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: letters += 1
        case Byte.blank, Byte.lineFeed, Byte.carriageReturn: blanks += 1
        case Byte.tab: tabs += 1
        case UInt8(ascii: "."): dots += 1
        case UInt8(ascii: ","): commas += 1
        case UInt8(ascii: ":"): colons += 1
        case UInt8(ascii: "-"), UInt8(ascii: "+"): dashes += 1
        case UInt8(ascii: "/"): slashes += 1
        case UInt8(ascii: "$"): currency += 1
        case UInt8(ascii: "%"): percents += 1
        case UInt8(ascii: "@"): ats += 1
        default: others += 1
        }
    }

    /// Bytes of signs beyond ASCII that are no letters: no-break blank, `£`, `€`, `…`, `–`.
    private mutating func wideSigns(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
        guard letters > 0 else { return 0 }
        var count = 0
        var offset = range.lowerBound
        while offset + 1 < range.upperBound {
            switch (bytes[offset], bytes[offset + 1]) {
            case (0xC2, 0xA0):
                blanks += 1
                count += 2
            case (0xC2, 0xA3), (0xC2, 0xA5):
                currency += 1
                count += 2
            case (0xC2, _): count += 2
            case (0xE2, 0x82) where offset + 2 < range.upperBound:
                currency += 1
                count += 3
            case (0xE2, 0x80) where offset + 2 < range.upperBound:
                if Self.isThinBlank(bytes, offset + 2) { blanks += 1 } else { dashes += 1 }
                count += 3
            default:
                offset += 1
                continue
            }
            offset += bytes[offset] == 0xC2 ? 2 : 3
        }
        return count
    }

    /// Whether U+2007 to U+200A or U+202F, blanks that group digits, ends here.
    private static func isThinBlank(_ bytes: [UInt8], _ offset: Int) -> Bool {
        guard offset >= 2, bytes[offset - 1] == 0x80, bytes[offset - 2] == 0xE2 else {
            return false
        }
        return (0x87...0x8A).contains(bytes[offset]) || bytes[offset] == 0xAF
    }

    func shape(_ bytes: [UInt8], _ range: Range<Int>) -> CellShape {
        if tabs > 0 { return .odd }
        if letters <= 0, digits == 0 { return .mark }
        if isCutWrong(bytes, range) { return .odd }
        if letters <= 0 { return withoutLetters(bytes, range) }
        if isAddress(bytes, range) { return .address }
        if digits > 0, letters <= 4, let shape = numberWithLetters(bytes, range) { return shape }
        if blanks > 0 { return .text }
        // Without blanks, separators between letters show that the cell should be several.
        if tightSeparators > 0 { return .odd }
        if digits > 0 { return others + commas + colons > 1 ? .text : .code }
        return others + commas + colons + slashes > 0 ? .text : .word
    }

    private func withoutLetters(_ bytes: [UInt8], _ range: Range<Int>) -> CellShape {
        let first = bytes[range.lowerBound]
        let isEnclosed =
            first == UInt8(ascii: "(") && bytes[range.upperBound - 1] == UInt8(ascii: ")")
        guard others == (isEnclosed ? 2 : 0) else {
            // `(0296) 385-1234`
            let hasCode = others == 2 && first == UInt8(ascii: "(")
            if hasCode, bytes[range].contains(UInt8(ascii: ")")), commas + colons + slashes == 0 {
                return .code
            }
            let last = bytes[range.upperBound - 1]
            let isMeasure =
                last == Byte.quote || last == UInt8(ascii: "'") || last == UInt8(ascii: "*")
            return others == 1 && (first == UInt8(ascii: "#") || isMeasure) ? .code : .odd
        }
        if colons == 0, slashes == 0 {
            let hasSign = dashes == 1 && (first == UInt8(ascii: "-") || first == UInt8(ascii: "+"))
            if dashes == 0 || hasSign || first >= 0x80 && dashes == 1 {
                guard isNumber(bytes, range), percents + currency < 2 else {
                    return commas > 0 || dots > 0 && blanks > 0 ? .odd : .code
                }
                return percents == 1 ? .percent : currency == 1 ? .money : .number
            }
        }
        guard commas == 0, currency + percents == 0 else { return .odd }
        if colons == 0 { return isDate(bytes, range) ? .date : .code }
        if isTime(bytes, range) { return .time }
        return slashes + dashes > 1 && blanks > 0 ? .dateTime : .odd
    }

    /// `7:05`, `12:30:00`, `1:02:03.45`
    private func isTime(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard colons <= 2, slashes + blanks + dashes == 0, dots <= 1 else { return false }
        var digits = 0
        var parts = 0
        for byte in bytes[range] {
            if byte &- 0x30 < 10 {
                digits += 1
            } else if byte == UInt8(ascii: ":") || byte == UInt8(ascii: ".") {
                guard parts == 0 ? digits <= 2 : digits == 2 else { return false }
                parts += 1
                digits = 0
            }
        }
        return digits == 2 || dots == 1 && digits > 0
    }

    /// Digits with marks between groups of three, and decimals behind another mark; blanks are such marks.
    private func isNumber(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard dots + commas + blanks > 0 else { return runs == 1 }
        var sinceMark = 0
        var marks = 0
        var hasOddGroup = false
        // The rightmost mark, when what follows it is no group: then it comes only once.
        var decimalMark: UInt8?
        for offset in range.reversed() {
            let byte = bytes[offset]
            if byte &- 0x30 < 10 {
                sinceMark += 1
                continue
            }
            let isBlank =
                byte == Byte.blank || byte == 0xA0 || Self.isThinBlank(bytes, offset)
            guard isBlank || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") else {
                continue
            }
            // A blank beside a sign of money or percent divides no digits.
            if isBlank, sinceMark == 0 || marks == 0 && runs == 1 { continue }
            if marks > 0 || isBlank, sinceMark != 3 { hasOddGroup = true }
            if byte == decimalMark { hasOddGroup = true }
            if marks == 0, sinceMark != 3 { decimalMark = byte }
            marks += 1
            sinceMark = 0
        }
        return !hasOddGroup
    }

    private func isDate(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard runs >= 2, runs <= 3, digits >= 3, digits <= 8 else { return false }
        return dashes + slashes + dots == runs - 1 && blanks <= 2
    }

    /// `1.2e-5`, `2020-01-02T10:00:00Z`, `10:00 AM`, `12-Jan-20`, `5 kg`, `USD 5`.
    private func numberWithLetters(_ bytes: [UInt8], _ range: Range<Int>) -> CellShape? {
        if colons > 0, colons <= 3, runs >= 2, others == 0 {
            return runs > 4 ? .dateTime : slashes + dashes > 1 ? .dateTime : .time
        }
        if letters == 1, blanks == 0, dashes <= 2, others + slashes + colons == 0 {
            let exponent = bytes[range].contains {
                $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
            }
            if exponent, runs >= 2 { return .number }
        }
        if letters == 3, dashes + slashes + blanks == 2, runs == 2, others == 0 { return .date }
        return nil
    }

    /// A cell that begins or ends with a sign that separates cells, or with the rest of an address.
    private func isCutWrong(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        switch bytes[range.lowerBound] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): return true
        case UInt8(ascii: "/"):
            return slashes > 1 && bytes[range.lowerBound + 1] == UInt8(ascii: "/")
        default: break
        }
        switch bytes[range.upperBound - 1] {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "|"): return true
        default: return false
        }
    }

    private func isAddress(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        if ats == 1, blanks + colons + commas == 0, dots > 0, others == 0 { return true }
        guard range.count > 6, dots > 0 || colons > 0 else { return false }
        for word in Self.addressStarts {
            guard range.count > word.count else { continue }
            var matches = true
            for index in word.indices
            where bytes[range.lowerBound + index] | 0x20 != word[index] | 0x20 {
                matches = false
                break
            }
            if matches { return blanks == 0 }
        }
        return false
    }
}
