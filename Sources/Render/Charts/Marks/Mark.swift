/// One way to show values; it draws only what has already been laid out in rows.
protocol Mark {
    /// The least width of a plot in which all labels stand beside their marks on one line.
    static func comfortableWidth(of plan: MarkPlan) -> Double

    /// `plan` on a plot of `width` points.
    init(_ plan: MarkPlan, width: Double)

    /// The room that one category needs in all panels.
    func height(of category: Int) -> Double

    /// The room below the rows, for an axis.
    var footHeight: Double { get }

    /// The marks of one panel, the plot's left edge at `left`.
    func elements(of panel: Int, left: Double, rows: [Row]) -> [Scene.Element]
}
