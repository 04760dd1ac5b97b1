/// What stands side by side in a chart and is never parted: a row of panels.
struct Band {
    /// Drawn below 0.
    let elements: [Scene.Element]
    let height: Double
}

/// The bands below each other, the key above them, on as many drawings as they need to be no taller
/// than `height` each.
func stacked(_ bands: [Band], key: SeriesKey, gap: Double, width: Double, height: Double) -> [Scene]
{
    var scenes: [Scene] = []
    for band in bands {
        if let last = scenes.last, last.height + gap + band.height <= height {
            scenes[scenes.count - 1].add(band, below: last.height + gap)
        } else {
            var scene = Scene(width: width, height: 0, elements: key.elements(left: 0))
            scene.add(band, below: key.height)
            scenes.append(scene)
        }
    }
    return scenes
}

extension Scene {
    fileprivate mutating func add(_ band: Band, below top: Double) {
        elements += band.elements.map { $0.moved(down: top) }
        height = top + band.height
    }
}
