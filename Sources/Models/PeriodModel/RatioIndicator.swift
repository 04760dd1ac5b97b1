/// A ratio of two sums, both over the organisations that answered both: revenue per member.
package struct RatioIndicator: Sendable, Hashable {
    /// What counts organisations where a ratio is per organisation.
    package static let organisations = "htx"

    /// The indicator's key.
    package var key: String
    package var label: String
    /// Key of the column whose sum is divided.
    package var of: String
    /// Key of the column by whose sum it is divided, or `organisations`.
    package var per: String
    /// Key of the unit of measure, whose factor says how much of the base units one of it is: a million đồng a
    /// person has the factor 1000000.
    package var unitOfMeasure: String
    /// Key of the population that it speaks of; every organisation when `nil`.
    package var population: String?

    package init(
        key: String,
        label: String,
        of: String,
        per: String,
        unitOfMeasure: String,
        population: String? = nil
    ) {
        self.key = key
        self.label = label
        self.of = of
        self.per = per
        self.unitOfMeasure = unitOfMeasure
        self.population = population
    }
}
