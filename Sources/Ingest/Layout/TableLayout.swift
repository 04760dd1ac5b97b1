import DatasetModel
import Diagnostics
import PeriodModel

/// What each record of a table is.
enum RecordKind: Sendable, Hashable {
    /// One of the heading rows.
    case heading
    case data
    /// Data of no organisation, kept by `convert` and checked by ingest.
    case subtotal
    case total
    /// A line that only groups the rows below it.
    case subheading
    /// Kept out of every output, and listed.
    case leftOut(Reading.LeftOut.Kind)
}

/// A table found in a file: its heading rows, and what every record is.
struct TableLayout: Sendable {
    /// For each record of the table.
    var kinds: [RecordKind]
    /// Records that are heading rows, in order; empty when the table has none.
    var headings: [Int]
    /// Cells of a row, as most rows of the table have.
    var width: Int
    /// Why it was taken so.
    var evidence: Bilingual

    /// Records of one kind or more.
    func records(where isWanted: (RecordKind) -> Bool) -> [Int] {
        kinds.indices.filter { isWanted(kinds[$0]) }
    }
}
