package import Diagnostics
package import Vocabulary

/// A chart with all that stands around it. Its data are always in a table of the document as well.
package struct Chart: Sendable {
    package var anchor: String
    /// `Biểu đồ 1`
    package var label: String
    package var caption: String
    package var unit: String?
    package var spec: ChartSpec
    /// The message in words, for those who do not see the picture.
    package var alternative: String
    package var notes: [String]
    package var source: String?
    package var origin: Place?

    package init(
        anchor: String,
        label: String,
        caption: String,
        unit: String? = nil,
        spec: ChartSpec,
        alternative: String,
        notes: [String] = [],
        source: String? = nil,
        origin: Place? = nil
    ) {
        self.anchor = anchor
        self.label = label
        self.caption = caption
        self.unit = unit
        self.spec = spec
        self.alternative = alternative
        self.notes = notes
        self.source = source
        self.origin = origin
    }
}

/// What a chart shows: marks over categories, in one panel or in several of one scale.
package struct ChartSpec: Sendable {
    /// The shape that shows a value.
    package enum Mark: Sendable, Hashable {
        /// Horizontal bars from zero, one for each category and series, labelled at their ends.
        case bar
        /// A dot for each series, joined by a line in each category: change between two periods.
        case dumbbell
        /// Bars left and right of zero, for changes.
        case divergingBar
        /// One bar a category, its series end to end: parts of a whole.
        case stackedBar
        /// A dot for each series at its value, led to by a faint line from zero.
        case dot
        /// A line for each category from the first series to the second.
        case slope
        /// A line for each series over categories in order, such as years; broken where nothing is known.
        case line
        /// Columns from zero for classes of a magnitude; they touch when `edges` names their borders.
        case histogram
        /// All values of a category as ticks, with their middle half and their median.
        case distribution
        /// A square for each category at its place, shaded by value.
        case tileMap
    }

    package var mark: Mark
    /// In the order of drawing, from the top.
    package var categories: [String]
    /// One panel, or small multiples that share categories and scale.
    package var panels: [Panel]
    /// How ticks of the value axis are written.
    package var tickStyle: NumberStyle
    /// The borders of a histogram's classes, one more than categories; empty for classes with names.
    package var edges: [String] = []
    /// Where a map has its categories, one for each.
    package var tiles: [Tile] = []
    /// Stands where a value is not known.
    package var unknown = "…"
    /// Words in place of a chart of which no value is known.
    package var noData = ""
    /// What equal distances on the value axis of dots and distributions mean.
    package var spacing = Spacing.equalAmounts
    /// What the box of a distribution is; named in the key when there are quartiles.
    package var middleHalf = ""

    package init(mark: Mark, categories: [String], panels: [Panel], tickStyle: NumberStyle) {
        self.mark = mark
        self.categories = categories
        self.panels = panels
        self.tickStyle = tickStyle
    }

    /// What equal distances on a value axis mean.
    package enum Spacing: Sendable, Hashable {
        case equalAmounts
        /// Powers of ten at equal distances, with words below the axis that say so. Only for values above
        /// zero, and never for lengths.
        case equalRatios(note: String)
    }

    /// Whether anything is known that could be drawn.
    package var hasData: Bool {
        panels.contains { panel in
            panel.series.contains { series in
                series.points.prefix(categories.count).contains { $0 != nil }
            }
        }
    }

    /// A square of a map, column and row from 1, the origin at the top left.
    package struct Tile: Sendable, Hashable {
        package var column: Int
        package var row: Int

        package init(column: Int, row: Int) {
            self.column = column
            self.row = row
        }
    }

    /// One frame of a chart; all frames share categories and scale.
    package struct Panel: Sendable {
        /// Empty when there is only one.
        package var title: String
        package var series: [Series]
        /// What a distribution is made of, for each category; for geometry only, ascending.
        package var values: [[Double]]
        /// What stands at the end of a stacked bar, for each category; empty for nothing.
        package var totals: [String]
        /// The ends of the middle half of `values`, for each category; empty for none at all.
        package var quartiles: [Quartiles?] = []

        package init(
            title: String = "",
            series: [Series],
            values: [[Double]] = [],
            totals: [String] = []
        ) {
            self.title = title
            self.series = series
            self.values = values
            self.totals = totals
        }
    }

    /// Values of one kind over the categories.
    package struct Series: Sendable {
        /// Named in the key of the chart when there are several.
        package var name: String
        /// One for each category.
        package var points: [Point?]

        package init(name: String, points: [Point?]) {
            self.name = name
            self.points = points
        }
    }

    /// The values below which one quarter and three quarters lie.
    package struct Quartiles: Sendable {
        package var lower: Point
        package var upper: Point

        package init(lower: Point, upper: Point) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// One value.
    package struct Point: Sendable {
        /// For geometry only.
        package var magnitude: Double
        /// The figure as printed beside its mark.
        package var label: String
        /// The figure's key; `nil` when it has none.
        package var figure: String?
        /// The exact number, for the figures of the chart as data.
        package var value: Table.Value?

        package init(magnitude: Double, label: String, figure: String? = nil) {
            self.magnitude = magnitude
            self.label = label
            self.figure = figure
        }
    }
}

extension ChartSpec {
    /// Where the figures of a category lead in a row of a table, the category's name before them.
    package func links(ofCategory index: Int) -> [Int: LinkTarget] {
        var links: [Int: LinkTarget] = [:]
        for (position, series) in panels.flatMap(\.series).enumerated() {
            guard index < series.points.count, let key = series.points[index]?.figure else {
                continue
            }
            links[position + 1] = .figure(key)
        }
        return links
    }
}
