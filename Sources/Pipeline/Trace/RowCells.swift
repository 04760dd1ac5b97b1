import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import StatisticsModel

/// A cell behind a figure, as it stands in its file.
struct RowCell {
    var file: String
    var line: Int?
    /// `F17`, or `Biểu 1!F17` in a workbook; `nil` where the file does not have the column.
    var cell: String?
    /// The text in the file; `nil` where there is no cell.
    var raw: String?
    /// What was said about the cell after it was received.
    var amendments: [Amendment] = []
}

/// Finds the cells of rows again in their files.
struct RowCells {
    private let current: PeriodData
    private let previous: PeriodData?
    private let words: ReadingWords
    private let files: [String: SourceText]

    init(_ read: ReadPeriod, words: ReadingWords) {
        current = read.current
        previous = read.previous
        self.words = words
        var files: [String: SourceText] = [:]
        for case .text(let file) in read.inputs { files[file.path] = file }
        self.files = files
    }

    /// The cells of rows, in their order; each file is cut once.
    func rows(_ traced: [TracedRow]) -> [RowCell] {
        var opened: [String: SubmittedCells] = [:]
        return traced.compactMap { row in
            guard let data = row.isPrevious ? previous : current else { return nil }
            let origin = data.dataset.rows.origins[row.row]
            let submission = data.dataset.submissions[origin.submission]
            let place = submission.place(of: origin, column: row.column)
            var cell = RowCell(file: place.file, line: place.line, cell: place.cell, raw: nil)
            guard let address = place.cell, let file = files[place.file] else { return cell }
            let cells =
                opened[place.file]
                ?? SubmittedCells(of: file, settings: data.settings, words: words)
            opened[place.file] = cells
            cell.raw = cells.text(at: address)
            cell.amendments = submission.amendments.filter { $0.cell == address }
            return cell
        }
    }
}
