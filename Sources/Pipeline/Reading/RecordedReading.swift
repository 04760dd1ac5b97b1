import Archive
import DatasetModel
import Diagnostics

extension BuildRecord.Reading {
    /// What `build.json` keeps of how a submission was read; `nil` when it could not be.
    init?(_ submission: Submission) {
        guard let reading = submission.reading else { return nil }
        self.init(
            file: submission.path,
            rows: submission.rowCount,
            settings: reading.settings.map { ($0.name, $0.value) },
            leftOut: reading.leftOut.count,
            missing: reading.missing.count,
            totals: reading.proofs.map {
                BuildRecord.Total(
                    cell: $0.place.cell ?? "",
                    column: $0.column,
                    stated: $0.stated,
                    computed: $0.computed,
                    rows: $0.rows,
                    holds: $0.holds
                )
            }
        )
    }
}
