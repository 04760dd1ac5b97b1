/// A unit in which values are given or printed, from settings: `triệu đồng`, `người`.
package struct UnitOfMeasure: Sendable, Hashable {
    /// The word used in settings and placeholders, such as `trieu_dong`.
    package var key: String
    /// The word printed after a number, such as `triệu đồng`.
    package var label: String
    /// What is measured, such as `money`; only units of one dimension convert into each other.
    package var dimension: String
    /// How many base units of the dimension one of these is, such as 1000000.
    package var factor: ExactDecimal
    /// Written directly after the number, without a blank, as `%` is.
    package var isTight: Bool

    package init(
        key: String,
        label: String,
        dimension: String,
        factor: ExactDecimal,
        isTight: Bool = false
    ) {
        self.key = key
        self.label = label
        self.dimension = dimension
        self.factor = factor
        self.isTight = isTight
    }

    /// The number with its unit, a no-break space between them.
    package func text(after number: String) -> String {
        label.isEmpty ? number : number + (isTight ? "" : "\u{A0}") + label
    }
}
