package import DocumentModel
package import ThemeModel

/// Draws what `spec` shows in `width` points; the height follows from the content.
///
/// Every text stands inside the scene and clear of the others. A chart without categories, panels or
/// values is an empty frame.
package func scene(
    for spec: ChartSpec,
    width: Double,
    theme: Theme,
    measuring: some TextMeasuring
) -> Scene {
    let scenes = scenes(
        for: spec,
        width: width,
        height: .infinity,
        theme: theme,
        measuring: measuring
    )
    return scenes.first ?? Scene(width: width, height: 0)
}

/// The same, in as many drawings of one scale as are needed to stay within `height` where a chart can
/// be parted: between rows of panels.
package func scenes(
    for spec: ChartSpec,
    width: Double,
    height: Double,
    theme: Theme,
    measuring: some TextMeasuring
) -> [Scene] {
    let lettering = Lettering(measuring: measuring, face: .regular, size: theme.sizes.chart)
    guard !spec.categories.isEmpty, spec.seriesCount > 0 else {
        return [emptyFrame(width: width, lettering: lettering)]
    }
    func rows<Drawn: Mark>(_ mark: Drawn.Type) -> [Scene] {
        rowScenes(mark, of: spec, width: width, height: height, lettering: lettering)
    }
    func plots<Drawn: Plot>(_ plot: Drawn.Type) -> [Scene] {
        plotScenes(plot, of: spec, width: width, height: height, lettering: lettering)
    }
    switch spec.mark {
    case .bar, .divergingBar: return rows(BarMark.self)
    case .stackedBar: return rows(StackMark.self)
    case .dumbbell, .dot: return rows(DumbbellMark.self)
    case .distribution: return rows(DistributionMark.self)
    case .slope: return plots(SlopePlot.self)
    case .line: return plots(LinePlot.self)
    case .histogram:
        // Classes whose names do not fit below their columns are told beside bars.
        return ColumnPlot.fits(spec, width: width, lettering: lettering)
            ? plots(ColumnPlot.self) : rows(BarMark.self)
    case .tileMap:
        return TilePlot.fits(spec, width: width, lettering: lettering)
            ? plots(TilePlot.self) : rows(BarMark.self)
    }
}

private func emptyFrame(width: Double, lettering: Lettering) -> Scene {
    let height = lettering.lineHeight * 4
    let frame = Scene.Rectangle(
        x: 0.5,
        y: 0.5,
        width: max(0, width - 1),
        height: height - 1,
        fill: nil,
        outline: Scene.Stroke(.faintRule, width: 0.5)
    )
    return Scene(width: width, height: height, elements: [.rectangle(frame)])
}
