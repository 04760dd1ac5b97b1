import DatasetModel
package import Diagnostics
import PeriodModel
import Vocabulary

/// How a table was read, as `--explain json` tells it.
package struct Explanation: Sendable {
    private struct Found {
        let table: CellTable
        let layout: TableLayout
        let settings: [Reading.Setting]
        let pins: ReadingPins
    }

    private let found: Found?

    /// Of a file without a table.
    package init() {
        found = nil
    }

    init(
        of table: CellTable,
        layout: TableLayout,
        settings: [Reading.Setting],
        pins: ReadingPins
    ) {
        found = Found(table: table, layout: layout, settings: settings, pins: pins)
    }

    /// All settings; those that only an explanation needs are looked for here.
    private var settings: [Reading.Setting] {
        guard let found else { return [] }
        var settings =
            found.settings + [
                numberForm(of: found.table, layout: found.layout, pins: found.pins),
                Reading.Setting(
                    name: "header_rows",
                    value: String(found.layout.headings.count),
                    evidence: found.layout.evidence,
                    isPinned: found.pins.headerRows != nil
                ),
            ]
        if let sheet = found.table.sheet {
            settings.append(
                Reading.Setting(
                    name: "delimiter",
                    value: nil,
                    evidence: Bilingual(
                        vi: "các ô của trang tính “\(sheet)”",
                        en: "the cells of sheet “\(sheet)”"
                    )
                )
            )
        }
        return settings
    }

    private var leftOut: [Reading.LeftOut] {
        found.map { leftOutLines(of: $0.table, layout: $0.layout) } ?? []
    }

    /// One object on one line.
    package func json(diagnostics: [Diagnostic], language: Language) -> String {
        let settings = settings
        func member(_ name: String) -> (key: String, value: JSONText) {
            let setting = settings.first { $0.name == name }
            var value = JSONText.optional(setting?.value)
            if name == "header_rows" { value = .optional(setting?.value.flatMap { Int($0) }) }
            return (
                name,
                .object([
                    ("value", value),
                    ("evidence", .optional(setting?.evidence.text(in: language))),
                ])
            )
        }
        var members = [
            "encoding", "delimiter", "quote", "escape", "line_end", "number_form", "header_rows",
        ].map(member)
        members.append(
            (
                "left_out",
                .array(
                    leftOut.map {
                        .object([
                            ("line", .integer($0.line)), ("kind", .string($0.kind.rawValue)),
                            ("text", .string($0.text)),
                        ])
                    }
                )
            )
        )
        members.append(
            (
                "diagnostics",
                .array(diagnostics.map { DiagnosticJSON.object($0, language: language) })
            )
        )
        return JSONText.object(members).written()
    }
}

/// The lines that are in no output, in the order of the file; `ConvertDoubts` tells how many more there are
/// than are listed.
func leftOutLines(of table: CellTable, layout: TableLayout) -> [Reading.LeftOut] {
    var lines: [Reading.LeftOut] = []
    for (index, kind) in layout.kinds.enumerated() {
        guard case .leftOut(let kind) = kind else { continue }
        if lines.count == ConvertDoubts.leftOutLimit { break }
        let record = table.records[index]
        lines.append(
            Reading.LeftOut(
                line: table.sheet == nil ? record.line : record.number,
                kind: kind,
                text: recordText(record, of: table)
            )
        )
    }
    return lines
}

/// The record as written, its cells joined by the delimiter, clipped when very long.
private func recordText(_ record: RecordSpan, of table: CellTable) -> String {
    let cells = record.fields.prefix(100).map { table.rawText(table.fields[$0]) }
    let delimiter = String(decoding: table.dialect.delimiter, as: UTF8.self)
    let text = cells.joined(separator: delimiter)
    return text.utf8.count <= 500 ? text : text.prefix(300) + "…"
}

/// The form in which the cells of data write numbers, as far as cells that read one way prove it.
private func numberForm(
    of table: CellTable,
    layout: TableLayout,
    pins: ReadingPins
) -> Reading.Setting {
    if let pinned = pins.numberForm {
        return Reading.Setting(
            name: "number_form",
            value: pinned.rawValue,
            evidence: Bilingual(vi: "do người dùng chỉ định", en: "given by the user"),
            isPinned: true
        )
    }
    var counts: [NumberForm: Int] = [:]
    var examples: [NumberForm: String] = [:]
    for row in layout.records(where: \.isKept) {
        let record = table.records[row]
        for (column, index) in record.fields.enumerated() {
            let field = table.fields[index]
            let range = field.start..<field.end
            guard range.count < 40, NumberText.hasMark(table.bytes, range),
                case .oneWay(let form, _) = NumberCell(table.bytes, range, type: .decimal)
            else { continue }
            counts[form, default: 0] += 1
            if examples[form] == nil {
                let cell = cellAddress(column: column, row: record.number)
                examples[form] = "\(cell): \(table.rawText(field))"
            }
        }
    }
    let (point, comma) = (counts[.point] ?? 0, counts[.comma] ?? 0)
    guard point > 0 || comma > 0 else {
        return Reading.Setting(
            name: "number_form",
            value: nil,
            evidence: Bilingual(
                vi: "không ô nào chỉ đọc được theo một cách",
                en: "no cell can be read one way only"
            )
        )
    }
    guard point == 0 || comma == 0 else {
        return Reading.Setting(
            name: "number_form",
            value: nil,
            evidence: Bilingual(
                vi: "\(point) ô theo kiểu Anh (\(examples[.point] ?? "")), "
                    + "\(comma) ô theo kiểu Việt Nam (\(examples[.comma] ?? ""))",
                en: "\(point) cells in English form (\(examples[.point] ?? "")), "
                    + "\(comma) in Vietnamese form (\(examples[.comma] ?? ""))"
            )
        )
    }
    let form: NumberForm = point > 0 ? .point : .comma
    return Reading.Setting(
        name: "number_form",
        value: form.rawValue,
        evidence: Bilingual(
            vi:
                "\(point + comma) ô chỉ đọc được theo \(form.name.vi), đầu tiên là \(examples[form] ?? "")",
            en: "\(point + comma) cells read in \(form.name.en) only, first \(examples[form] ?? "")"
        )
    )
}
