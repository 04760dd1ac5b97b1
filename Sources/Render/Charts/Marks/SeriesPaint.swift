/// How marks of one series are painted: the first solid, the others outlined; of more than two, each
/// lighter than the one before, so that they differ on a black and white copy as well.
struct SeriesPaint {
    let fill: Ink
    let outline: Scene.Stroke?

    init(_ series: Int, of count: Int) {
        fill = count > 2 ? .shade(of: series, among: count) : .series(series)
        outline = series == 0 ? nil : Scene.Stroke(.series(0), width: 0.6)
    }

    /// One part of a whole.
    init(shade: Ink) {
        fill = shade
        outline = nil
    }
}
