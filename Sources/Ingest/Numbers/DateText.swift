import Vocabulary

/// Reads days as Vietnamese tables write them.
enum DateText {
    /// `31/12/2020`, `31-12-2020`, `31.12.2020`, `31/12/20` (day first), or ISO 8601; `nil` when the text
    /// is no such day. Years of two digits are the latest ones up to `latestYear`.
    static func read(_ text: String, latestYear: Int) -> CalendarDate? {
        if let date = CalendarDate(iso: String(text.prefix(10))),
            text.utf8.count == 10 || text.utf8.dropFirst(10).first == UInt8(ascii: "T")
        {
            return date
        }
        for mark in ["/", "-", "."] as [Character] {
            let parts = text.split(separator: mark, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let digits = parts.map { $0.trimmingBlanks }
            guard digits.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
                (1...2).contains(digits[0].utf8.count), (1...2).contains(digits[1].utf8.count),
                [2, 4].contains(digits[2].utf8.count),
                let day = Int(digits[0]), let month = Int(digits[1]), let year = Int(digits[2])
            else { return nil }
            return CalendarDate(
                year: digits[2].utf8.count == 2 ? fullYear(year, latestYear: latestYear) : year,
                month: month,
                day: day
            )
        }
        return nil
    }

    /// The year of `2013`, of `2.013`, as a sheet groups it, or of a month, `5/2013`, `05-2013`.
    static func year(_ text: String) -> Int? {
        func isDigits(_ part: Substring, _ count: ClosedRange<Int>) -> Bool {
            count.contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
        }
        if isDigits(text[...], 4...4) { return Int(text) }
        guard let mark = text.firstIndex(where: { ".,/-".contains($0) }) else { return nil }
        let (first, second) = (text[..<mark], text[text.index(after: mark)...])
        switch text[mark] {
        case ".", ",":
            guard isDigits(first, 1...1), isDigits(second, 3...3) else { return nil }
            return Int(first + second)
        default:
            guard isDigits(first, 1...2), isDigits(second, 4...4),
                let month = Int(first), (1...12).contains(month)
            else { return nil }
            return Int(second)
        }
    }

    /// Whether a text that is no number looks like a day or a month of a spreadsheet: `04-May`, `5/4`,
    /// `2020-05-04`.
    static func looksLikeDay(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let parts = bytes[range].split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "-") }
        guard range.count <= 20, (2...3).contains(parts.count) else { return false }
        func isNumber(_ part: ArraySlice<UInt8>) -> Bool {
            part.count <= 4 && part.allSatisfy { (0x30...0x39).contains($0) }
        }
        func isWord(_ part: ArraySlice<UInt8>) -> Bool {
            (3...9).contains(part.count)
                && part.allSatisfy { (0x41...0x5A).contains($0 & 0xDF) || $0 >= 0x80 }
        }
        let words = parts.count(where: isWord)
        return words <= 1 && parts.count(where: isNumber) == parts.count - words
    }

    /// `04.05`: a day and a month with their zeros, which no number has.
    static func isPaddedDay(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        guard range.count == 5, bytes[range.lowerBound] == UInt8(ascii: "0"),
            ".,".utf8.contains(bytes[range.lowerBound + 2])
        else { return false }
        return range.allSatisfy { (0x30...0x39).contains(bytes[$0]) || $0 == range.lowerBound + 2 }
    }

    /// The day of a spreadsheet's serial number in the 1900 system: 44196 is 31/12/2020.
    ///
    /// Serials before 1 March 1900 are off by one in Excel and are not taken.
    static func day(ofSerial serial: Int) -> CalendarDate? {
        guard (61...2_958_465).contains(serial) else { return nil }
        return CalendarDate(secondsSince1970: (serial - 25_569) * 86_400)
    }

    private static func fullYear(_ year: Int, latestYear: Int) -> Int {
        let century = latestYear - latestYear % 100
        return century + year <= latestYear ? century + year : century - 100 + year
    }
}

extension Substring {
    fileprivate var trimmingBlanks: Substring {
        var part = self
        while part.first == " " { part = part.dropFirst() }
        while part.last == " " { part = part.dropLast() }
        return part
    }
}
