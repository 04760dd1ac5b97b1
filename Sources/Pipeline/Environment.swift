import Glibc
package import Vocabulary

/// Asks cairo to leave page content unpacked: `RenderPDF` packs it once, after its own changes.
///
/// Read by cairo whenever a PDF is begun; called once, before any thread starts.
func leavePageContentUnpacked() {
    setenv("CAIRO_DEBUG_PDF", "1", 1)
}

/// The day that `SOURCE_DATE_EPOCH` names, which stands for the clock in reproducible builds.
package func dateFromEnvironment() -> CalendarDate? {
    guard let pointer = getenv("SOURCE_DATE_EPOCH"), let seconds = Int(String(cString: pointer)),
        (0...253_402_300_799).contains(seconds)
    else { return nil }
    return CalendarDate(secondsSince1970: seconds)
}
