import Diagnostics
import DocumentModel
import SettingsKit

/// A table of a return note: one row for each member of a list.
struct NoteTable: Sendable {
    var caption: TemplateText
    /// Name of the list.
    var rows: String
    /// Rows of one text stand together under it.
    var group: TemplateText?
    /// Whether a single group has its heading too.
    var namesLoneGroup: Bool
    /// Printed under the table for each row.
    var rowNote: TemplateText?
    var isWide: Bool
    var columns: [Column]
    var place: Place

    struct Column: Sendable {
        var heading: TemplateText
        /// `nil` leaves the cells blank, to be filled by hand.
        var text: TemplateText?
        /// A file beside the page.
        var link: TemplateText?
        var alignment: CellAlignment
    }
}

/// Reads `tables.yaml` of the return notes.
func readNoteTables(_ source: SourceText, log: inout DiagnosticLog) -> [String: NoteTable]? {
    readSettingsFile(source, log: &log) { reader in
        var tables: [String: NoteTable] = [:]
        reader.forEachKey { reader, name, node in
            tables[name] = reader.read(node) { readNoteTable(&$0) }
        }
        return tables
    }
}

private func readNoteTable(_ reader: inout MappingReader) -> NoteTable? {
    NoteTable(
        caption: reader.templateText("caption"),
        rows: reader.text("rows"),
        group: reader.optionalTemplateText("group"),
        namesLoneGroup: reader.optionalFlag("lone-group") ?? true,
        rowNote: reader.optionalTemplateText("row-note"),
        isWide: reader.optionalFlag("wide") ?? false,
        columns: reader.mappings("columns") { reader in
            NoteTable.Column(
                heading: reader.templateText("heading"),
                text: reader.optionalTemplateText("text"),
                link: reader.optionalTemplateText("link"),
                alignment: reader.optionalChoice("align") ?? .leading
            )
        },
        place: reader.place
    )
}
