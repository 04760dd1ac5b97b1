/// One way to show values on a plane of its own, when categories are no rows.
protocol Plot {
    /// The least width of one panel that is pleasant to read.
    static func comfortableWidth(of plan: MarkPlan) -> Double

    /// Whether series are told by a key instead of labels of their own.
    static var hasKey: Bool { get }

    /// `plan` on `width` points, axes and labels included.
    init(_ plan: MarkPlan, width: Double)

    /// The height of every panel, labels included.
    var height: Double { get }

    /// All of one panel with its top left corner at (`left`, `top`).
    func elements(of panel: Int, left: Double, top: Double) -> [Scene.Element]
}

extension Plot {
    static var hasKey: Bool { false }
}
