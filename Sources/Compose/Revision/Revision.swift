package import PeriodModel
package import StatisticsModel

/// What becomes of the edition that was published before.
package struct Revision: Sendable {
    /// Published figures that are others now, in the order in which they are told.
    package var restatements: [RestatedFigure]
    /// Whether what the document says is another, so that it takes the earlier one's place.
    package var isReplacing: Bool
    /// What changed of the form alone; told in a letter of correction.
    package var formChanges: [FormChange]
    /// Number, symbol and date of the earlier edition, as its own settings had them.
    package var issued: IssuedDocument

    package init(
        restatements: [RestatedFigure] = [],
        isReplacing: Bool = false,
        formChanges: [FormChange] = [],
        issued: IssuedDocument = IssuedDocument()
    ) {
        self.restatements = restatements
        self.isReplacing = isReplacing
        self.formChanges = formChanges
        self.issued = issued
    }
}

/// A figure that was published and is another now, with the reason.
package struct RestatedFigure: Sendable, Hashable {
    /// As texts and `tidy.csv` name it.
    package var key: String
    /// As it was published.
    package var old: Figure
    /// `nil` when it is published no more.
    package var new: Figure?
    package var reason: String
    package var source: String

    package init(key: String, old: Figure, new: Figure?, reason: String, source: String) {
        self.key = key
        self.old = old
        self.new = new
        self.reason = reason
        self.source = source
    }
}

/// A setting of the form that was one thing in the earlier edition and is another now.
package struct FormChange: Sendable, Hashable {
    /// The file and the keys, such as `agency.symbol` or `theme.sizes.body`.
    package var path: String
    /// `nil` where nothing was said of it.
    package var old: String?
    package var new: String?

    package init(path: String, old: String?, new: String?) {
        self.path = path
        self.old = old
        self.new = new
    }
}
