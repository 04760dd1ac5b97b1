import DocumentModel
import ThemeModel

/// The names and figures of a map's squares, all in the largest letters in which all fit.
struct TileLetters {
    private let lettering: Lettering
    private let names: [[String]]

    /// `nil` when letters would be too small to read.
    init?(_ spec: ChartSpec, side: Double, lettering: Lettering) {
        let room = side - 6
        for share in [1, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7] {
            let smaller = lettering.with(size: lettering.size * share)
            let names = spec.categories.map { smaller.wrapped($0, to: room) }
            let words = spec.categories.flatMap(Lettering.words(of:))
            let lines = (names.map(\.count).max() ?? 0) + 1
            if smaller.width(of: words) <= room,
                smaller.with(.bold).width(of: spec.labels + [spec.unknown]) <= room,
                Double(lines) * smaller.lineHeight <= side - 4
            {
                self.lettering = smaller
                self.names = names
                return
            }
        }
        return nil
    }

    /// No letters at all.
    init(empty lettering: Lettering) {
        self.lettering = lettering
        names = []
    }

    func elements(
        of category: Int,
        figure: String,
        x: Double,
        middle: Double,
        ink: Ink
    ) -> [Scene.Element] {
        guard category < names.count else { return [] }
        let lines = names[category]
        let top = middle - Double(lines.count + 1) * lettering.lineHeight / 2
        return lettering.runs(of: lines, x: x, top: top, anchor: .middle, ink: ink)
            + lettering.with(.bold).runs(
                of: [figure],
                x: x,
                top: top + Double(lines.count) * lettering.lineHeight,
                anchor: .middle,
                ink: ink
            )
    }
}
