import CCairoPango

/// Cairo could not draw or write.
package struct CairoFailure: Error, Hashable {
    /// Cairo's own words, in English.
    package var reason: String

    init(_ status: cairo_status_t) {
        reason = String(cString: cairo_status_to_string(status))
    }
}
