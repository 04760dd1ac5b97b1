package import Archive
import Diagnostics
import PeriodModel

/// Which edition a build is held against.
package enum EarlierChoice: Sendable, Hashable {
    /// The last one in the store that `report.yaml` names.
    case bySettings
    /// None.
    case nothing
    /// A certain one of a store, as when an archived edition is made again.
    case edition(EditionName, store: String)
}

/// The edition that was published before the one at hand.
struct EarlierEdition {
    let name: EditionName
    let files: EditionFiles

    /// What a record notes of it: its name, and its figures' digest, as another store may have an edition
    /// of the same name.
    var setting: BuildRecord.Setting {
        Self.setting(name, figures: files.digests[Self.figuresPath] ?? "")
    }

    static func setting(_ name: EditionName, figures sha256: String) -> BuildRecord.Setting {
        BuildRecord.Setting(name: "compared_with", value: "\(name.text) \(sha256)")
    }

    private static let figuresPath = "products/data/tidy.csv"

    /// The edition before, `nil` when there is none; a store that is not there yet is a warning.
    init?(_ source: Source, _ settings: PeriodSettings, log: inout DiagnosticLog) {
        let period = settings.storedName
        switch source.earlier {
        case .nothing: return nil
        case .edition(let name, let path):
            guard let store = OpenStore(path, log: &log),
                let edition = store.edition(name, log: &log),
                let files = EditionFiles(edition, in: store, log: &log)
            else { return nil }
            self.name = edition.name
            self.files = files
        case .bySettings:
            guard let archive = settings.editions.archive else { return nil }
            let path = joined(source.folder, archive)
            guard kind(at: path) != .nothing else {
                log.append(.noStoreYet(archive))
                return nil
            }
            guard let store = OpenStore(path, log: &log),
                let edition = store.editions(of: period, log: &log).last,
                let files = EditionFiles(edition, in: store, log: &log)
            else { return nil }
            self.name = edition.name
            self.files = files
        }
    }
}

extension PeriodSettings {
    /// What the period is called in a store: `89-2020`.
    var storedName: String { "\(province.code)-\(period.year)" }
}

extension Diagnostic {
    fileprivate static func noStoreYet(_ path: String) -> Diagnostic {
        Diagnostic(
            "pipeline.edition.no-store",
            .warning,
            at: Place(file: PeriodFolder.settingsName),
            value: path,
            message: Bilingual(
                vi: "Chưa có kho lưu trữ “\(path)”: không có ấn bản nào để so sánh.",
                en: "There is no store “\(path)” yet: no edition to compare with."
            ),
            hint: Bilingual(
                vi: "Nếu đã có ấn bản trước, sửa archive trong report.yaml; nếu chưa, không phải làm gì.",
                en: "If there is an earlier edition, correct `archive` in report.yaml; if not, do nothing."
            )
        )
    }
}
