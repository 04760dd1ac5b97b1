import Charts
import DocumentModel
import ThemeModel

extension Page {
    /// Widths of the two drawings in points: for the column of text and for a phone.
    private static let widths = (wide: 552.0, narrow: 246.0)

    /// The chart drawn twice, of which CSS shows one, and its figures as a table that unfolds.
    func write(_ chart: Chart, to markup: inout Markup) {
        markup.element(.figure, [.id(chart.anchor)]) { figure in
            figure.element(.figcaption) {
                writeCaption(chart.caption, label: chart.label, unit: nil, to: &$0)
            }
            writeDrawing(of: chart, name: "wide", width: Self.widths.wide, to: &figure)
            writeDrawing(of: chart, name: "narrow", width: Self.widths.narrow, to: &figure)
            figure.element(.details) { details in
                details.element(.summary, text: document.words.chartData)
                writeFrame(of: Table(dataOf: chart, words: document.words), to: &details)
            }
            writeNotes(chart.notes, unit: chart.unit, source: chart.source, to: &figure)
        }
    }

    private func writeDrawing(
        of chart: Chart,
        name: String,
        width: Double,
        to markup: inout Markup
    ) {
        SceneDrawing(
            scene: Charts.scene(
                for: chart.spec,
                width: width,
                theme: theme,
                measuring: measuring
            ),
            seriesColours: theme.colours.series.count,
            textSize: theme.sizes.chart,
            measuring: measuring
        ).write(
            to: &markup,
            id: "\(chart.anchor)--\(name)",
            style: name,
            title: chart.caption,
            description: chart.alternative
        )
    }
}

extension Table {
    /// The figures that a chart prints, one row a category.
    fileprivate init(dataOf chart: Chart, words: FixedWords) {
        let spec = chart.spec
        let series = spec.panels.flatMap(\.series)
        let panelHeads = spec.panels.map {
            HeadCell($0.title, columnSpan: max(1, $0.series.count))
        }
        let seriesHeads = series.map { HeadCell($0.name) }
        let hasTitles = spec.panels.contains { !$0.title.isEmpty }
        let hasNames = series.contains { !$0.name.isEmpty }
        // Names that are the same in every panel of one series say nothing beside the titles.
        let needsNames = !hasTitles || spec.panels.contains { $0.series.count > 1 }
        var head: [[HeadCell]] = []
        if hasTitles { head.append(panelHeads) }
        if hasNames && needsNames { head.append(seriesHeads) }
        if !head.isEmpty { head[0].insert(HeadCell("", rowSpan: head.count), at: 0) }
        self.init(
            anchor: chart.anchor + "--data",
            label: "",
            caption: "\(words.chartData): \(chart.caption)",
            unit: chart.unit,
            columns: [Column(.leading, isRowHeader: true)] + series.map { _ in Column(.decimal) },
            head: head,
            rows: spec.categories.enumerated().map { index, category in
                Row(
                    [category]
                        + series.map {
                            index < $0.points.count
                                ? $0.points[index]?.label ?? spec.unknown : spec.unknown
                        },
                    links: spec.links(ofCategory: index)
                )
            }
        )
    }
}
