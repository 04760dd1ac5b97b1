import ThemeModel

/// The titles of panels side by side.
struct PanelTitles {
    private let lines: [[String]]
    private let lettering: Lettering
    /// 0 when none has a title.
    let height: Double

    init(_ titles: [String], lettering: Lettering, width: Double) {
        let bold = lettering.with(.bold)
        let lines = titles.map { bold.wrapped($0, to: width, limit: 3) }
        let most = lines.map(\.count).max() ?? 0
        self.lines = lines
        self.lettering = bold
        height = most > 0 ? (Double(most) + 0.3) * lettering.lineHeight : 0
    }

    func elements(of column: Int, left: Double) -> [Scene.Element] {
        lettering.runs(of: lines[column], x: left, top: 0, anchor: .start)
    }
}
