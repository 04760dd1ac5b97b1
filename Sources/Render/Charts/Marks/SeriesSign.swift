/// The shape at the values of a line's series: each series has another one, so that lines that cross
/// are told apart without colours.
struct SeriesSign {
    private let series: Int
    let ink: Ink

    init(_ series: Int, of count: Int) {
        self.series = series
        // Not the lightest shades: a line is thin.
        ink = .shade(min(2, count > 1 ? series * 2 / (count - 1) : 0))
    }

    func element(at centre: Scene.Point, radius: Double) -> Scene.Element {
        let isOpen = series % 6 >= 3
        let fill: Ink = isOpen ? .paper : ink
        let outline = Scene.Stroke(ink, width: 0.8)
        let corners: [(Double, Double)]
        switch series % 3 {
        case 0:
            return .circle(
                Scene.Circle(centre: centre, radius: radius, fill: fill, outline: outline)
            )
        case 1: corners = [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)]
        default: corners = [(0, -1.1), (1.1, 0.8), (-1.1, 0.8)]
        }
        return .polygon(
            Scene.Polygon(
                points: corners.map {
                    Scene.Point(x: centre.x + $0.0 * radius, y: centre.y + $0.1 * radius)
                },
                fill: fill,
                outline: outline
            )
        )
    }
}
