import Archive
import DatasetModel
import Diagnostics
import Glibc
import PeriodModel
import StatisticsModel
import ThemeModel
import Vocabulary

private let recordName = "build.json"

/// Writes what was made beside the output, then exchanges each product as a whole; `build.json` last.
///
/// Products of earlier runs stay when they were made from the same inputs, else they are removed.
func publish(
    _ made: [MadeFile],
    of dataset: Dataset,
    from inputs: [InputFile],
    _ theme: Theme,
    _ options: BuildOptions,
    disclosure: BuildRecord.Disclosure? = nil,
    in folder: String
) throws -> BuildResult {
    // How rows were read and what was amended names values of single organisations.
    let submissions = options.audience.isPublic ? [] : dataset.submissions
    let amendments = options.audience.isPublic ? [] : dataset.amendments
    var record = BuildRecord(
        tool: Version.name,
        version: Version.number,
        settings: settings(of: options),
        inputs: try digests(of: inputs, theme, facePlaces: options.facePlaces),
        readings: submissions.compactMap(BuildRecord.Reading.init),
        answers: amendments.filter { $0.source == .answer }.map(BuildRecord.Amendment.init),
        corrections: amendments.filter { $0.source == .correction }
            .map(BuildRecord.Amendment.init),
        disclosure: disclosure,
        outputs: try made.map { file in
            BuildRecord.Output(
                product: file.product.rawValue,
                file: try FileDigest(path: file.path, bytes: file.bytes),
                signingZones: file.signingZones
            )
        }
    )
    try makeFolder(folder)
    // One run at a time publishes into a folder; the lock ends with the process, however it ends.
    let lock = try lockFolder(folder)
    defer { unlock(lock) }

    var result = BuildResult(outcome: .done)
    let makes = Set(made.map(\.product))
    let earlier = earlierRecord(in: folder)
    var stale: [Product] = []
    for product in Product.allCases where !makes.contains(product) {
        let path = joined(folder, product.path)
        guard kind(at: path) != .nothing else { continue }
        if let earlier, earlier.hasSameBasis(as: record),
            stillStands(product, as: earlier.files(of: product.rawValue), in: folder)
        {
            record.outputs += earlier.outputs.filter { $0.product == product.rawValue }
        } else {
            stale.append(product)
        }
    }
    record = BuildRecord(
        tool: record.tool,
        version: record.version,
        settings: record.settings,
        inputs: record.inputs,
        readings: record.readings,
        answers: record.answers,
        corrections: record.corrections,
        disclosure: record.disclosure,
        outputs: record.outputs
    )

    try removeLeftovers(in: folder)
    let staging = joined(folder, "\(stagingPrefix)\(getpid())")
    do {
        try stage(made, record, in: staging)
        for product in stale {
            try remove(joined(folder, product.path))
            result.removed.append(joined(folder, product.path))
        }
        for product in Product.allCases where makes.contains(product) {
            try replace(joined(folder, product.path), with: joined(staging, product.path))
        }
        try replace(joined(folder, recordName), with: joined(staging, recordName))
        try remove(staging)
    } catch {
        try? remove(staging)
        throw error
    }
    result.written = made.map { joined(folder, $0.path) } + [joined(folder, recordName)]
    return result
}

let stagingPrefix = ".baocao-"

private func stage(_ made: [MadeFile], _ record: BuildRecord, in staging: String) throws {
    try makeFolder(staging)
    for file in made {
        let path = joined(staging, file.path)
        if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
        try writeFile(file.bytes, to: path)
    }
    try writeFile(record.json, to: joined(staging, recordName))
}

/// What a run that was killed left behind; the folder is locked, so that no other run is at work.
func removeLeftovers(in folder: String) throws {
    for name in try allNamesInFolder(folder) where name.hasPrefix(stagingPrefix) {
        try remove(joined(folder, name))
    }
}

/// Whether a product on the disk is the one in the record: a run may have been killed between its
/// products and its record, and a person may have changed a file.
private func stillStands(_ product: Product, as files: [FileDigest], in folder: String) -> Bool {
    let found = (try? fileNames(of: product, in: folder)) ?? []
    guard !files.isEmpty, found == files.map(\.path).sorted() else { return false }
    return files.allSatisfy { file in
        // Read in pieces: what was made stays in memory meanwhile.
        let stream = try? FileStream(joined(folder, file.path), path: file.path)
        return (try? stream?.fileDigest()) == file
    }
}

/// The files of a product on the disk, relative to the output folder.
private func fileNames(of product: Product, in folder: String) throws -> [String] {
    guard kind(at: joined(folder, product.path)) == .folder else { return [product.path] }
    return try allNamesInFolder(joined(folder, product.path)).map { "\(product.path)/\($0)" }
}

private func earlierRecord(in folder: String) -> BuildRecord? {
    guard let bytes = try? readFile(joined(folder, recordName)) else { return nil }
    var log = DiagnosticLog()
    return BuildRecord.read(SourceText(path: recordName, bytes: bytes), log: &log)
}

extension BuildRecord.Amendment {
    fileprivate init(_ amendment: Amendment) {
        var code: String?
        if case .confirmed(let confirmed) = amendment.decision { code = confirmed }
        self.init(
            file: amendment.file,
            cell: amendment.cell,
            old: amendment.old,
            new: amendment.new,
            confirmed: code,
            reason: amendment.reason,
            who: amendment.who,
            date: amendment.date?.iso
        )
    }
}

private func settings(of options: BuildOptions) -> [BuildRecord.Setting] {
    var settings = [
        BuildRecord.Setting(name: "audience", value: options.audience.rawValue),
        BuildRecord.Setting(name: "draft", value: options.isDraft ? "true" : "false"),
    ]
    if let profile = options.profile {
        settings.append(BuildRecord.Setting(name: "profile", value: profile.rawValue))
    }
    if let edition = options.comparedWith { settings.append(edition) }
    if let date = options.date {
        settings.append(BuildRecord.Setting(name: "date", value: date.iso))
    }
    return settings
}

/// Digests of every file read, faces included.
private func digests(
    of files: [InputFile],
    _ theme: Theme,
    facePlaces: [String: String]
) throws -> [FileDigest] {
    let faces = theme.faces
    var inputs = try files.map { try $0.digest() }
    for path in Set([faces.regular, faces.bold, faces.italic, faces.boldItalic]).sorted() {
        inputs.append(try FileDigest(path: path, bytes: try readFile(facePlaces[path] ?? path)))
    }
    return inputs
}
