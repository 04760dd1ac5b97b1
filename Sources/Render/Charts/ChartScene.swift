package import DocumentModel
package import ThemeModel

/// Draws what `spec` shows in `width` points; the height follows from the content.
///
/// Every text stands inside the scene and clear of the others. A chart of which nothing is known is a frame
/// with words that say so.
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
///
/// `density` is how close rows stand and how low plots are: from 0, as is best to read, to 1.
package func scenes(
    for spec: ChartSpec,
    width: Double,
    height: Double,
    density: Double = 0,
    theme: Theme,
    measuring: some TextMeasuring
) -> [Scene] {
    func scenes(_ density: Double) -> [Scene] {
        drawings(
            of: spec,
            width: width,
            height: height,
            density: density,
            theme: theme,
            measuring: measuring
        )
    }
    let usual = scenes(0)
    guard density > 0 else { return usual }
    // Closer rows may need fewer columns: that would be taller.
    let closer = scenes(density)
    let isLower =
        closer.count == usual.count && zip(closer, usual).allSatisfy { $0.height <= $1.height }
    return isLower ? closer : usual
}

private func drawings(
    of spec: ChartSpec,
    width: Double,
    height: Double,
    density: Double,
    theme: Theme,
    measuring: some TextMeasuring
) -> [Scene] {
    let lettering = Lettering(measuring: measuring, face: .regular, size: theme.sizes.chart)
    guard spec.hasData else {
        return [emptyFrame(saying: spec.noData, width: width, lettering: lettering)]
    }
    let plan = MarkPlan(spec: spec, lettering: lettering, density: density)
    func rows<Drawn: Mark>(_ mark: Drawn.Type) -> [Scene] {
        rowScenes(mark, of: plan, width: width, height: height)
    }
    func plots<Drawn: Plot>(_ plot: Drawn.Type) -> [Scene] {
        plotScenes(plot, of: plan, width: width, height: height)
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

private func emptyFrame(saying words: String, width: Double, lettering: Lettering) -> Scene {
    let lines = lettering.wrapped(words, to: width - 2 * lettering.size)
    let height = lettering.lineHeight * Double(max(4, lines.count + 2))
    let frame = Scene.Rectangle(
        x: 0.5,
        y: 0.5,
        width: max(0, width - 1),
        height: height - 1,
        fill: nil,
        outline: Scene.Stroke(.faintRule, width: 0.5)
    )
    return Scene(
        width: width,
        height: height,
        elements: [.rectangle(frame)]
            + lettering.runs(
                of: lines,
                x: width / 2,
                middle: height / 2,
                anchor: .middle,
                ink: .secondaryText
            )
    )
}
