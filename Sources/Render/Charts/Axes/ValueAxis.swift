import Vocabulary

/// Few faint lines at round values with their figures below, for marks that do not start at zero.
struct ValueAxis {
    let scale: PositionScale
    /// The room of the figures below the plot, 0 without ticks.
    let height: Double
    private let ticks: [(place: Double, text: String)]
    private let lettering: Lettering

    /// Covers the values from `low` to `high` between `left` and `right` of a plot of `width`.
    init(
        over low: Double,
        _ high: Double,
        style: NumberStyle,
        lettering: Lettering,
        left: Double,
        right: Double,
        width: Double
    ) {
        let bounds = AxisBounds(low, high)
        let right = max(left, right)
        self.lettering = lettering
        // Where the figures do not fit below the plot, it makes room for half of the outer ones.
        for (count, isNarrowed) in [5, 4, 3, 2, 1].map({ ($0, false) }) + [
            (3, true), (2, true), (1, true),
        ] {
            let values = NiceTicks(
                from: bounds.low,
                to: bounds.high,
                count: count,
                places: style.decimals.places
            ).values
            guard let first = values.first, let last = values.last else { continue }
            let scale = PositionScale(
                lower: first.approximation,
                upper: last.approximation,
                left: isNarrowed ? max(left, lettering.width(of: style.text(first)) / 2) : left,
                right: isNarrowed
                    ? min(right, width - lettering.width(of: style.text(last)) / 2) : right
            )
            let ticks = values.map {
                (place: scale.place(of: $0.approximation), text: style.text($0))
            }
            if Self.fit(ticks, lettering: lettering, width: width) {
                self.scale = scale
                self.ticks = ticks
                height = lettering.lineHeight * 1.15
                return
            }
        }
        scale = PositionScale(lower: bounds.low, upper: bounds.high, left: left, right: right)
        ticks = []
        height = 0
    }

    /// Lines from `top` to `bottom` and the figures below, the plot's left edge at `left`.
    func elements(left: Double, top: Double, bottom: Double) -> [Scene.Element] {
        ticks.flatMap { tick in
            [
                .line(
                    Scene.Line(
                        from: Scene.Point(x: left + tick.place, y: top),
                        to: Scene.Point(x: left + tick.place, y: bottom),
                        stroke: Scene.Stroke(.faintRule, width: 0.5)
                    )
                )
            ]
                + lettering.runs(
                    of: [tick.text],
                    x: left + tick.place,
                    top: bottom + lettering.lineHeight * 0.15,
                    anchor: .middle,
                    ink: .secondaryText
                )
        }
    }

    private static func fit(
        _ ticks: [(place: Double, text: String)],
        lettering: Lettering,
        width: Double
    ) -> Bool {
        var free = 0.0
        for tick in ticks {
            let half = lettering.width(of: tick.text) / 2
            guard tick.place - half >= free - 0.001, tick.place + half <= width + 0.001 else {
                return false
            }
            free = tick.place + half + lettering.size * 0.6
        }
        return true
    }
}
