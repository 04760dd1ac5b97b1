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
        // A scale cut off above zero would exaggerate, unless all values are close together.
        let start = low > 0 && low < high / 2 ? 0 : low
        let right = max(left, right)
        self.lettering = lettering
        for count in [5, 4, 3, 2, 1] {
            let values = NiceTicks(
                from: start,
                to: high,
                count: count,
                places: style.decimals.places
            ).values
            guard let first = values.first, let last = values.last else { break }
            let scale = PositionScale(
                lower: first.approximation,
                upper: last.approximation,
                left: left,
                right: right
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
        scale = PositionScale(lower: start, upper: high, left: left, right: right)
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
            guard tick.place - half >= free, tick.place + half <= width else { return false }
            free = tick.place + half + lettering.size * 0.6
        }
        return true
    }
}
