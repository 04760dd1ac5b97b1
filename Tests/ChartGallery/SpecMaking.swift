package import DocumentModel
import Vocabulary

/// A chart with the values as they are given, labelled in Vietnamese form; every panel shows the same.
package func spec(
    _ mark: ChartSpec.Mark,
    _ categories: [String],
    _ series: [(name: String, values: [Int?])],
    panels: [String] = [""]
) -> ChartSpec {
    ChartSpec(
        mark: mark,
        categories: categories,
        panels: panels.map { title in
            ChartSpec.Panel(
                title: title,
                series: series.map { name, values in
                    ChartSpec.Series(name: name, points: values.map { $0.map(point) })
                }
            )
        },
        tickStyle: NumberStyle()
    )
}

/// A value with its figure.
package func point(_ value: Int) -> ChartSpec.Point {
    ChartSpec.Point(
        magnitude: Double(value),
        label: NumberStyle().text(ExactDecimal(value))
    )
}

/// A name of 200 letters.
package let longName =
    "Hợp tác xã dịch vụ nông nghiệp " + String(repeating: "Vĩnh Mỹ ", count: 21)
