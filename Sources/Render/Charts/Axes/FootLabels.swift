/// Texts below an upright plot, each centred at its place: every one, or every second, third …, the
/// last one or the first one always, so that none meets its neighbour.
struct FootLabels {
    private let placed: [(lines: [String], middle: Double)]
    private let lettering: Lettering
    let height: Double

    /// `places` are distances from the left; no text reaches beyond `bounds`.
    init(
        _ texts: [String],
        at places: [Double],
        lettering: Lettering,
        widest: Double,
        bounds: ClosedRange<Double>,
        keepsFirst: Bool = false
    ) {
        let all = zip(texts, places).map { text, place in
            let lines = lettering.wrapped(text, to: widest, limit: 3)
            let half = lettering.width(of: lines) / 2
            let low = bounds.lowerBound + half
            return (lines: lines, middle: max(low, min(bounds.upperBound - half, place)))
        }
        var placed = all
        for step in 1...max(1, all.count) {
            placed = all.indices.filter {
                (keepsFirst ? $0 : all.count - 1 - $0) % step == 0
            }.map { all[$0] }
            if Self.fit(placed, lettering) { break }
        }
        self.placed = placed
        self.lettering = lettering
        let most = placed.map(\.lines.count).max() ?? 0
        height = most > 0 ? (Double(most) + 0.3) * lettering.lineHeight : 0
    }

    func elements(left: Double, top: Double, ink: Ink) -> [Scene.Element] {
        placed.flatMap { label in
            lettering.runs(
                of: label.lines,
                x: left + label.middle,
                top: top + lettering.lineHeight * 0.3,
                anchor: .middle,
                ink: ink
            )
        }
    }

    private static func fit(
        _ placed: [(lines: [String], middle: Double)],
        _ lettering: Lettering
    ) -> Bool {
        var free = -Double.infinity
        for label in placed {
            let half = lettering.width(of: label.lines) / 2
            guard label.middle - half >= free else { return false }
            free = label.middle + half + lettering.size * 0.5
        }
        return true
    }
}
