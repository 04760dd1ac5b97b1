/// Where something was read, for a person with an editor or a spreadsheet open.
///
/// It is computed when a doubt arises, from the bytes then at hand, so that no stage has to keep a file
/// in memory for the sake of its diagnostics.
package struct Place: Sendable, Hashable {
    /// Path relative to the period folder, or to `Templates/`'s parent for templates.
    package var file: String
    /// Physical line, from 1.
    package var line: Int?
    /// Position in the line in characters (grapheme clusters), from 1.
    package var column: Int?
    /// Address as a spreadsheet shows it after opening the file, such as `F17`.
    package var cell: String?

    package init(file: String, line: Int? = nil, column: Int? = nil, cell: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.cell = cell
    }
}

extension Place: Comparable {
    /// File, then line, then column; what is unknown comes first.
    package static func < (left: Place, right: Place) -> Bool {
        if left.file != right.file { return left.file < right.file }
        let (line, otherLine) = (left.line ?? 0, right.line ?? 0)
        if line != otherLine { return line < otherLine }
        let (column, otherColumn) = (left.column ?? 0, right.column ?? 0)
        if column != otherColumn { return column < otherColumn }
        return (left.cell ?? "") < (right.cell ?? "")
    }
}
