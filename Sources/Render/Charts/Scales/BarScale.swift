/// Maps values to lengths from zero, as long as the labels at the bars' ends leave room.
struct BarScale {
    /// What stands at one end: the value and the room of its label.
    struct End {
        let value: Double
        let labelRoom: Double
    }

    /// Distance of zero from the left of the plot in points.
    let zero: Double
    private let pointsPerUnit: Double

    init(fitting ends: [End], width: Double) {
        let largest = ends.map { abs($0.value) }.max() ?? 0
        guard largest > 0 else {
            zero = 0
            pointsPerUnit = 0
            return
        }
        // Lengths grow with the part of `width` that the largest value takes: halve the interval.
        var low = 0.0
        var high = 1.0
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let (left, right) = Self.extents(of: ends, largest: largest, length: middle * width)
            if left + right <= width { low = middle } else { high = middle }
        }
        zero = Self.extents(of: ends, largest: largest, length: low * width).left
        pointsPerUnit = low * width / largest
    }

    /// From zero, in points, negative to the left.
    func offset(of value: Double) -> Double {
        value * pointsPerUnit
    }

    private static func extents(
        of ends: [End],
        largest: Double,
        length: Double
    ) -> (left: Double, right: Double) {
        var left = 0.0
        var right = 0.0
        for end in ends {
            let extent = abs(end.value) / largest * length + end.labelRoom
            if end.value < 0 { left = max(left, extent) } else { right = max(right, extent) }
        }
        return (left, right)
    }
}
