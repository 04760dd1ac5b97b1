package import Diagnostics
package import Vocabulary

/// What `report.yaml` says of earlier editions of the period.
package struct EditionSettings: Sendable {
    /// Path of the store that holds them, relative to the period's folder; `nil` compares with nothing.
    package var archive: String?
    /// Why published figures changed.
    package var reasons: [RestatementReason]
    /// The document that was issued of the last edition.
    package var replaced: IssuedDocument

    package init(
        archive: String? = nil,
        reasons: [RestatementReason] = [],
        replaced: IssuedDocument = IssuedDocument()
    ) {
        self.archive = archive
        self.reasons = reasons
        self.replaced = replaced
    }
}

/// Why figures that were published are others now.
package struct RestatementReason: Sendable, Hashable {
    /// A figure's key, or the beginning of keys and `.*`.
    package var figures: String
    package var reason: String
    /// Where the new values come from, such as the letter of a unit.
    package var source: String
    /// Where it stands in the settings.
    package var place: Place

    package init(figures: String, reason: String, source: String, place: Place) {
        self.figures = figures
        self.reason = reason
        self.source = source
        self.place = place
    }
}

/// What the registry gave to a document; what is `nil` is printed as a blank.
package struct IssuedDocument: Sendable, Hashable {
    package var number: String?
    /// The report's own when `nil`.
    package var symbol: String?
    package var date: CalendarDate?

    package init(number: String? = nil, symbol: String? = nil, date: CalendarDate? = nil) {
        self.number = number
        self.symbol = symbol
        self.date = date
    }
}
