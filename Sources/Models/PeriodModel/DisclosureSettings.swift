package import Diagnostics

/// Which figures give a single organisation away, and how well they are protected in public editions.
package struct DisclosureSettings: Sendable, Hashable {
    /// Figures of so many organisations that answered may be public, fewer may not.
    package var minimum = 3
    /// So many of the largest organisations, one or two, must not make up more of a sum than …
    package var largest = 1
    /// … so many percent.
    package var dominance = 85
    /// What the two largest leave of a sum must come to so many percent of the largest: else the second one
    /// knows the first.
    package var closeness = 10
    /// How far from the true value of a suppressed figure, in percent of it, an attacker must still
    /// reckon with others, to either side.
    package var protection = 10
    /// Medians and quartiles are values of one or two organisations: public only of so many answers.
    package var quantiles = 10
    /// Keys of columns and ratios that are no secret.
    package var open: [String] = []
    /// Earlier public data, as paths of `tidy.csv` or of public output folders relative to the period's folder.
    package var published: [PublishedPath] = []

    package init() {}

    /// A path and where the settings name it.
    package struct PublishedPath: Sendable, Hashable {
        package var path: String
        package var place: Place

        package init(path: String, place: Place) {
            self.path = path
            self.place = place
        }
    }
}
