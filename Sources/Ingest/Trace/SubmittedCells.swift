package import Diagnostics
package import PeriodModel

/// The cells of a submission as they stand in the file, before anything was amended.
package struct SubmittedCells {
    private let tables: [CellTable]

    /// Cuts the file as it was cut when its rows were read; its doubts were told then.
    package init(of file: SourceText, settings: PeriodSettings, words: ReadingWords) {
        var silent = DiagnosticLog()
        let reader = SubmissionReader(
            index: 0,
            settings: settings,
            words: words,
            headings: HeadingIndex(settings, words: words),
            names: [],
            previous: nil
        )
        tables = reader.tables(of: file, log: &silent)
    }

    /// The text of a cell, its quotes and escapes undone; `nil` when the file has no such cell.
    package func text(at cell: String) -> String? {
        guard let address = CellAddress(cell) else { return nil }
        for table in tables {
            guard let index = table.fieldIndex(at: address) else { continue }
            return table.rawText(table.fields[index])
        }
        return nil
    }
}
