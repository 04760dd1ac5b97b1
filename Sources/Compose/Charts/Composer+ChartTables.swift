import Diagnostics
import DocumentModel

extension Composer {
    /// The figures of a chart as a table, one row a category; `nil` when its conditions fail.
    mutating func dataTable(
        of chart: ChartSpecification,
        _ name: String,
        at place: Place
    ) -> Table? {
        guard isShown(chart), let label = labels["table.\(name)"] else { return nil }
        let before = suppressions
        let told = log
        let made = spec(of: chart)
        // Where the chart itself stands in the report, its faults are told there.
        if labels["chart.\(name)"] != nil { log = told }
        let isIncomplete = suppressions > before
        suppressions = before
        guard let spec = made else { return nil }
        let series = spec.panels.flatMap(\.series)
        let hasTitles = spec.panels.contains { !$0.title.isEmpty }
        let heading = chart.heading.map { plainText($0, in: .table) } ?? ""
        var head = [series.map { Table.HeadCell($0.name) }]
        if hasTitles {
            head.insert(
                spec.panels.map { Table.HeadCell($0.title, columnSpan: max(1, $0.series.count)) },
                at: 0
            )
        }
        head[0].insert(Table.HeadCell(heading, rowSpan: head.count), at: 0)
        return Table(
            anchor: label.anchor,
            label: label.text,
            caption: plainText(chart.caption, in: .table),
            unit: chart.unit.map { plainText($0, in: .table) },
            columns: [Table.Column(.leading, isRowHeader: true)]
                + series.map { _ in Table.Column(.decimal) },
            head: head,
            rows: spec.categories.enumerated().map { index, category in
                var row = Table.Row(
                    [category]
                        + series.map { series in
                            let point = index < series.points.count ? series.points[index] : nil
                            return point?.label ?? spec.unknown
                        },
                    links: spec.links(ofCategory: index)
                )
                for (position, series) in series.enumerated() where index < series.points.count {
                    row.values[position + 1] = series.points[index]?.value
                }
                return row
            },
            notes: notes(chart.notes, isIncomplete: isIncomplete),
            source: chart.source.map { plainText($0, in: Scope()) },
            origin: place
        )
    }
}
