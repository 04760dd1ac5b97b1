import Archive
import Diagnostics

/// An edition, or what a build made or is about to make, as it is compared.
struct EditionFiles {
    var record: BuildRecord
    var figures: [PublishedFigure]
    /// What editions up to this one published; empty where it is no edition.
    var ledger = Ledger()
    /// The bytes of an input by its path in the record; `nil` where they are not at hand.
    var input: (_ path: String) -> [UInt8]?

    /// The settings of the period, as they were.
    var settings: SourceText? {
        input(PeriodFolder.settingsName).map {
            SourceText(path: PeriodFolder.settingsName, bytes: $0)
        }
    }

    /// Its figures, and of those `beside` it that it has not what editions before published.
    func published(beside figures: [PublishedFigure]) -> [PublishedFigure] {
        self.figures + ledger.withdrawn(among: figures)
    }

    /// Digests of all files: inputs by their paths, products below `products/`.
    var digests: [String: String] {
        let inputs = record.inputs.map { ($0.path, $0.sha256) }
        let outputs = record.outputs.map { ("products/\($0.file.path)", $0.file.sha256) }
        return Dictionary(inputs + outputs, uniquingKeysWith: { first, _ in first })
    }
}

extension EditionFiles {
    private static let recordName = "build.json"
    private static let tidyName = "data/tidy.csv"
    private static let givenName = "data/given.csv"

    /// An edition of a store; its files are proven by their digests as they are read.
    init?(_ edition: ArchivedEdition, in store: OpenStore, log: inout DiagnosticLog) {
        func bytes(_ path: String) -> [UInt8]? {
            edition.files.first { $0.path == path }.flatMap {
                try? store.bytes(of: $0, in: edition)
            }
        }
        let name = edition.name.text
        guard let recordBytes = bytes("products/\(Self.recordName)"),
            let tidy = bytes("products/\(Self.tidyName)"),
            let record = BuildRecord.read(
                SourceText(path: "\(name)/\(Self.recordName)", bytes: recordBytes),
                log: &log
            ),
            let figures = try? PublishedFigure.read(
                tidy,
                given: bytes("products/\(Self.givenName)")
            ),
            let ledger = bytes(Ledger.path).flatMap({ Ledger($0) })
        else {
            log.append(.unreadableEdition(name))
            return nil
        }
        self.record = record
        self.figures = figures
        self.ledger = ledger
        input = { path in
            guard let wanted = record.inputs.first(where: { $0.path == path }) else { return nil }
            // Where an input lies in an edition is the store's affair: its end and digest tell it.
            let end = path.split(separator: "/").filter { $0 != ".." }.joined(separator: "/")
            for file in edition.files
            where file.path.hasPrefix("inputs/") && file.path.hasSuffix("/\(end)") {
                guard let bytes = try? store.bytes(of: file, in: edition),
                    (try? Archive.sha256(of: bytes)) == wanted.sha256
                else { continue }
                return bytes
            }
            return nil
        }
    }

    /// What stands in an output folder, with the files that it was made from.
    init?(output: String, of source: Source, log: inout DiagnosticLog) {
        let folder = joined(output, folderName(source.folder))
        let path = joined(folder, Self.recordName)
        guard let recordBytes = try? readFile(path),
            let record = BuildRecord.read(SourceText(path: path, bytes: recordBytes), log: &log),
            let tidy = try? readFile(joined(folder, Self.tidyName)),
            let figures = try? PublishedFigure.read(
                tidy,
                given: record.outputs.contains { $0.file.path == Self.givenName }
                    ? readFile(joined(folder, Self.givenName)) : nil
            )
        else {
            log.append(.nothingBuilt(source.folder, folder))
            return nil
        }
        self.record = record
        self.figures = figures
        let templates = source.templates ?? TemplateFolder.find(near: source.folder)
        input = { path in
            let place =
                if path.hasPrefix("/") { path } else if path.hasPrefix("Templates/") {
                    joined(templates ?? "Templates", String(path.dropFirst("Templates/".count)))
                } else { joined(source.folder, path) }
            guard let bytes = try? readFile(place),
                let digest = try? Archive.sha256(of: bytes),
                record.inputs.contains(FileDigest(path: path, sha256: digest))
            else { return nil }
            return bytes
        }
        for file in record.inputs where !file.path.hasPrefix("/") && input(file.path) == nil {
            log.append(.inputChanged(file.path))
        }
    }
}

extension Diagnostic {
    static func unreadableEdition(_ name: String) -> Diagnostic {
        Diagnostic(
            "pipeline.edition.unreadable",
            at: nil,
            value: name,
            message: Bilingual(
                vi:
                    "Không đọc được build.json, data/tidy.csv hoặc ledger.csv của ấn bản “\(name)” trong kho.",
                en:
                    "build.json, data/tidy.csv or ledger.csv of the edition “\(name)” in the store cannot be read."
            ),
            hint: Bilingual(
                vi: "Kiểm tra kho bằng lệnh verify.",
                en: "Check the store with `verify`."
            )
        )
    }

    fileprivate static func nothingBuilt(_ period: String, _ folder: String) -> Diagnostic {
        Diagnostic(
            "pipeline.edition.not-built",
            at: nil,
            value: folder,
            message: Bilingual(
                vi: "“\(folder)” không có build.json và data/tidy.csv của kỳ “\(period)”.",
                en: "“\(folder)” has no build.json and data/tidy.csv of the period “\(period)”."
            ),
            hint: Bilingual(
                vi: "Chạy lệnh build trước, hoặc chỉ đúng thư mục bằng --output.",
                en: "Build it first, or name the right folder with --output."
            )
        )
    }

    fileprivate static func inputChanged(_ file: String) -> Diagnostic {
        Diagnostic(
            "pipeline.edition.changed-since-build",
            .warning,
            at: Place(file: file),
            message: Bilingual(
                vi: "Tệp này đã đổi sau khi làm báo cáo; phần so sánh bên trong tệp bị bỏ qua.",
                en: "This file has changed since the build; what is in it is not compared."
            ),
            hint: Bilingual(vi: "Chạy lại lệnh build.", en: "Build again.")
        )
    }
}
