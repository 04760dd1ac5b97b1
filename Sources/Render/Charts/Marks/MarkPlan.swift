import DocumentModel

/// What every mark starts from.
struct MarkPlan {
    let spec: ChartSpec
    let lettering: Lettering

    /// Between a mark and its label.
    var labelGap: Double { lettering.size * 0.35 }

    /// The widest label of the points that `isIncluded` names, with its gap; 0 for none.
    func labelRoom(where isIncluded: (ChartSpec.Point) -> Bool) -> Double {
        let width = lettering.width(of: spec.points.filter(isIncluded).map(\.label))
        return width > 0 ? width + labelGap : 0
    }
}
