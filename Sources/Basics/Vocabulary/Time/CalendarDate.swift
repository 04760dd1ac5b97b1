/// A day of the Gregorian calendar.
package struct CalendarDate: Sendable, Hashable, Comparable {
    package let year: Int
    package let month: Int
    package let day: Int

    /// `nil` when there is no such day.
    package init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Self.days(in: month, of: year)).contains(day)
        else { return nil }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads ISO 8601, `2020-12-31`.
    package init?(iso text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.utf8.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// The day of a moment in seconds since 1970-01-01T00:00:00Z; a moment outside the years 1…9999
    /// becomes the nearest day inside.
    package init(secondsSince1970 moment: Int) {
        let seconds = min(max(moment, -62_135_596_800), 253_402_300_799)
        // Civil date from day count, proleptic Gregorian, eras of 400 years starting on 1 March.
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400 + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let dayOfEra = days - era * 146_097
        let yearOfEra =
            (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The earlier day comes first.
    package static func < (left: CalendarDate, right: CalendarDate) -> Bool {
        (left.year, left.month, left.day) < (right.year, right.month, right.day)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2:
            year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
                ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension CalendarDate {
    /// ISO 8601, `2020-12-31`.
    package var iso: String {
        let digits = String(year)
        let padded = String(repeating: "0", count: 4 - digits.count) + digits
        return "\(padded)-\(Self.twoDigits(month))-\(Self.twoDigits(day))"
    }

    /// `31/12/2020`, `09/3/2020`: Nghị định 30/2020/NĐ-CP, Phụ lục I: a zero leads days below 10 and
    /// the months 1 and 2 only.
    package var vietnamese: String {
        "\(Self.twoDigits(day))/\(paddedMonth)/\(year)"
    }

    /// The day as official prose writes it, two digits.
    package var paddedDay: String { Self.twoDigits(day) }

    /// The month as official prose writes it: 1 and 2 with a zero, the others without.
    package var paddedMonth: String { month <= 2 ? Self.twoDigits(month) : String(month) }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
