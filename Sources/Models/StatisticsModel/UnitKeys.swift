/// Units of measure that every register has, beside those of its settings.
package enum UnitKeys {
    /// Of counts; the noun printed for it is a matter of wording.
    package static let organisation = "organisation"
    /// Of shares and growth.
    package static let percent = "percent"
}
