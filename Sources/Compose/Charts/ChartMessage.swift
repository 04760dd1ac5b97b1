import DocumentModel

/// What a chart shows, in words for those who do not see it: its largest and smallest values, the largest
/// difference of two series, where lines begin and end. Only printed figures are said again.
struct ChartMessage {
    private let spec: ChartSpec
    private let words: Order.ChartWords
    /// So many of equal values are named.
    private static let mostNames = 3

    init(of spec: ChartSpec, words: Order.ChartWords) {
        self.spec = spec
        self.words = words
    }

    var text: String {
        let clauses =
            if spec.panels.count > 1 {
                [
                    extremes(
                        of: entries(
                            of: spec.panels.flatMap { panel in
                                panel.series.map { (panel.title, $0) }
                            }
                        )
                    )
                ]
            } else {
                series.map(clause(of:)) + [widest].compactMap { $0 }
            }
        return clauses.filter { !$0.isEmpty }.joined(separator: "; ")
    }

    /// A value with its name.
    private struct Entry {
        let name: String
        let point: ChartSpec.Point
        /// Places on a line are numbers often: they stand apart from the figure.
        let isOnLine: Bool

        var text: String {
            guard !name.isEmpty else { return point.label }
            return isOnLine ? "\(point.label) (\(name))" : "\(name) \(point.label)"
        }
    }

    private var series: [ChartSpec.Series] { spec.panels.first?.series ?? [] }

    private func clause(of series: ChartSpec.Series) -> String {
        let known = entries(of: [("", series)])
        guard let first = known.first, let last = known.last else { return "" }
        var text = extremes(of: known)
        if spec.mark == .line, known.count > 1 {
            text = ["\(words.from) \(first.text) \(words.to) \(last.text)", text].joined(
                separator: ", "
            )
        }
        return self.series.count > 1 ? "\(series.name): \(text)" : text
    }

    private func entries(of series: [(title: String, series: ChartSpec.Series)]) -> [Entry] {
        series.flatMap { title, series in
            zip(spec.categories, series.points).compactMap { category, point in
                guard let point else { return nil }
                // A panel of one kind of value needs no name of it beside its own.
                let isNamed = (spec.panels.first?.series.count ?? 0) > 1
                let panel = [title, isNamed ? series.name : ""].filter { !$0.isEmpty }
                    .joined(separator: " - ")
                let isInPanel = spec.panels.count > 1 && !panel.isEmpty
                return Entry(
                    name: isInPanel ? "\(panel) (\(category))" : category,
                    point: point,
                    isOnLine: spec.mark == .line
                )
            }
        }
    }

    private func extremes(of entries: [Entry]) -> String {
        let values = entries.map(\.point.magnitude)
        guard let least = values.min(), let most = values.max() else { return "" }
        if least == most, entries.count > 1 { return "\(words.equal) (\(entries[0].point.label))" }
        let largest = "\(words.most) \(names(of: entries.filter { $0.point.magnitude == most }))"
        guard least < most else { return largest }
        return largest
            + ", \(words.least) \(names(of: entries.filter { $0.point.magnitude == least }))"
    }

    private func names(of entries: [Entry]) -> String {
        let named = entries.prefix(Self.mostNames).map(\.text).joined(separator: ", ")
        return entries.count > Self.mostNames ? named + ", …" : named
    }

    /// The category whose two values lie furthest apart, for marks that join them.
    private var widest: String? {
        guard spec.mark == .dumbbell || spec.mark == .slope, series.count == 2 else { return nil }
        let pairs = zip(spec.categories, zip(series[0].points, series[1].points)).compactMap {
            category,
            points -> (name: String, first: ChartSpec.Point, second: ChartSpec.Point)? in
            guard let first = points.0, let second = points.1 else { return nil }
            return (category, first, second)
        }
        let distance = { (pair: (name: String, first: ChartSpec.Point, second: ChartSpec.Point)) in
            abs(pair.first.magnitude - pair.second.magnitude)
        }
        guard let pair = pairs.max(by: { distance($0) < distance($1) }), distance(pair) > 0 else {
            return nil
        }
        return "\(words.widest): \(pair.name) (\(series[0].name) \(pair.first.label), "
            + "\(series[1].name) \(pair.second.label))"
    }
}
