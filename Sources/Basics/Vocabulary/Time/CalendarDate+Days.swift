extension CalendarDate {
    /// Days from 1970-01-01, negative before it.
    package var daysSince1970: Int {
        // Proleptic Gregorian, in eras of 400 years whose years begin on 1 March: the leap day is the last.
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// The day so many days later, or earlier where `count` is negative; the nearest day of the years 1…9999
    /// when there is none.
    package func adding(days count: Int) -> CalendarDate {
        let (sum, overflows) = daysSince1970.addingReportingOverflow(count)
        guard !overflows, (-719_162...2_932_896).contains(sum) else {
            return CalendarDate(secondsSince1970: count < 0 ? .min : .max)
        }
        return CalendarDate(secondsSince1970: sum * 86_400)
    }

    /// How many days `other` is later; negative when it is earlier.
    package func days(until other: CalendarDate) -> Int {
        other.daysSince1970 - daysSince1970
    }
}
