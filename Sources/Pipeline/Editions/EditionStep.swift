import Archive
import Diagnostics
import PeriodModel

/// The step from the last edition of a store to the next one: whether its figures may change as they do.
struct EditionStep {
    private let previous: EditionName
    private let tidy: [UInt8]
    private let given: [UInt8]?
    private let ledger: Ledger
    private let plan: EditionPlan

    /// `tidy` and `given` are the data of the edition before, `ledger` what was published up to it.
    init(
        from previous: EditionName,
        _ tidy: [UInt8],
        given: [UInt8]?,
        _ ledger: Ledger,
        to plan: EditionPlan
    ) {
        self.previous = previous
        self.tidy = tidy
        self.given = given
        self.ledger = ledger
        self.plan = plan
    }

    /// Refuses a published figure that changed without a reason, or that the report was not held against.
    func isAllowed(_ figures: [PublishedFigure], log: inout DiagnosticLog) -> Bool {
        guard let before = try? PublishedFigure.read(tidy, given: given),
            let digest = try? Archive.sha256(of: tidy)
        else {
            log.append(.unreadableEdition(previous.text))
            return false
        }
        let published = before + ledger.withdrawn(among: figures)
        let changes = FigureChange.between(published, figures).filter(\.isRestatement)
            .sorted { $0.isBroader(than: $1) }
        guard let first = changes.first else { return true }
        let restatements = Restatements(
            changes,
            reasons: plan.reasons.map { FigurePattern($0.figures) }
        )
        if !restatements.unexplained.isEmpty {
            reportUnexplained(restatements.unexplained, log: &log)
            return false
        }
        guard plan.record.settings.contains(EarlierEdition.setting(previous, figures: digest))
        else {
            log.append(.notCompared(first, with: previous))
            return false
        }
        return true
    }
}

extension Diagnostic {
    fileprivate static func notCompared(_ change: FigureChange, with edition: EditionName)
        -> Diagnostic
    {
        Diagnostic(
            "archive.refused.not-compared",
            at: Place(file: PeriodFolder.settingsName),
            value: change.key,
            message: Bilingual(
                vi:
                    "Số “\(change.key)” đã công bố là \(change.shownOld), nay là \(change.shownNew), nhưng báo cáo chưa được làm để so với ấn bản \(edition.text) của kho này.",
                en:
                    "The figure “\(change.key)” was published as \(change.shownOld) and is \(change.shownNew) now, but the report was not held against the edition \(edition.text) of this store."
            ),
            hint: Bilingual(
                vi: "Ghi archive: đường dẫn tới kho trong report.yaml, chạy lại build rồi lưu trữ.",
                en: "Name the store in report.yaml (`archive:`), build again, then archive."
            )
        )
    }
}
