import Compose
import DatasetModel
import Diagnostics
import RenderData
import Vocabulary

extension TracedFigure {
    /// The trace in a format.
    func written(_ format: TraceFormat, language: Language) -> [UInt8] {
        switch format {
        case .text: Array(text(in: language).utf8)
        case .json: Array((json.written(indent: 2) + "\n").utf8)
        case .csv: csv
        }
    }

    private func text(in language: Language) -> String {
        let isVietnamese = language == .vi
        var lines = ["\(words.key) = \(words.printed ?? "…")"]
        func add(_ vi: String, _ en: String, _ text: String) {
            lines.append("\(isVietnamese ? vi : en): \(text)")
        }
        add("Định nghĩa", "Definition", words.definition)
        add("Công thức", "Formula", words.formula)
        for operand in words.operands {
            let key = operand.key.map { " (\($0))" } ?? ""
            let isSentence = operand.key == nil && operand.value == operand.shown
            lines.append(
                isSentence
                    ? "  \(operand.label): \(operand.shown.printable)"
                    : "  \(operand.label) = \(operand.shown)\(key)"
            )
        }
        add("Giá trị chính xác", "Exact value", words.value ?? "…")
        if let rounding = words.rounding { add("Làm tròn", "Rounding", rounding.shown) }
        add(
            "Các dòng",
            "Rows",
            rows.isEmpty ? (isVietnamese ? "không có" : "none") : String(rows.count)
        )
        for row in rows {
            var line = row.file.printable
            if let number = row.line { line += ":\(number)" }
            if let cell = row.cell { line += ":\(cell.printable)" }
            if let raw = row.raw { line += "  \(raw.printable)" }
            for amendment in row.amendments {
                guard let new = amendment.new else { continue }
                let place = amendment.place.file + (amendment.place.line.map { ":\($0)" } ?? "")
                line += "  → \(new.printable) (\(place.printable))"
            }
            lines.append("  \(line)")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private var json: JSONText {
        let rounding = words.rounding.map { [$0] } ?? []
        return .object([
            ("key", .string(words.key)), ("definition", .string(words.definition)),
            ("formula", .string(words.formula)),
            ("operands", .array((words.operands + rounding).map(\.json))),
            ("value", .optional(words.value)), ("printed", .optional(words.printed)),
            ("rows", .array(rows.map(\.json))),
        ])
    }

    /// One row a cell, for a spreadsheet.
    private var csv: [UInt8] {
        spreadsheetCSV(
            [["key", "file", "line", "cell", "raw", "amended", "source"]]
                + rows.map { row in
                    let last = row.amendments.last { $0.new != nil }
                    let place = last.map { amendment in
                        amendment.place.file + (amendment.place.line.map { ":\($0)" } ?? "")
                    }
                    return [
                        words.key, row.file, row.line.map(String.init) ?? "", row.cell ?? "",
                        row.raw ?? "", last?.new ?? "", place ?? "",
                    ].map(SpreadsheetGuard.added)
                }
        )
    }
}

extension RowCell {
    fileprivate var json: JSONText {
        .object([
            ("file", .string(file)), ("line", .optional(line)), ("cell", .optional(cell)),
            ("raw", .optional(raw)),
        ])
    }
}

extension ExplainedFigure.Operand {
    fileprivate var json: JSONText {
        .object([("name", .string(label)), ("key", .optional(key)), ("value", .optional(value))])
    }
}

/// The keys behind a printed number in a format.
func written(_ found: [PrintedFigure], _ format: TraceFormat, language: Language) -> [UInt8] {
    switch format {
    case .text:
        let lines = found.map { figure in
            let place = figure.place.map { $0.isEmpty ? "" : " [\($0)]" } ?? ""
            return "\(figure.words.key) = \(figure.words.printed ?? "…")\(place)\n"
                + "  \(figure.words.definition)\n"
        }
        return Array(lines.joined().utf8)
    case .json:
        let list = found.map { figure in
            JSONText.object([
                ("key", .string(figure.words.key)),
                ("definition", .string(figure.words.definition)),
                ("value", .optional(figure.words.value)),
                ("printed", .optional(figure.words.printed)), ("place", .optional(figure.place)),
            ])
        }
        return Array((JSONText.array(list).written(indent: 2) + "\n").utf8)
    case .csv:
        return spreadsheetCSV(
            [["key", "printed", "value", "place", "definition"]]
                + found.map { figure in
                    [
                        figure.words.key, figure.words.printed ?? "", figure.words.value ?? "",
                        figure.place ?? "", figure.words.definition,
                    ].map(SpreadsheetGuard.added)
                }
        )
    }
}
