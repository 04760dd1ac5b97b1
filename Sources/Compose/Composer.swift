import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel

/// Turns texts, tables and charts into blocks; its extensions are one concern each.
///
/// It is a value that lives for one document: what it collects on the way (labels given, phrases in
/// use, doubts) stays inside it.
struct Composer {
    let material: ReportMaterial
    let order: Order
    let phrases: [String: Phrase]
    let tables: [String: TableSpecification]
    let charts: [String: ChartSpecification]
    let figureText: FigureText
    /// `Bảng 1`, `Biểu đồ 2`, `Phụ lục I` with their anchors, by `table.NAME` and the like.
    var labels: [String: Label] = [:]
    /// The tables and charts that got a label, in their order.
    var exhibits: [Exhibit] = []
    /// Phrases being written, to catch one that uses itself.
    var phrasesInUse: [String] = []
    /// How often a figure was wanted so far that is not public.
    var suppressions = 0
    var log = DiagnosticLog()

    /// A table or chart of the report.
    struct Exhibit {
        /// `table` or `chart`.
        var kind: String
        var name: String
    }

    struct Label {
        var text: String
        var anchor: String
    }

    init(
        material: ReportMaterial,
        order: Order,
        phrases: [String: Phrase],
        tables: [String: TableSpecification],
        charts: [String: ChartSpecification]
    ) {
        self.material = material
        self.order = order
        self.phrases = phrases
        self.tables = tables
        self.charts = charts
        figureText = FigureText(settings: material.settings)
    }

    var settings: PeriodSettings { material.settings }

    var isPublic: Bool { material.audience.isPublic }

    private var listsSources: Bool {
        tables.values.contains { table in
            if case .members(let list) = table.rows { list.kind == .sources } else { false }
        }
    }

    /// Whether all conditions hold.
    func holds(_ conditions: [Condition]) -> Bool {
        conditions.allSatisfy { condition in
            guard condition.subject == .sources else { return condition.holds(for: material) }
            // Templates of an office may have no table that lists the sources.
            return (material.definitions != nil && listsSources) != condition.isNegated
        }
    }
}
