package import Diagnostics
package import Vocabulary

/// A figure that rows cannot give, stated by someone; it is marked so in the notes.
package struct GivenFigure: Sendable, Hashable {
    /// The word in placeholders: `given.KEY`.
    package var key: String
    package var label: String
    package var value: ExactDecimal
    /// Key of its unit of measure.
    package var unitOfMeasure: String
    /// Who states it, in which document.
    package var source: String
    package var date: CalendarDate
    /// Where its value and its date stand in the settings.
    package var place: Place?
    package var datePlace: Place?

    package init(
        key: String,
        label: String,
        value: ExactDecimal,
        unitOfMeasure: String,
        source: String,
        date: CalendarDate,
        place: Place? = nil,
        datePlace: Place? = nil
    ) {
        self.key = key
        self.label = label
        self.value = value
        self.unitOfMeasure = unitOfMeasure
        self.source = source
        self.date = date
        self.place = place
        self.datePlace = datePlace
    }
}
