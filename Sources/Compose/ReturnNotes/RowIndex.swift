import DatasetModel

/// Finds what is known of a cell of a submission: its text when it was doubted, and its row.
struct RowIndex {
    private struct Line: Hashable {
        var submission: Int
        var sheet: String?
        var record: Int
    }

    private struct Cell: Hashable {
        var submission: Int
        var cell: String
    }

    private var rows: [Line: Int] = [:]
    private var cells: [Cell: DoubtedCell] = [:]

    init() {}

    init(_ dataset: Dataset) {
        for (row, origin) in dataset.rows.origins.enumerated() {
            let sheets = dataset.submissions[origin.submission].sheets
            let line = Line(
                submission: origin.submission,
                sheet: origin.sheet < sheets.count ? sheets[origin.sheet].name : nil,
                record: origin.record
            )
            rows[line] = row
        }
        for (index, submission) in dataset.submissions.enumerated() {
            for cell in submission.doubted {
                cells[Cell(submission: index, cell: cell.cell)] = cell
            }
        }
    }

    func doubted(_ cell: String, in submission: Int) -> DoubtedCell? {
        cells[Cell(submission: submission, cell: cell)]
    }

    /// The row of the dataset that the cell belongs to; `nil` when it was refused or is none.
    func row(ofCell cell: String, in submission: Int) -> Int? {
        let digits = cell.utf8.reversed().prefix { (0x30...0x39).contains($0) }.reversed()
        guard (1...9).contains(digits.count) else { return nil }
        let record = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        let sheet = cell.lastIndex(of: "!").map { String(cell[..<$0]) }
        return rows[Line(submission: submission, sheet: sheet, record: record)]
    }
}
