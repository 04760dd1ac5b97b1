import Vocabulary

/// A word, number or mark of a text.
struct Token: Sendable {
    enum Kind: Sendable, Equatable {
        case word
        case mark
        case number(PrintedNumber)
        /// `225/232`.
        case fraction(PrintedNumber, PrintedNumber)
        case date(PrintedDate)
        /// A document's number, a phone, a road: no figure.
        case code
    }

    var kind: Kind
    /// Small letters, composed; as printed for numbers.
    var word: String
    /// Where it stands in the block's text.
    var range: Range<Int>
    /// Whether it begins with a capital letter.
    var isCapital = false

    var number: PrintedNumber? {
        if case .number(let number) = kind { return number }
        return nil
    }

    func isMark(_ text: String) -> Bool { kind == .mark && word == text }
}

/// A number as it is printed.
struct PrintedNumber: Sendable, Equatable {
    var value: ExactDecimal
    /// Decimals printed, zeros at the end as well.
    var places: Int
    /// Digits without dots between groups: `2020` may be a year.
    var isPlain: Bool
    var hasSign: Bool = false

    /// Reads `1.234,5`, `1,234.5`, `72.84`; `nil` for what is no number, such as `1.2.3`.
    init?(_ text: ArraySlice<Unicode.Scalar>) {
        let groups = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        let marks = text.filter { $0 == "." || $0 == "," }
        guard text.count <= 40, groups.allSatisfy({ !$0.isEmpty }) else { return nil }
        let isGrouped = { (groups: ArraySlice<ArraySlice<Unicode.Scalar>>) in
            groups.dropFirst().allSatisfy { $0.count == 3 } && groups.first?.count ?? 0 <= 3
                && groups.first?.first != "0"
        }
        var decimals = 0
        if let last = marks.last {
            let hasOneMark = marks.count == 1
            let isMixed = Set(marks).count == 2
            if isMixed {
                // Only the last mark may be the other one.
                guard marks.dropLast().allSatisfy({ $0 != last }), isGrouped(groups.dropLast())
                else { return nil }
                decimals = groups[groups.count - 1].count
            } else if hasOneMark, last == "," || !isGrouped(groups[...]) {
                decimals = groups[1].count
            } else if !isGrouped(groups[...]) {
                return nil
            }
        }
        var digits = String.UnicodeScalarView()
        for group in groups { digits.append(contentsOf: group) }
        guard let whole = ExactDecimal(plain: String(digits)), decimals <= 12 else { return nil }
        value = ExactDecimal(whole.coefficient, scale: decimals)
        places = decimals
        isPlain = marks.isEmpty
    }

    /// The number with the other sign.
    var negative: PrintedNumber {
        var other = self
        other.value = -value
        other.hasSign = true
        return other
    }
}

/// A date as it is printed, whether or not there is such a day.
struct PrintedDate: Sendable, Equatable {
    var day: Int?
    var month: Int
    var year: Int?

    /// The day; the last of the month when none is printed; `nil` when there is no such day.
    var calendarDate: CalendarDate? {
        guard let year else { return nil }
        if let day { return CalendarDate(year: year, month: month, day: day) }
        return (28...31).reversed().lazy.compactMap {
            CalendarDate(year: year, month: month, day: $0)
        }.first
    }

    /// Whether the calendar has such a day.
    var exists: Bool {
        guard (1...12).contains(month) else { return false }
        guard let day else { return true }
        return CalendarDate(year: year ?? 2000, month: month, day: day) != nil
    }
}
