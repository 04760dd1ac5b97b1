/// How panels stand side by side: columns, their widths and the gaps between them.
struct PanelGrid {
    private static let mostColumns = 4

    let columns: Int
    /// Width of one plot in points.
    let plotWidth: Double
    let gap: Double

    /// As many columns as plots of `comfortableWidth` find room in `width`, evenly filled.
    init(panels: Int, width: Double, gap: Double, comfortableWidth: Double) {
        let most = min(Self.mostColumns, max(1, panels))
        let fitting = (1...most).last { columns in
            Self.plotWidth(columns: columns, width: width, gap: gap) >= comfortableWidth
        }
        let rows = Self.quotientUp(panels, fitting ?? 1)
        columns = max(1, Self.quotientUp(panels, max(1, rows)))
        plotWidth = Self.plotWidth(columns: columns, width: width, gap: gap)
        self.gap = gap
    }

    /// Distance of a panel's plot from the left of the first one.
    func left(ofColumn column: Int) -> Double {
        Double(column) * (plotWidth + gap)
    }

    private static func plotWidth(columns: Int, width: Double, gap: Double) -> Double {
        (width - Double(columns - 1) * gap) / Double(columns)
    }

    private static func quotientUp(_ number: Int, _ divisor: Int) -> Int {
        (number + divisor - 1) / divisor
    }
}
