package import Vocabulary

/// Figures that were made public before, of one period.
package struct PublishedData: Sendable {
    /// Where they stand, as people know it.
    package var name: String
    package var year: Int
    package var figures: [FigureKey: Published]

    package init(name: String, year: Int, figures: [FigureKey: Published]) {
        self.name = name
        self.year = year
        self.figures = figures
    }

    /// A figure as it was published.
    package struct Published: Sendable, Hashable {
        /// `nil` where none was given.
        package var value: ExactDecimal?
        package var answers: Int
        package var isSuppressed: Bool

        package init(value: ExactDecimal?, answers: Int, isSuppressed: Bool) {
            self.value = value
            self.answers = answers
            self.isSuppressed = isSuppressed
        }
    }
}
