import Diagnostics
import DocumentModel
import SettingsKit
import Vocabulary

/// Reads `charts.yaml`.
func readCharts(_ source: SourceText, log: inout DiagnosticLog) -> [String: ChartSpecification]? {
    readSettingsFile(source, log: &log) { reader in
        var charts: [String: ChartSpecification] = [:]
        reader.forEachKey { reader, name, node in
            charts[name] = reader.read(node) { readChart(&$0) }
        }
        return charts
    }
}

/// The words for `ChartSpec.Mark` in templates.
private enum MarkWord: String, CaseIterable {
    case bar
    case dumbbell
    case divergingBar = "diverging-bar"
    case stackedBar = "stacked-bar"
    case dot
    case slope
    case line
    case histogram
    case distribution
    case tileMap = "tile-map"

    var mark: ChartSpec.Mark {
        switch self {
        case .bar: .bar
        case .dumbbell: .dumbbell
        case .divergingBar: .divergingBar
        case .stackedBar: .stackedBar
        case .dot: .dot
        case .slope: .slope
        case .line: .line
        case .histogram: .histogram
        case .distribution: .distribution
        case .tileMap: .tileMap
        }
    }
}

private func readChart(_ reader: inout MappingReader) -> ChartSpecification? {
    let mark = reader.choice("mark", MarkWord.self)?.mark
    refuseBrokenAxis(&reader)
    let panels =
        reader.has("panels")
        ? reader.memberKind("panels").map {
            MemberList(kind: $0, nonzero: true, place: reader.place(of: "panels"))
        } : nil
    let content =
        mark == .histogram
        ? readClasses(&reader).map(ChartSpecification.Content.classes)
        : readFigures(&reader, mark).map(ChartSpecification.Content.figures)
    let caption = reader.templateText("caption")
    let alternative = reader.templateText("alt")
    let unit = reader.optionalTemplateText("unit")
    let notes = reader.templateTexts("notes")
    let source = reader.optionalTemplateText("source")
    let heading = reader.optionalTemplateText("heading")
    let conditions = reader.conditions()
    guard let mark, let content else { return nil }
    return ChartSpecification(
        caption: caption,
        unit: unit,
        alternative: alternative,
        notes: notes,
        source: source,
        heading: heading,
        mark: mark,
        content: content,
        panels: panels,
        conditions: conditions,
        place: reader.place(of: "mark"),
        alternativePlace: reader.place(of: "alt")
    )
}

/// An axis that starts elsewhere or leaves a part out makes lengths lie, so nothing asks for one.
private func refuseBrokenAxis(_ reader: inout MappingReader) {
    let keys = [
        "axis", "axis-from", "axis-to", "axis-break", "from", "break", "minimum", "maximum",
    ]
    for key in keys where reader.has(key) {
        _ = reader.optionalNode(key)
        reader.report(.brokenAxis(key, at: reader.keyPlace(of: key)))
    }
}

private func readFigures(
    _ reader: inout MappingReader,
    _ mark: ChartSpec.Mark?
) -> ChartSpecification.Figures? {
    let series = reader.mappings("series") { readSeries(&$0) }
    let total =
        mark == .stackedBar ? reader.optionalMapping("total") { readSeries(&$0) } : nil
    let column = mark == .distribution ? reader.text("of") : nil
    let middleHalf = mark == .distribution ? reader.optionalTemplateText("middle") : nil
    let most = mark?.mostSeries ?? .max
    if series.count > most {
        reader.report(.tooManySeries(series.count, most: most, at: reader.place(of: "series")))
    }
    if mark == .slope, series.count != 2 {
        reader.report(
            .badSpecification(
                Bilingual(
                    vi: "Biểu đồ slope nối hai thời điểm, nên cần đúng hai mục ở series.",
                    en: "A slope joins two points in time, so it needs exactly two series."
                ),
                at: reader.place(of: "series")
            )
        )
    }
    let ratios = readRatios(&reader, mark)
    return reader.memberList("rows").map {
        ChartSpecification.Figures(
            rows: $0,
            series: series,
            total: total,
            column: column,
            middleHalf: middleHalf,
            ratios: ratios
        )
    }
}

/// The words for the spacing of a value axis.
private enum ScaleWord: String, CaseIterable {
    case linear
    case log
}

/// Where an axis of ratios is asked for; lengths, areas and shades have none.
private func readRatios(_ reader: inout MappingReader, _ mark: ChartSpec.Mark?) -> Place? {
    guard reader.optionalChoice("scale", ScaleWord.self) == .log else { return nil }
    let place = reader.keyPlace(of: "scale")
    if mark == .dot || mark == .distribution { return place }
    if mark != nil { reader.report(.ratiosOfLengths(at: place)) }
    return nil
}

private func readSeries(_ reader: inout MappingReader) -> ChartSpecification.Series? {
    ChartSpecification.Series(
        name: reader.optionalTemplateText("name"),
        figure: reader.text("figure"),
        formats: reader.formats(),
        label: reader.optionalTemplateText("label"),
        each: reader.has("each") ? reader.memberKind("each") : nil,
        conditions: reader.conditions(),
        place: reader.place
    )
}

private func readClasses(_ reader: inout MappingReader) -> ChartSpecification.Classes? {
    let classes = reader.optionalMappings("classes") { reader in
        ChartSpecification.Class(
            label: reader.templateText("label"),
            below: reader.optionalValue(
                "below",
                expecting: Bilingual(vi: "một số như 1000 hoặc 0.5", en: "a number such as 0.5")
            ) { ExactDecimal(plain: $0) },
            place: reader.place
        )
    }
    for (index, item) in classes.enumerated() {
        let isLast = index == classes.count - 1
        let isAscending =
            index == 0
            || zip(classes[index - 1].below.map { [$0] } ?? [], item.below.map { [$0] } ?? [])
                .allSatisfy { $0 < $1 }
        guard (item.below == nil) != isLast || !isAscending else { continue }
        reader.report(
            .badSpecification(
                Bilingual(
                    vi: "Các khoảng phải tăng dần; mỗi khoảng có below, trừ khoảng cuối.",
                    en: "Classes must ascend; each but the last one has a below."
                ),
                at: item.place
            )
        )
    }
    return ChartSpecification.Classes(
        column: reader.text("of"),
        unit: reader.optionalText("in"),
        name: reader.templateText("name"),
        classes: classes,
        place: reader.place(of: "of")
    )
}

extension ChartSpec.Mark {
    /// More series could not be told apart.
    var mostSeries: Int {
        switch self {
        case .bar, .divergingBar, .stackedBar, .dumbbell, .dot, .line: 6
        case .slope: 2
        case .distribution, .tileMap: 1
        case .histogram: 0
        }
    }
}
