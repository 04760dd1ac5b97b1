package import Diagnostics
import OpenDataModel
import SettingsKit

/// The words of published data (`data.yaml`).
package struct DataWords: Sendable {
    /// Of data without a report.
    var title = ""
    var description = ""
    /// What stands above the column that says the group of a row.
    var group = ""
    /// A column without a heading.
    var untitled = ""
    /// Both as headings write them, `n/N`, and as headings of their own.
    var marks = (answers: "", population: "")
    var answers = ""
    var population = ""
    var low = ""
    var high = ""
    /// Of the cover: the names of what it says.
    var author = ""
    var place = ""
    var period = ""
    var cutoff = ""
    var date = ""
    var draft = ""
    /// Titles of the code lists, by the column of `tidy.csv` or the kind of class.
    var lists: [String: String] = [:]
    /// What the columns of `tidy.csv` and of the code lists are, by their names.
    var columns: [String: String] = [:]
    var measures: [String: String] = [:]
    var statuses: [String: String] = [:]
    /// Members that settings do not have: `all` of a column, `percent`, `none`.
    var members: [String: String] = [:]
    var notes: [String] = []
    var workbook = OpenDataWords()

    /// A heading of pairs for one of the two: `Lao động: n/N` is `Lao động: có số liệu (n)`.
    func title(_ heading: String, of part: String) -> String {
        let both = "\(marks.answers)/\(marks.population)"
        return heading.hasSuffix(both)
            ? heading.dropLast(both.count) + part : "\(heading): \(part)"
    }
}

/// The words of published data; `nil`, with the reason told, when the templates have none.
package func dataWords(of templates: TemplateSet, log: inout DiagnosticLog) -> DataWords? {
    guard let source = templates.optionalFile("data.yaml") else {
        log.append(.noDataWords(in: templates.folder))
        return nil
    }
    return readSettingsFile(source, log: &log) { reader in
        var words = DataWords()
        words.title = reader.text("title")
        words.description = reader.text("description")
        words.group = reader.text("group")
        words.untitled = reader.text("untitled")
        _ = reader.mapping("answers") { reader in
            words.marks.answers = reader.text("mark")
            words.answers = reader.text("title")
        }
        _ = reader.mapping("population") { reader in
            words.marks.population = reader.text("mark")
            words.population = reader.text("title")
        }
        words.low = reader.text("low")
        words.high = reader.text("high")
        _ = reader.mapping("cover") { reader in
            words.author = reader.text("author")
            words.place = reader.text("place")
            words.period = reader.text("period")
            words.cutoff = reader.text("cutoff")
            words.date = reader.text("date")
            words.draft = reader.text("draft")
        }
        words.lists = readMap("lists", &reader)
        words.columns = readMap("columns", &reader)
        words.measures = readMap("measures", &reader)
        words.statuses = readMap("statuses", &reader)
        words.members = readMap("members", &reader)
        words.notes = reader.texts("notes")
        words.workbook = reader.mapping("workbook") { readWorkbookWords(&$0) } ?? words.workbook
        return words
    }
}

private func readMap(_ key: String, _ reader: inout MappingReader) -> [String: String] {
    var map: [String: String] = [:]
    _ = reader.mapping(key) { reader in
        for name in reader.keys { map[name] = reader.text(name) }
    }
    return map
}

private func readWorkbookWords(_ reader: inout MappingReader) -> OpenDataWords {
    var words = OpenDataWords()
    words.cover = reader.text("cover")
    words.notes = reader.text("notes")
    words.sheet = reader.text("sheet")
    words.contents = reader.text("contents")
    words.subject = reader.text("subject")
    words.note = reader.text("note")
    words.everything = reader.text("everything")
    words.unit = reader.text("unit")
    words.source = reader.text("source")
    words.tooLong = reader.text("too-long")
    return words
}

extension Diagnostic {
    fileprivate static func noDataWords(in folder: String) -> Diagnostic {
        Diagnostic(
            "compose.data.no-words",
            .warning,
            at: Place(file: "\(folder)/data.yaml"),
            message: Bilingual(
                vi:
                    "Bộ mẫu không có data.yaml: data/ chỉ có tidy.csv, không có bảng, danh mục và sổ tính.",
                en:
                    "The templates have no data.yaml: data/ holds tidy.csv only, no tables, code lists or workbook."
            ),
            hint: Bilingual(
                vi: "Chép data.yaml từ bộ mẫu gốc.",
                en: "Restore data.yaml from the original templates."
            )
        )
    }
}
