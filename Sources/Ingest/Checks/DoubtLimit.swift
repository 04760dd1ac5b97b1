import Diagnostics

/// Tells the doubts of a file one by one up to a number that nobody reads, then counts rows alone: millions
/// of equal doubts would fill the memory and bury the others.
struct DoubtLimit {
    private static let limit = 250_000

    private let path: String
    private let first: Int
    private var untold = 0

    init(of path: String, in log: DiagnosticLog) {
        self.path = path
        first = log.entries.count
    }

    /// Runs the check of one row.
    mutating func check<Result>(
        _ log: inout DiagnosticLog,
        _ row: (inout DiagnosticLog) -> Result
    ) -> Result {
        guard log.entries.count - first >= Self.limit else { return row(&log) }
        var silent = DiagnosticLog()
        let result = row(&silent)
        if !silent.entries.isEmpty { untold += 1 }
        return result
    }

    /// Says how many rows were not told.
    func report(_ log: inout DiagnosticLog) {
        guard untold > 0 else { return }
        log.append(
            Diagnostic(
                "ingest.file.more-doubts",
                at: Place(file: path),
                value: String(untold),
                message: Bilingual(
                    vi: "Còn \(untold) dòng nữa có lỗi, không liệt kê hết",
                    en: "\(untold) more rows have faults; not all are listed"
                ),
                hint: Bilingual(
                    vi: "Sửa nguyên nhân chung của các lỗi đã liệt kê rồi chạy lại",
                    en: "Correct what the listed faults have in common, then run again"
                )
            )
        )
    }
}
