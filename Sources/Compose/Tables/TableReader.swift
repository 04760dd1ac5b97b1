import Diagnostics
import SettingsKit

/// Reads `tables.yaml`.
func readTables(_ source: SourceText, log: inout DiagnosticLog) -> [String: TableSpecification]? {
    readSettingsFile(source, log: &log) { reader in
        var tables: [String: TableSpecification] = [:]
        reader.forEachKey { reader, name, node in
            tables[name] = reader.read(node) { readTable(&$0) }
        }
        return tables
    }
}

private func readTable(_ reader: inout MappingReader) -> TableSpecification? {
    let rows = readRows(&reader)
    let table = rows.map { rows in
        TableSpecification(
            caption: reader.templateText("caption"),
            unit: reader.optionalTemplateText("unit"),
            rows: rows,
            groupHeading: reader.optionalTemplateText("group-by"),
            total: reader.optionalChoice("total") ?? .none,
            isWide: reader.optionalFlag("wide") ?? false,
            columns: reader.mappings("columns") { readColumn(&$0) },
            notes: reader.templateTexts("notes"),
            source: reader.optionalTemplateText("source"),
            conditions: reader.conditions(),
            place: reader.place
        )
    }
    return table
}

private func readRows(_ reader: inout MappingReader) -> TableSpecification.Rows? {
    switch reader.optionalText("rows") {
    case "items": return .items(reader.mappings("items") { readItem(&$0) })
    case "organisations":
        let group = reader.optionalText("group")
        if let group, group != "units" {
            reader.report(
                .badSpecification(
                    Bilingual(
                        vi: "Chỉ gộp nhóm được theo units.",
                        en: "Rows are grouped by units only."
                    ),
                    value: group,
                    at: reader.place(of: "group")
                )
            )
        }
        return .organisations(groupedByUnit: group == "units")
    default: return reader.memberList("rows").map(TableSpecification.Rows.members)
    }
}

/// An item's own fields are texts and formats; every other key names a figure.
private func readItem(_ reader: inout MappingReader) -> TableSpecification.Item? {
    let label = reader.templateText("label")
    let unit = reader.optionalTemplateText("unit")
    let formats = reader.formats()
    let conditions = reader.conditions()
    var figures: [String: String] = [:]
    let own: Set = ["label", "unit", "format", "when"]
    for key in reader.keys where !own.contains(key) { figures[key] = reader.optionalText(key) }
    return TableSpecification.Item(
        label: label,
        unit: unit,
        figures: figures,
        formats: formats,
        conditions: conditions,
        place: reader.place
    )
}

private func readColumn(_ reader: inout MappingReader) -> ColumnSpecification? {
    let heading = reader.optionalTemplateText("heading")
    let group = reader.optionalTemplateText("group")
    let each = reader.has("each") ? reader.memberKind("each") : nil
    let conditions = reader.conditions()
    let alignment: CellAlignment? = reader.optionalChoice("align")
    let isShares = reader.optionalFlag("shares") ?? false
    guard let content = readContent(&reader) else { return nil }
    return ColumnSpecification(
        heading: heading,
        group: group,
        content: content,
        alignment: alignment,
        each: each,
        conditions: conditions,
        isShares: isShares,
        place: reader.place
    )
}

private func readContent(_ reader: inout MappingReader) -> ColumnSpecification.Content? {
    if reader.has("text") {
        return .text(reader.templateText("text"), total: reader.optionalTemplateText("total"))
    }
    if reader.has("figure") {
        return .figure(reader.text("figure"), formats: reader.formats())
    }
    if reader.has("item") {
        return .item(reader.text("item"), formats: reader.has("format") ? reader.formats() : nil)
    }
    if reader.has("cell") { return .cell(reader.text("cell")) }
    if reader.has("cells"), reader.text("cells") == "schema" { return .cells }
    if reader.optionalFlag("ordinal") == true { return .ordinal }
    reader.report(
        .badSpecification(
            Bilingual(
                vi: "Cột không nói in gì: thiếu text, figure, item, cell, cells hoặc ordinal.",
                en:
                    "The column does not say what it prints: text, figure, item, cell, cells or ordinal."
            ),
            at: reader.place
        )
    )
    return nil
}
