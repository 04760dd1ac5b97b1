import Diagnostics
import DocumentModel
import SettingsKit

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

    var mark: ChartSpec.Mark {
        switch self {
        case .bar: .bar
        case .dumbbell: .dumbbell
        case .divergingBar: .divergingBar
        }
    }
}

private func readChart(_ reader: inout MappingReader) -> ChartSpecification? {
    let mark = reader.choice("mark", MarkWord.self)
    let rows = reader.memberList("rows")
    let panels =
        reader.has("panels")
        ? reader.memberKind("panels").map {
            MemberList(kind: $0, nonzero: true, place: reader.place(of: "panels"))
        } : nil
    let series = reader.mappings("series") { readSeries(&$0) }
    let caption = reader.templateText("caption")
    let alternative = reader.templateText("alt")
    let unit = reader.optionalTemplateText("unit")
    let notes = reader.templateTexts("notes")
    let source = reader.optionalTemplateText("source")
    let conditions = reader.conditions()
    guard let mark, let rows else { return nil }
    return ChartSpecification(
        caption: caption,
        unit: unit,
        alternative: alternative,
        notes: notes,
        source: source,
        mark: mark.mark,
        rows: rows,
        panels: panels,
        series: series,
        conditions: conditions,
        place: reader.place
    )
}

private func readSeries(_ reader: inout MappingReader) -> ChartSpecification.Series? {
    ChartSpecification.Series(
        name: reader.optionalTemplateText("name"),
        figure: reader.text("figure"),
        formats: reader.formats(),
        label: reader.optionalTemplateText("label"),
        conditions: reader.conditions(),
        place: reader.place
    )
}
