import Diagnostics
import SettingsKit

/// The fixed words of return notes, and how they begin and end (`order.yaml`).
struct NoteOrder: Sendable {
    var note: Head
    /// Of a note about a file that is nobody's.
    var stranger: Head
    var index: Head
    var words: Order.Words
    var notes: NoteWords
    /// Names of the settings of a reading, such as `delimiter`, by key.
    var settingNames: [String: String]
    /// Names of the kinds of lines that were left out.
    var leftOutNames: [String: String]
    /// What a mark for a missing value says, by key.
    var meanings: [String: String]
    var sizes: NoteSizes

    /// Title and addressees of one kind of page.
    struct Head: Sendable {
        var kind: String
        var symbol: TemplateText
        var subject: TemplateText
        var addressees: [TemplateText]
        var recipients: [TemplateText]
        /// Whether it ends with a place for the signature.
        var isSigned: Bool
    }

    /// Words for what the program finds.
    struct NoteWords: Sendable {
        /// Over the errors, and over the warnings, of a file.
        var errors: String
        var warnings: String
        var holds: String
        var fails: String
        /// States of a unit in the index.
        var silent: String
        var faulty: String
        var doubted: String
        var ready: String
        /// A doubt that is told at its other place.
        var mirrored: TemplateText
        /// A setting that a person gave.
        var pinned: String
        /// Before the number of a line, where a doubt names no cell.
        var line: String
        /// Before the name of a sheet.
        var sheet: String
        /// In place of a cell, where a doubt is about the whole file.
        var wholeFile: String
        /// What the files inside a note are called.
        var answersFile: String
        var submissionFile: String
    }
}

/// Reads `order.yaml` of the return notes.
func readNoteOrder(_ source: SourceText, log: inout DiagnosticLog) -> NoteOrder? {
    readSettingsFile(source, log: &log) { reader in
        let note = reader.mapping("note") { readHead(&$0) }
        let stranger = reader.mapping("stranger") { readHead(&$0) }
        let index = reader.mapping("index") { readHead(&$0) }
        let words = reader.mapping("words") { readFixedWords(&$0) }
        let notes = reader.mapping("states") { readNoteWords(&$0) }
        let settings = reader.mapping("settings") { readNames(&$0) }
        let leftOut = reader.mapping("left-out") { readNames(&$0) }
        let meanings = reader.mapping("marks") { readNames(&$0) }
        let sizes = reader.optionalMapping("sizes") { reader -> NoteSizes? in
            NoteSizes(
                body: reader.optionalSize("body"),
                table: reader.optionalSize("table"),
                caption: reader.optionalSize("caption"),
                note: reader.optionalSize("note")
            )
        }
        guard let note, let stranger, let index, let words, let notes, let settings, let leftOut,
            let meanings
        else { return nil }
        return NoteOrder(
            note: note,
            stranger: stranger,
            index: index,
            words: words,
            notes: notes,
            settingNames: settings,
            leftOutNames: leftOut,
            meanings: meanings,
            sizes: sizes ?? NoteSizes()
        )
    }
}

extension MappingReader {
    fileprivate mutating func optionalSize(_ key: String) -> Double? {
        optionalValue(
            key,
            expecting: Bilingual(vi: "cỡ chữ từ 4 đến 72", en: "a size from 4 to 72")
        ) {
            Double($0).flatMap { (4...72).contains($0) ? $0 : nil }
        }
    }
}

private func readHead(_ reader: inout MappingReader) -> NoteOrder.Head? {
    NoteOrder.Head(
        kind: reader.text("kind"),
        symbol: reader.templateText("symbol"),
        subject: reader.templateText("subject"),
        addressees: reader.templateTexts("addressees"),
        recipients: reader.templateTexts("recipients"),
        isSigned: reader.optionalFlag("signed") ?? false
    )
}

/// Texts by key.
func readNames(_ reader: inout MappingReader) -> [String: String]? {
    var names: [String: String] = [:]
    for key in reader.keys { names[key] = reader.text(key) }
    return names
}

private func readNoteWords(_ reader: inout MappingReader) -> NoteOrder.NoteWords? {
    NoteOrder.NoteWords(
        errors: reader.text("errors"),
        warnings: reader.text("warnings"),
        holds: reader.text("holds"),
        fails: reader.text("fails"),
        silent: reader.text("silent"),
        faulty: reader.text("faulty"),
        doubted: reader.text("doubted"),
        ready: reader.text("ready"),
        mirrored: reader.templateText("mirrored"),
        pinned: reader.text("pinned"),
        line: reader.text("line"),
        sheet: reader.text("sheet"),
        wholeFile: reader.text("whole-file"),
        answersFile: reader.optionalText("answers-file") ?? "",
        submissionFile: reader.optionalText("submission-file") ?? ""
    )
}

/// Those of the fixed words that notes use; the others stay empty.
private func readFixedWords(_ reader: inout MappingReader) -> Order.Words? {
    Order.Words(
        nation: reader.text("nation"),
        motto: reader.text("motto"),
        number: reader.text("number"),
        blankNumber: reader.text("blank-number", allowsEmpty: true),
        day: reader.text("day"),
        month: reader.text("month"),
        year: reader.text("year"),
        addressees: reader.text("addressees"),
        recipients: reader.text("recipients"),
        contents: "",
        source: "",
        unit: reader.text("unit"),
        note: reader.text("note"),
        chartData: "",
        skip: reader.text("skip"),
        page: reader.text("page"),
        figuresFile: "",
        rowsFile: "",
        table: "",
        chart: "",
        picture: "",
        annex: "",
        draft: "",
        draftErrors: "",
        nothing: reader.text("none"),
        empty: reader.text("empty"),
        confirmed: reader.text("confirmed"),
        unknown: reader.text("unknown"),
        notApplicable: ""
    )
}
