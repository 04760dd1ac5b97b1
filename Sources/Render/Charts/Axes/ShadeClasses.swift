import DocumentModel
import Vocabulary

/// Classes of values between round borders, each with its shade, and the key that shows them as a
/// strip with its borders below.
struct ShadeClasses {
    private let borders: [(value: Double, text: String)]
    private let lettering: Lettering
    private let step: Double

    init(_ spec: ChartSpec, lettering: Lettering, width: Double) {
        let values = spec.points.map(\.position)
        self.lettering = lettering
        for count in [5, 4, 3, 2, 1] {
            let ticks = NiceTicks(
                from: values.min() ?? 0,
                to: values.max() ?? 0,
                count: count,
                places: spec.tickStyle.decimals.places
            ).values
            let borders = ticks.map { (value: $0.approximation, text: spec.tickStyle.text($0)) }
            let step = max(
                lettering.size * 2.4,
                lettering.width(of: borders.map(\.text)) + lettering.size * 0.6
            )
            if !borders.isEmpty, step * Double(borders.count) <= width {
                self.borders = borders
                self.step = step
                return
            }
        }
        borders = []
        step = 0
    }

    /// With the gap above; 0 without borders.
    var height: Double { borders.isEmpty ? 0 : lettering.lineHeight * 2.7 }

    func ink(of value: Double) -> Ink {
        let classes = borders.count - 1
        guard classes > 0 else { return .shade(2) }
        let index = borders.dropFirst().firstIndex { value < $0.value } ?? classes
        return shade(of: min(classes, index) - 1, among: classes)
    }

    func elements(middle: Double, top: Double) -> [Scene.Element] {
        let classes = borders.count - 1
        guard classes > 0 else { return [] }
        let left = middle - step * Double(classes) / 2
        let stripTop = top + lettering.lineHeight * 0.8
        let stripHeight = lettering.lineHeight * 0.75
        let strip = (0..<classes).map { index in
            Scene.Element.rectangle(
                Scene.Rectangle(
                    x: left + Double(index) * step,
                    y: stripTop,
                    width: step,
                    height: stripHeight,
                    fill: shade(of: index, among: classes),
                    outline: nil
                )
            )
        }
        return strip
            + borders.enumerated().flatMap { index, border in
                lettering.runs(
                    of: [border.text],
                    x: left + Double(index) * step,
                    top: stripTop + stripHeight + lettering.lineHeight * 0.1,
                    anchor: .middle,
                    ink: .secondaryText
                )
            }
    }

    /// The lowest class is the lightest.
    private func shade(of index: Int, among count: Int) -> Ink {
        .shade(of: count - 1 - index, among: count)
    }
}
