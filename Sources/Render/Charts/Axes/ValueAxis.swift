import DocumentModel
import Vocabulary

/// Few faint lines at round values with their figures below, for marks that do not start at zero; words
/// below the figures say so where equal distances are equal ratios.
struct ValueAxis {
    let scale: PositionScale
    /// The room of the figures and words below the plot, 0 without ticks.
    let height: Double
    private let ticks: [Tick]
    private let note: [String]
    private let lettering: Lettering

    private struct Tick {
        let place: Double
        let text: String
    }

    /// Ticks that may do.
    private struct Choice {
        let ticks: [(value: ExactDecimal, text: String)]
        /// The plot makes room for half of the outer figures.
        let isNarrowed: Bool
        var isLogarithmic = false
    }

    /// Covers the values from `low` to `high` between `left` and `right` of a plot of `width`.
    init(
        over low: Double,
        _ high: Double,
        of spec: ChartSpec,
        lettering: Lettering,
        left: Double,
        right: Double,
        width: Double
    ) {
        self.lettering = lettering
        let bounds = AxisBounds(low, high)
        let right = max(left, right)
        for choice in Self.choices(from: low, to: high, of: spec) {
            guard let first = choice.ticks.first, let last = choice.ticks.last else { continue }
            let scale = PositionScale(
                lower: first.value.approximation,
                upper: last.value.approximation,
                left: choice.isNarrowed ? max(left, lettering.width(of: first.text) / 2) : left,
                right: choice.isNarrowed
                    ? min(right, width - lettering.width(of: last.text) / 2) : right,
                isLogarithmic: choice.isLogarithmic
            )
            let ticks = choice.ticks.map { value, text in
                Tick(place: scale.place(of: value.approximation), text: text)
            }
            if Self.fit(ticks, lettering: lettering, width: width) {
                self.scale = scale
                self.ticks = ticks
                note =
                    choice.isLogarithmic ? lettering.wrapped(spec.spacingNote ?? "", to: width) : []
                height = lettering.lineHeight * (1.15 + Double(note.count))
                return
            }
        }
        scale = PositionScale(lower: bounds.low, upper: bounds.high, left: left, right: right)
        ticks = []
        note = []
        height = 0
    }

    /// The best first; amounts where a value has no ratio.
    private static func choices(
        from low: Double,
        to high: Double,
        of spec: ChartSpec
    ) -> [Choice] {
        let style = spec.tickStyle
        var choices: [Choice] = []
        if spec.spacingNote != nil {
            for isNarrowed in [false, true] {
                choices += (1...DecadeTicks.mostDecades).map { step in
                    Choice(
                        ticks: DecadeTicks(from: low, to: high, step: step, style: style).ticks,
                        isNarrowed: isNarrowed,
                        isLogarithmic: true
                    )
                }
            }
        }
        let bounds = AxisBounds(low, high)
        for (isNarrowed, counts) in [(false, [5, 4, 3, 2, 1]), (true, [3, 2, 1])] {
            choices += counts.map { count in
                let values = NiceTicks(
                    from: bounds.low,
                    to: bounds.high,
                    count: count,
                    places: style.decimals.places
                ).values
                return Choice(
                    ticks: values.map { ($0, style.text($0)) },
                    isNarrowed: isNarrowed
                )
            }
        }
        return choices
    }

    /// Lines from `top` to `bottom` and the figures below, the plot's left edge at `left`.
    func elements(left: Double, top: Double, bottom: Double) -> [Scene.Element] {
        let figures = ticks.flatMap { tick in
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
        return figures
            + lettering.runs(
                of: note,
                x: left,
                top: bottom + lettering.lineHeight * 1.15,
                anchor: .start,
                ink: .secondaryText
            )
    }

    private static func fit(_ ticks: [Tick], lettering: Lettering, width: Double) -> Bool {
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

extension ChartSpec {
    /// What is said of an axis of ratios; `nil` for one of amounts.
    var spacingNote: String? {
        guard case .equalRatios(let note) = spacing else { return nil }
        return note
    }
}
