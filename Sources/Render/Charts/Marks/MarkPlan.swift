import DocumentModel

/// What every mark starts from.
struct MarkPlan {
    let spec: ChartSpec
    let lettering: Lettering
    /// From 0, as is best to read, to 1, where rows stand as close and plots are as low as they may.
    var density = 0.0

    /// Between the marks of one category and the next.
    var rowGap: Double { lettering.lineHeight * (0.5 - 0.3 * density) }

    /// What is left of the height of a plot.
    var plotShare: Double { 1 - 0.3 * density }

    /// Between a mark and its label.
    var labelGap: Double { lettering.size * 0.35 }

    /// The widest label of the points that `isIncluded` names, with its gap; 0 for none.
    func labelRoom(where isIncluded: (ChartSpec.Point) -> Bool) -> Double {
        let width = lettering.width(of: spec.points.filter(isIncluded).map(\.label))
        return width > 0 ? width + labelGap : 0
    }
}
