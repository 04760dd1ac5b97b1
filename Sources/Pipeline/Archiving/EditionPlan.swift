import Archive
import Diagnostics
import PeriodModel

/// The files of an edition before it is archived: what a build made and what it read.
struct EditionPlan {
    var period: String
    /// As the build wrote it.
    var record: BuildRecord
    var files: [File]
    /// Why published figures changed, as the settings say.
    var reasons: [RestatementReason]

    /// A file with its place in the edition.
    struct File {
        /// Where it stands now.
        var source: String
        /// Within the edition.
        var path: String
        /// As the build recorded it; `nil` for the record itself.
        var sha256: String?
        /// As `build.json` names it, for an input.
        var input: String?
        /// As messages name it.
        var name: String
    }

    static let recordPath = "products/build.json"
    static let tidyPath = "products/data/tidy.csv"
    static let givenPath = "products/data/given.csv"

    /// The plan of a period that was built into `output`; `nil` when that cannot be archived.
    init?(_ source: Source, output: String, log: inout DiagnosticLog) {
        guard let open = OpenPeriod(source, log: &log) else { return nil }
        let folder = joined(output, folderName(source.folder))
        let recordFile = joined(folder, "build.json")
        guard kind(at: recordFile) == .file, let bytes = try? readFile(recordFile) else {
            log.append(.notBuilt(folder))
            return nil
        }
        guard let record = BuildRecord.read(SourceText(path: recordFile, bytes: bytes), log: &log)
        else { return nil }
        guard !record.settings.contains(where: { $0.name == "draft" && $0.value == "true" }) else {
            log.append(.draft(folder))
            return nil
        }
        guard record.outputs.contains(where: { $0.file.path == "data/tidy.csv" }) else {
            log.append(.noData(folder))
            return nil
        }
        self.record = record
        reasons = open.settings.editions.reasons
        let year = open.settings.period.year
        period = "\(open.settings.province.code)-\(year)"
        files = [
            File(source: recordFile, path: Self.recordPath, name: recordFile)
        ]
        for output in record.outputs {
            guard Self.isPlain(output.file.path) else {
                log.append(.strangePath(output.file.path, in: recordFile))
                return nil
            }
            files.append(
                File(
                    source: joined(folder, output.file.path),
                    path: "products/\(output.file.path)",
                    sha256: output.file.sha256,
                    name: joined(folder, output.file.path)
                )
            )
        }
        let places = InputPlaces(source, record.inputs.map(\.path), log: &log)
        guard let places else { return nil }
        var seen: Set<FileDigest> = []
        for input in record.inputs where seen.insert(input).inserted {
            files.append(
                File(
                    source: places.location(of: input.path),
                    path: places.path(of: input.path),
                    sha256: input.sha256,
                    input: input.path,
                    name: input.path
                )
            )
        }
        if let twice = firstRepeated(files.map(\.path)) {
            log.append(.strangePath(twice, in: recordFile))
            return nil
        }
    }

    /// Whether a path leads to a file below its folder, without detours.
    private static func isPlain(_ path: String) -> Bool {
        path.split(separator: "/", omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0 != "." && $0 != ".." }
    }

    private func firstRepeated(_ paths: [String]) -> String? {
        var seen: Set<String> = []
        return paths.first { !seen.insert($0).inserted }
    }
}

/// Where the inputs of a build stand, and where an edition keeps them: so that relative paths between a
/// period's folder and the one before it lead to the right place in the edition too.
struct InputPlaces {
    private let folder: String
    private let templates: String
    /// Folders above the period's that inputs reach, outermost first, and the period's own.
    private let above: [String]

    init?(_ source: Source, _ inputs: [String], log: inout DiagnosticLog) {
        guard let templates = TemplateFolder.path(source, log: &log),
            let whole = resolvedPath(source.folder)
        else { return nil }
        folder = source.folder
        self.templates = templates
        let depth = inputs.map { $0.split(separator: "/").prefix { $0 == ".." }.count }.max() ?? 0
        above = whole.split(separator: "/").suffix(max(depth, 1)).map(String.init)
    }

    /// Where an input stands now.
    func location(of input: String) -> String {
        if input.hasPrefix("Templates/") {
            return joined(templates, String(input.dropFirst("Templates/".count)))
        }
        return joined(folder, input)
    }

    /// Where an input lies in an edition.
    func path(of input: String) -> String {
        if input.hasPrefix("Templates/") { return "inputs/\(input)" }
        if input.hasPrefix("/") {
            let isFont = [".ttf", ".otf", ".ttc", ".pfb"].contains {
                input.lowercased().hasSuffix($0)
            }
            return isFont ? "inputs/fonts/\(lastComponent(input))" : "inputs/absolute\(input)"
        }
        var parts = above
        for part in input.split(separator: "/") where part != "." {
            if part == ".." {
                if !parts.isEmpty { parts.removeLast() }
            } else {
                parts.append(String(part))
            }
        }
        return "inputs/period/" + parts.joined(separator: "/")
    }
}
