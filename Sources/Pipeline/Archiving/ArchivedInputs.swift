import Archive
import Diagnostics
import PeriodModel
import Vocabulary

/// What an edition was made from, as it is archived with it.
struct ArchivedInputs {
    let record: BuildRecord
    private let edition: ArchivedEdition
    private let store: OpenStore
    /// Where an input lies in the edition, by its path in `build.json`.
    private let places: [String: String]

    /// `nil` where the edition does not tell what it was made from.
    init?(_ edition: ArchivedEdition, of store: OpenStore) throws {
        func bytes(_ path: String) throws -> [UInt8]? {
            guard let file = edition.files.first(where: { $0.path == path }) else { return nil }
            return try store.bytes(of: file, in: edition)
        }
        var log = DiagnosticLog()
        guard let told = try bytes(EditionRecord.path).flatMap(EditionRecord.read),
            let recorded = try bytes("products/build.json"),
            let record = BuildRecord.read(
                SourceText(path: "products/build.json", bytes: recorded),
                log: &log
            )
        else { return nil }
        self.record = record
        self.edition = edition
        self.store = store
        places = Dictionary(
            told.inputs.map { ($0.path, $0.file) },
            uniquingKeysWith: { one, _ in one }
        )
    }

    /// Lays all inputs out below `scratch` and says how to build from them.
    func options(in scratch: String, _ jobs: Int?) throws -> BuildOptions {
        for file in edition.files where file.path.hasPrefix("inputs/") {
            let parts = file.path.split(separator: "/", omittingEmptySubsequences: false)
            guard !parts.contains(".."), !parts.contains("") else { continue }
            let path = joined(scratch, file.path)
            try makeFolder(parent(path))
            try writeFile(try store.bytes(of: file, in: edition), to: path)
        }
        guard let settings = places[PeriodFolder.settingsName],
            let theme = places["Templates/theme.yaml"]
        else { throw IncompleteEdition() }
        var faces: [String: String] = [:]
        for input in record.inputs where input.path.hasPrefix("/") {
            guard let place = places[input.path] else { throw IncompleteEdition() }
            faces[input.path] = joined(scratch, place)
        }
        func setting(_ name: String) -> String? { record.settings.first { $0.name == name }?.value }
        var options = BuildOptions(
            source: Source(
                folder: joined(scratch, parent(settings)),
                templates: joined(scratch, parent(theme)),
                earlier: .recorded(in: record, store: store.path)
            ),
            output: joined(scratch, "made"),
            products: record.products.compactMap(Product.init),
            isDraft: setting("draft") == "true",
            date: setting("date").flatMap(CalendarDate.init(iso:)),
            jobs: jobs,
            profile: setting("profile").flatMap(ArchiveProfile.init)
        )
        options.facePlaces = faces
        return options
    }

    private func parent(_ path: String) -> String {
        path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    }
}

/// An input is missing of which the record says that it was read.
struct IncompleteEdition: Error {}
