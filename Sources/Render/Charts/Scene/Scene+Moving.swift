extension Scene.Element {
    /// The element further down by `distance`.
    func moved(down distance: Double) -> Scene.Element {
        switch self {
        case .rectangle(var shape):
            shape.y += distance
            return .rectangle(shape)
        case .line(var line):
            line.start.y += distance
            line.end.y += distance
            return .line(line)
        case .circle(var shape):
            shape.centre.y += distance
            return .circle(shape)
        case .polygon(var shape):
            for index in shape.points.indices { shape.points[index].y += distance }
            return .polygon(shape)
        case .text(var run):
            run.position.y += distance
            return .text(run)
        }
    }
}
