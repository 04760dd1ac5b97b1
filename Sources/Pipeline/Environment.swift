import Glibc
package import Vocabulary

/// The day that `SOURCE_DATE_EPOCH` names, which stands for the clock in reproducible builds.
package func dateFromEnvironment() -> CalendarDate? {
    guard let pointer = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: pointer)),
        (0...253_402_300_799).contains(seconds)
    else { return nil }
    return CalendarDate(secondsSince1970: seconds)
}
