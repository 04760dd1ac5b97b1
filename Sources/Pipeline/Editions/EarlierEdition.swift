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
        BuildRecord.Setting(name: settingName, value: "\(name.text) \(sha256)")
    }

    private static let settingName = "compared_with"
    private static let figuresPath = "products/data/tidy.csv"

    /// The edition that a build was held against, as its record notes it; `nil` for none.
    static func name(in record: BuildRecord) -> EditionName? {
        record.settings.first { $0.name == settingName }
            .flatMap { $0.value.split(separator: " ").first }
            .flatMap { EditionName(String($0)) }
    }

    private init(_ name: EditionName, _ files: EditionFiles) {
        self.name = name
        self.files = files
    }

    /// The edition before, `nil` when there is none; a store that is not there yet is a warning.
    ///
    /// What is made again of the very `inputs` of the last edition is that edition, and held against the one
    /// that it was held against.
    init?(
        _ source: Source,
        _ settings: PeriodSettings,
        inputs: [InputFile],
        log: inout DiagnosticLog
    ) {
        switch source.earlier {
        case .nothing: return nil
        case .edition(let name, let path):
            guard let store = OpenStore(path, log: &log),
                let edition = store.edition(name, log: &log),
                let files = EditionFiles(edition, in: store, log: &log)
            else { return nil }
            self.init(edition.name, files)
        case .bySettings:
            guard let archive = settings.editions.archive else { return nil }
            let path = joined(source.folder, archive)
            guard kind(at: path) != .nothing else {
                log.append(.noStoreYet(archive))
                return nil
            }
            guard let store = OpenStore(path, log: &log) else { return nil }
            var editions = store.editions(of: settings.storedName, log: &log)
            while let edition = editions.last {
                guard let files = EditionFiles(edition, in: store, log: &log) else { return nil }
                guard files.areMade(of: inputs) else {
                    self.init(edition.name, files)
                    return
                }
                let before = Self.name(in: files.record)?.number ?? 0
                editions.removeAll { ($0.name.number ?? 0) > before || $0.name == edition.name }
            }
            return nil
        }
    }
}

extension EarlierChoice {
    /// What an archived edition is to be held against when it is made again.
    static func recorded(in record: BuildRecord, store: String) -> EarlierChoice {
        EarlierEdition.name(in: record).map { .edition($0, store: store) } ?? .nothing
    }
}

extension EditionFiles {
    /// Whether this program made them of these files; faces and letters do not count.
    fileprivate func areMade(of inputs: [InputFile]) -> Bool {
        guard (record.tool, record.version) == (Version.name, Version.number),
            let now = try? inputs.map({ try $0.digest() })
        else { return false }
        let before = record.inputs.filter {
            !$0.path.hasPrefix("/") && !$0.path.hasPrefix("Templates/\(correctionTemplate)/")
        }
        return Set(before) == Set(now)
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
                vi:
                    "Nếu đã có ấn bản trước, sửa archive trong report.yaml; nếu chưa, không phải làm gì.",
                en:
                    "If there is an earlier edition, correct `archive` in report.yaml; if not, do nothing."
            )
        )
    }
}
