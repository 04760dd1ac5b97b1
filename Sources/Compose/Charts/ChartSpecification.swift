import Diagnostics
import DocumentModel
import Vocabulary

/// A chart as `charts.yaml` describes it.
struct ChartSpecification: Sendable {
    var caption: TemplateText
    var unit: TemplateText?
    var alternative: TemplateText
    var notes: [TemplateText]
    var source: TemplateText?
    /// Of the categories, in a table of the chart's figures.
    var heading: TemplateText?
    var mark: ChartSpec.Mark
    var content: Content
    /// Small multiples: one panel for each member.
    var panels: MemberList?
    var conditions: [Condition]
    var place: Place
    var alternativePlace: Place

    /// Whether single organisations can be seen in it.
    var showsOrganisations: Bool {
        switch content {
        case .figures(let figures): figures.column != nil
        case .classes: true
        }
    }

    /// Where the marks come from.
    enum Content: Sendable {
        /// Figures of members.
        case figures(Figures)
        /// Organisations counted by the classes of one column's values.
        case classes(Classes)
    }

    struct Figures: Sendable {
        var rows: MemberList
        var series: [Series]
        /// The figure at the end of a stacked bar.
        var total: Series?
        /// The column whose values make up a distribution.
        var column: String?
        /// What the box of a distribution is.
        var middleHalf: TemplateText?
        /// Where the specification asks for an axis of ratios.
        var ratios: Place?
    }

    struct Series: Sendable {
        var name: TemplateText?
        var figure: String
        var formats: [String]
        /// What stands beside the mark instead of the figure.
        var label: TemplateText?
        /// One series for each member of this kind.
        var each: MemberKind?
        var conditions: [Condition]
        var place: Place
    }

    struct Classes: Sendable {
        var column: String
        /// Key of the unit of measure of `borders`; the column's own when `nil`.
        var unit: String?
        var name: TemplateText
        /// Empty for classes of equal width that the program chooses.
        var classes: [Class]
        var place: Place
    }

    struct Class: Sendable {
        var label: TemplateText
        /// Values of the class are smaller; `nil` for the last class.
        var below: ExactDecimal?
        var place: Place
    }
}
