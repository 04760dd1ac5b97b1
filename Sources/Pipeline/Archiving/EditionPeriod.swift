import Archive
import Diagnostics
import Ingest
import PeriodModel

/// The period of an archived edition: what its build recorded, and its settings as they were.
struct EditionPeriod {
    let record: BuildRecord
    let settings: PeriodSettings
    /// Where the period's folder lies in the edition, such as `inputs/period/NAME/`.
    let folder: String

    static let recordPath = "products/build.json"
    private static let periods = "inputs/period/"

    /// Reads what is archived; `nil` when the log got an error.
    init?(_ edition: ArchivedEdition, in store: OpenStore, log: inout DiagnosticLog) {
        guard let file = edition.file(Self.recordPath) else {
            log.append(Self.lacks(Self.recordPath, edition))
            return nil
        }
        guard let bytes = store.readBytes(of: file, in: edition, log: &log),
            let record = BuildRecord.read(
                SourceText(path: Self.recordPath, bytes: bytes),
                log: &log
            )
        else { return nil }
        self.record = record
        let name = PeriodFolder.settingsName
        guard let digest = record.inputs.first(where: { $0.path == name })?.sha256 else {
            log.append(Self.lacks(name, edition))
            return nil
        }
        // Earlier periods that the build read have settings as well: the digest tells which are its own.
        for file in edition.files where file.path.utf8.starts(with: Self.periods.utf8) {
            guard lastComponent(file.path) == name else { continue }
            guard let bytes = store.readBytes(of: file, in: edition, log: &log) else { return nil }
            guard (try? sha256(of: bytes)) == digest else { continue }
            let source = SourceText(path: name, bytes: bytes)
            guard let settings = readSettings(from: source, log: &log) else { return nil }
            self.settings = settings
            folder = String(file.path.dropLast(name.count))
            for path in arrivals where edition.file(folder + path) == nil {
                log.append(Self.lacks(folder + path, edition))
                return nil
            }
            return
        }
        log.append(Self.lacks(name, edition))
        return nil
    }

    /// Inputs that came in from units: submissions and answers.
    var arrivals: [String] {
        record.inputs.map(\.path).filter {
            $0.hasPrefix("submissions/") || $0.hasPrefix("answers/")
        }
    }

    /// The PDF of a product that is to be signed; `nil` when none was built.
    func document(_ product: Product) -> String? {
        record.files(of: product.rawValue).map(\.path).first { $0.hasSuffix(".pdf") }
    }

    private static func lacks(_ path: String, _ edition: ArchivedEdition) -> Diagnostic {
        Diagnostic(
            "archive.edition.incomplete",
            at: nil,
            value: path,
            message: Bilingual(
                vi: "Ấn bản \(edition.name.written) thiếu “\(path)”.",
                en: "The edition \(edition.name.written) lacks “\(path)”."
            ),
            hint: .verifyFirst
        )
    }
}

extension ArchivedEdition {
    /// The file at a logical path.
    func file(_ path: String) -> ArchivedFile? { files.first { $0.path == path } }
}

extension EditionName {
    /// As the command line has it.
    var written: String { number.map { "\(period)@v\($0)" } ?? period }
}

extension OpenStore {
    /// The bytes of a file, its digest proven; `nil` when the log got an error.
    func readBytes(
        of file: ArchivedFile,
        in edition: ArchivedEdition,
        log: inout DiagnosticLog
    ) -> [UInt8]? {
        do {
            return try bytes(of: file, in: edition)
        } catch let failure as FileFailure {
            log.append(failure.diagnostic)
        } catch {
            log.append(.altered(file.path, at: path(of: file, in: edition), in: edition))
        }
        return nil
    }
}

extension Diagnostic {
    /// A file of an edition that no longer has its digest.
    static func altered(
        _ name: String,
        at location: String,
        in edition: ArchivedEdition
    ) -> Diagnostic {
        Diagnostic(
            "archive.edition.altered",
            at: Place(file: location),
            value: name,
            message: Bilingual(
                vi: "Tệp “\(name)” của ấn bản \(edition.name.written) không còn như khi lưu: "
                    + "sai mã SHA-512.",
                en: "The file “\(name)” of the edition \(edition.name.written) is not as it was "
                    + "archived: its SHA-512 differs."
            ),
            hint: .verifyFirst
        )
    }
}
