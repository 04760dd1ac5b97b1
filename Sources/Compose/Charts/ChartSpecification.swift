import Diagnostics
import DocumentModel

/// A chart as `charts.yaml` describes it.
struct ChartSpecification: Sendable {
    var caption: TemplateText
    var unit: TemplateText?
    var alternative: TemplateText
    var notes: [TemplateText]
    var source: TemplateText?
    var mark: ChartSpec.Mark
    var rows: MemberList
    /// Small multiples: one panel for each member.
    var panels: MemberList?
    var series: [Series]
    var conditions: [Condition]
    var place: Place

    struct Series: Sendable {
        var name: TemplateText?
        var figure: String
        var formats: [String]
        /// What stands beside the mark instead of the figure.
        var label: TemplateText?
        var conditions: [Condition]
        var place: Place
    }
}
