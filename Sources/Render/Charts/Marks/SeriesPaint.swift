/// How marks of one series are painted: the first solid, the others outlined, so that they differ
/// on a black and white copy as well.
struct SeriesPaint {
    let fill: Ink
    let outline: Scene.Stroke?

    init(_ series: Int) {
        fill = .series(series)
        outline = series == 0 ? nil : Scene.Stroke(.series(0), width: 0.6)
    }
}
