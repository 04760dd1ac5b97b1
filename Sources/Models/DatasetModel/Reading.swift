package import Diagnostics

/// How a submission was read, and what proves it; told in `check`, return notes and `build.json`.
package struct Reading: Sendable, Hashable {
    /// Settings in the order of reading: encoding, delimiter, quote, …
    package var settings: [Setting]
    /// Lines that are no data, in the order of the file.
    package var leftOut: [LeftOut]
    /// Totals that the rows above them were summed against.
    package var proofs: [TotalProof]
    /// Cells that say that there is no value, with the text that said so.
    package var missing: [MissingMark]

    package init(
        settings: [Setting] = [],
        leftOut: [LeftOut] = [],
        proofs: [TotalProof] = [],
        missing: [MissingMark] = []
    ) {
        self.settings = settings
        self.leftOut = leftOut
        self.proofs = proofs
        self.missing = missing
    }

    /// Takes over how one sheet of a workbook was read.
    package mutating func append(_ part: Reading, ofSheet sheet: String?) {
        settings += part.settings.map { setting in
            var setting = setting
            setting.sheet = sheet
            return setting
        }
        leftOut += part.leftOut.map { line in
            var line = line
            line.sheet = sheet
            return line
        }
        proofs += part.proofs
        missing += part.missing
    }

    /// One setting by which a file was read, such as its delimiter.
    package struct Setting: Sendable, Hashable {
        /// The word of `--explain` and `reading:`, such as `delimiter`.
        package var name: String
        /// `nil` when the file has none, such as no quote.
        package var value: String?
        /// Why it was chosen.
        package var evidence: Bilingual
        /// Given by a person, not found.
        package var isPinned: Bool
        /// The sheet of a workbook that it holds for; `nil` for a text file.
        package var sheet: String?

        package init(name: String, value: String?, evidence: Bilingual, isPinned: Bool = false) {
            self.name = name
            self.value = value
            self.evidence = evidence
            self.isPinned = isPinned
        }
    }

    /// A line or row that was kept out of the data.
    package struct LeftOut: Sendable, Hashable {
        /// What the line is.
        package enum Kind: String, Sendable {
            case blank
            case comment
            case preamble
            case unitLine = "unit-line"
            case columnNumbers = "column-numbers"
            case repeatedHeading = "repeated-heading"
            case subheading
            case subtotal
            case total
            case footnote
            case footer
            case furtherTable = "further-table"
            case hiddenRow = "hidden-row"
        }

        /// The sheet of a workbook; `nil` for a text file.
        package var sheet: String?
        /// Physical line, or row of a sheet, from 1.
        package var line: Int
        package var kind: Kind
        /// As written, cells joined by the file's delimiter; clipped when very long.
        package var text: String

        package init(line: Int, kind: Kind, text: String) {
            self.line = line
            self.kind = kind
            self.text = text
        }
    }

    /// A total row's cell against the sum of the rows that it covers.
    package struct TotalProof: Sendable, Hashable {
        package var place: Place
        /// The column's key.
        package var column: String
        /// The total as written.
        package var stated: String
        /// The sum of the rows, in the form of diagnostics.
        package var computed: String
        /// Rows that it covers.
        package var rows: Int
        package var holds: Bool

        package init(
            place: Place,
            column: String,
            stated: String,
            computed: String,
            rows: Int,
            holds: Bool
        ) {
            self.place = place
            self.column = column
            self.stated = stated
            self.computed = computed
            self.rows = rows
            self.holds = holds
        }
    }

    /// A cell that says that there is no value.
    package struct MissingMark: Sendable, Hashable {
        /// What the mark says.
        package enum Meaning: String, Sendable {
            /// Nothing of it occurs.
            case none
            /// Something may occur; it is not known.
            case unknown
        }

        /// `F17`, or `Biểu 1!F17` in a workbook.
        package var cell: String
        package var column: String
        package var raw: String
        package var meaning: Meaning

        package init(cell: String, column: String, raw: String, meaning: Meaning) {
            self.cell = cell
            self.column = column
            self.raw = raw
            self.meaning = meaning
        }
    }
}
