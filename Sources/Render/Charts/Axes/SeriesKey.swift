import DocumentModel

/// The key above a chart of several series: a swatch and a name for each.
struct SeriesKey {
    private struct Item {
        /// `nil` for the box of a distribution.
        let series: Int?
        let lines: [String]
        let x: Double
        let top: Double
    }

    private let items: [Item]
    private let lettering: Lettering
    private let mark: ChartSpec.Mark
    private let count: Int
    /// 0 when no key is needed.
    let height: Double

    /// No key.
    init(_ lettering: Lettering) {
        items = []
        self.lettering = lettering
        mark = .line
        count = 0
        height = 0
    }

    init(of spec: ChartSpec, lettering: Lettering, width: Double) {
        self.lettering = lettering
        mark = spec.mark
        count = spec.seriesCount
        let series = spec.panels.max { $0.series.count < $1.series.count }?.series ?? []
        var names: [(series: Int?, name: String)] = series.enumerated().map { ($0, $1.name) }
        // A distribution names the value and the box whose figures it prints.
        if mark == .distribution {
            if spec.panels.contains(where: { !$0.quartiles.isEmpty }) {
                names.append((nil, spec.middleHalf))
            }
            names.removeAll { $0.name.isEmpty }
        }
        guard names.count > (mark == .distribution ? 0 : 1) else {
            items = []
            height = 0
            return
        }
        let swatch = Self.swatchRoom(lettering)
        var items: [Item] = []
        var x = 0.0
        var top = 0.0
        var lineBottom = 0.0
        for (series, name) in names {
            let lines = lettering.wrapped(name, to: width - swatch, limit: 3)
            let itemWidth = swatch + lettering.width(of: lines)
            if x > 0, x + itemWidth > width {
                x = 0
                top = lineBottom + lettering.lineHeight * 0.2
            }
            items.append(Item(series: series, lines: lines, x: x, top: top))
            x += itemWidth + lettering.size * 1.5
            lineBottom = max(lineBottom, top + Double(max(1, lines.count)) * lettering.lineHeight)
        }
        self.items = items
        height = lineBottom + lettering.lineHeight * 0.6
    }

    /// The key with its left top corner at (`left`, 0).
    func elements(left: Double) -> [Scene.Element] {
        items.flatMap { item in
            [swatch(item, left: left)]
                + lettering.runs(
                    of: item.lines,
                    x: left + item.x + Self.swatchRoom(lettering),
                    top: item.top,
                    anchor: .start
                )
        }
    }

    private func swatch(_ item: Item, left: Double) -> Scene.Element {
        let side = lettering.size * 0.8
        let middle = item.top + lettering.lineHeight / 2
        guard let series = item.series else {
            return .rectangle(
                Scene.Rectangle(
                    x: left + item.x + 0.5,
                    y: middle - side * 0.4,
                    width: side,
                    height: side * 0.8,
                    fill: DistributionMark.boxInk,
                    outline: nil
                )
            )
        }
        let paint =
            mark == .stackedBar
            ? SeriesPaint(shade: .shade(of: series, among: count))
            : SeriesPaint(series, of: count)
        switch mark {
        case .bar, .divergingBar, .stackedBar, .histogram, .tileMap, .line, .slope:
            return .rectangle(
                Scene.Rectangle(
                    x: left + item.x + 0.5,
                    y: middle - side / 2,
                    width: side,
                    height: side,
                    fill: paint.fill,
                    outline: paint.outline
                )
            )
        case .dumbbell, .dot, .distribution:
            return .circle(
                Scene.Circle(
                    centre: Scene.Point(x: left + item.x + 0.5 + side / 2, y: middle),
                    radius: side / 2,
                    fill: paint.fill,
                    outline: paint.outline
                )
            )
        }
    }

    private static func swatchRoom(_ lettering: Lettering) -> Double {
        lettering.size * 1.2
    }
}
