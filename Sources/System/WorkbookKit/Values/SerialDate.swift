import Vocabulary

/// Days counted from 1900 or 1904, as spreadsheets store dates.
enum SerialDate {
    private static let dayLength = 86_400_000

    /// ISO 8601 of a serial number, or `nil` when there is no such day.
    static func text(_ serial: Double, as format: NumberFormat, from1904: Bool) -> String? {
        guard serial >= 0, serial < 3_000_000 else { return nil }
        let moment = Int((serial * Double(dayLength)).rounded())
        let (day, time) = (moment / dayLength, moment % dayLength)
        switch format {
        case .number, .percent, .scaled: return nil
        case .elapsed: return clock(moment)
        case .time where day == 0: return clock(time)
        case .date where time == 0: return date(day, from1904: from1904)
        case .time, .date, .dateAndTime:
            // Nothing is lost: a time that the format does not show is a part of the value.
            guard let date = date(day, from1904: from1904) else { return nil }
            return "\(date)T\(clock(time))"
        }
    }

    /// The first system counts a 29/02/1900, which there was not; the days before it are one later.
    private static func date(_ day: Int, from1904: Bool) -> String? {
        let sinceEpoch: Int
        switch (from1904, day) {
        case (true, _): sinceEpoch = day - 24_107
        case (false, 61...): sinceEpoch = day - 25_569
        case (false, 1...59): sinceEpoch = day - 25_568
        default: return nil
        }
        // 31/12/9999.
        guard sinceEpoch <= 2_932_896 else { return nil }
        return CalendarDate(secondsSince1970: sinceEpoch * 86_400).iso
    }

    /// `14:30:00`, with milliseconds when there are any.
    private static func clock(_ milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let rest = milliseconds % 1000
        let time = [seconds / 3600, seconds / 60 % 60, seconds % 60].map(twoDigits)
            .joined(separator: ":")
        return rest == 0 ? time : "\(time).\(String(1000 + rest).dropFirst())"
    }

    private static func twoDigits(_ number: Int) -> String {
        number < 10 ? "0\(number)" : String(number)
    }
}
