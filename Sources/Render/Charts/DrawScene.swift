package import DocumentModel
package import ThemeModel

/// Draws what `spec` shows in `width` points; the height follows from the content.
package func scene(
    for spec: ChartSpec,
    width: Double,
    theme: Theme,
    measuring: some TextMeasuring
) -> Scene {
    Scene(width: width, height: theme.sizes.chart)
}
