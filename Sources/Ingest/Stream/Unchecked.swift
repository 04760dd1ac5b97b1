import DatasetModel
import Diagnostics
import PeriodModel

/// What nothing is held against where rows are not kept, though `readDataset` and `checkRegister` would.
struct Unchecked {
    private let hasPrevious: Bool
    private let hasUsual: Bool
    private let hasPeers: Bool
    private let hasUnits: Bool

    init(_ settings: PeriodSettings, _ submissions: [Submission], hasPrevious: Bool) {
        let rowCount = submissions.reduce(0) { $0 + $1.rowCount }
        let hasSizes = settings.schema.columns.contains {
            $0.role == .measure && $0.type != .year && $0.unitOfMeasure != nil
        }
        self.hasPrevious = hasPrevious && rowCount > 0
        hasUsual = rowCount > 0 && settings.schema.columns.contains { $0.usual != nil }
        hasPeers = hasSizes && submissions.count > 1 && (1...PeerScale.rowLimit).contains(rowCount)
        hasUnits = Set(submissions.flatMap(\.units)).count > 1
    }

    /// Tells it for a file; one that was read as a whole was held against `usual`.
    func report(_ path: String, isStreamed: Bool, log: inout DiagnosticLog) {
        var parts: [Bilingual] = []
        if hasPrevious {
            parts.append(
                Bilingual(
                    vi: "số liệu và mã số của kỳ trước",
                    en: "the values and codes of the period before"
                )
            )
        }
        if hasUsual, isStreamed {
            parts.append(Bilingual(vi: "mức thường gặp (usual)", en: "what is usual (`usual`)"))
        }
        if hasPeers {
            parts.append(
                Bilingual(
                    vi: "số liệu cùng lĩnh vực ở các tệp khác",
                    en: "their sector in other files"
                )
            )
        }
        if hasUnits {
            parts.append(
                Bilingual(
                    vi: "tên và số liệu ở các đơn vị khác",
                    en: "names and values in other units"
                )
            )
        }
        guard !parts.isEmpty else { return }
        log.append(
            Diagnostic(
                "ingest.file.unchecked",
                .warning,
                at: Place(file: path),
                message: Bilingual(
                    vi: "Biểu quá lớn để giữ từng dòng: các dòng không được đối chiếu với "
                        + parts.map(\.vi).joined(separator: "; "),
                    en:
                        "The submissions are too large to keep their rows: rows are not held against "
                        + parts.map(\.en).joined(separator: "; ")
                ),
                hint: Bilingual(
                    vi: "Xem số nhỏ nhất, lớn nhất và mức thay đổi trong tidy.csv",
                    en: "Look at the smallest and largest values and the changes in tidy.csv"
                )
            )
        )
    }
}
