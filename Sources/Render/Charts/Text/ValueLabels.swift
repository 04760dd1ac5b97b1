import DocumentModel

/// The printed figures of a chart, set so that none is wider than its room.
///
/// A figure is never cut short: it is broken at blanks, and letters get smaller if a word alone is
/// too wide.
struct ValueLabels {
    let lettering: Lettering
    private let room: Double
    /// By label: its height is asked for again and again before it is drawn.
    private let lines: [String: [String]]

    init(of spec: ChartSpec, lettering: Lettering, room: Double) {
        self.init(of: spec.labels, lettering: lettering, room: room)
    }

    init(of labels: [String], lettering: Lettering, room: Double) {
        let widest = lettering.width(of: labels.flatMap(Lettering.words(of:)))
        // A hundredth of slack for faces whose widths do not shrink quite in proportion.
        let shrink = widest > room ? room / widest * 0.99 : 1
        let smaller = lettering.with(size: lettering.size * shrink)
        self.lettering = smaller
        self.room = room
        lines = Dictionary(
            Set(labels).map { ($0, smaller.wrapped($0, to: room)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    func lines(of point: ChartSpec.Point) -> [String] {
        lines[point.label] ?? lettering.wrapped(point.label, to: room)
    }

    func height(of point: ChartSpec.Point?) -> Double {
        point.map { Double(lines(of: $0).count) * lettering.lineHeight } ?? 0
    }
}

extension ChartSpec {
    var labels: [String] { points.map(\.label) }

    /// All points of all panels, in order.
    var points: [Point] {
        panels.flatMap { panel in
            panel.series.flatMap { $0.points.prefix(categories.count).compactMap { $0 } }
        }
    }

    /// Whether every category has a value in every series of every panel.
    var isComplete: Bool {
        points.count == panels.count * seriesCount * categories.count
    }

    /// The largest number of series in one panel.
    var seriesCount: Int { panels.map(\.series.count).max() ?? 0 }
}

extension ChartSpec.Panel {
    /// The points of one category, one for each series.
    func points(of category: Int) -> [ChartSpec.Point?] {
        series.map { category < $0.points.count ? $0.points[category] : nil }
    }
}

extension ChartSpec.Point {
    /// The magnitude, or 0 where there is no place for it on any scale.
    var position: Double { magnitude.isFinite ? magnitude : 0 }
}
