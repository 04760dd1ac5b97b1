package import DocumentModel
package import ThemeModel

/// Draws what `spec` shows in `width` points; the height follows from the content.
///
/// Every text stands inside the scene and clear of the others. A chart without categories or panels
/// is an empty frame.
package func scene(
    for spec: ChartSpec,
    width: Double,
    theme: Theme,
    measuring: some TextMeasuring
) -> Scene {
    let lettering = Lettering(measuring: measuring, face: .regular, size: theme.sizes.chart)
    guard !spec.categories.isEmpty, spec.seriesCount > 0 else {
        return emptyFrame(width: width, height: lettering.lineHeight * 4)
    }
    switch spec.mark {
    case .bar, .divergingBar:
        return panels(BarMark.self, of: spec, width: width, lettering: lettering)
    case .dumbbell:
        return panels(DumbbellMark.self, of: spec, width: width, lettering: lettering)
    }
}

private func emptyFrame(width: Double, height: Double) -> Scene {
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
