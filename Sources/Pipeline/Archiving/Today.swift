import Glibc
package import Vocabulary

/// The day that it is here, or the one that `SOURCE_DATE_EPOCH` names.
package func today() -> CalendarDate {
    if let date = dateFromEnvironment() { return date }
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil,
        let date = CalendarDate(
            year: Int(parts.tm_year) + 1900,
            month: Int(parts.tm_mon) + 1,
            day: Int(parts.tm_mday)
        )
    else { return CalendarDate(secondsSince1970: now) }
    return date
}
