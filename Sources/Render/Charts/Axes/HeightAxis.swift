import Vocabulary

/// Faint level lines at round values, their figures at the left: the upright twin of `ValueAxis`.
struct HeightAxis {
    /// From the left edge to the plot: the figures and their gap.
    let room: Double
    private let scale: PositionScale
    private let ticks: [(value: Double, text: String)]
    private let lettering: Lettering
    private let height: Double

    init(
        over low: Double,
        _ high: Double,
        startsAtZero: Bool,
        style: NumberStyle,
        lettering: Lettering,
        height: Double,
        mostRoom: Double
    ) {
        let bounds = AxisBounds(low, high, startsAtZero: startsAtZero)
        let values = NiceTicks(
            from: bounds.low,
            to: bounds.high,
            count: 5,
            places: style.decimals.places
        ).values
        ticks = values.map { (value: $0.approximation, text: style.text($0)) }
        scale = PositionScale(
            lower: ticks.first?.value ?? bounds.low,
            upper: ticks.last?.value ?? bounds.high,
            left: height,
            right: 0
        )
        self.height = height
        let widest = lettering.width(of: ticks.map(\.text)) + lettering.size * 0.5
        let shrink = widest > mostRoom ? mostRoom / widest * 0.99 : 1
        self.lettering = lettering.with(size: lettering.size * shrink)
        room = ticks.isEmpty ? 0 : widest * shrink
    }

    /// The distance of a value below the top of the plot.
    func depth(of value: Double) -> Double { scale.place(of: value) }

    /// Lines across `width` points of plot; the top left corner of figures and plot at (`left`, `top`).
    func elements(left: Double, top: Double, width: Double) -> [Scene.Element] {
        ticks.flatMap { tick in
            let y = top + depth(of: tick.value)
            return [
                Scene.Element.line(
                    Scene.Line(
                        from: Scene.Point(x: left + room, y: y),
                        to: Scene.Point(x: left + room + width, y: y),
                        stroke: tick.value == 0
                            ? Scene.Stroke(.rule, width: 0.75)
                            : Scene.Stroke(.faintRule, width: 0.5)
                    )
                )
            ]
                + lettering.runs(
                    of: [tick.text],
                    x: left + room - lettering.size * 0.5,
                    middle: y,
                    anchor: .end,
                    ink: .secondaryText
                )
        }
    }
}
