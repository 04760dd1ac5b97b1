import Archive
package import Diagnostics
import Glibc

/// Reads a bag back: its declaration, both manifests, that it has the files they name and no others, and that
/// each has its digest. Every fault is logged; nothing that a hostile bag names is opened outside it.
///
/// The result is how much there is.
@discardableResult
package func checkBag(
    _ folder: String,
    log: inout DiagnosticLog
) -> (files: Int, bytes: Int) {
    var reader = BagReader(folder: folder)
    do {
        try reader.check()
    } catch let failure as FileFailure {
        log.append(failure.diagnostic)
    } catch {
        log.append(.noDigest)
    }
    log.append(contentsOf: reader.log)
    return (reader.files.count, reader.files.values.reduce(0, +))
}

private struct BagReader {
    let folder: String
    var log = DiagnosticLog()
    private(set) var files: [BagPath: Int] = [:]

    mutating func check() throws {
        try list("")
        // A link among them could lead the reading out of the bag.
        guard !log.hasErrors else { return }
        let declaration = try readFile(joined(folder, BagTags.declarationName))
        if !BagTags.isDeclaration(declaration) { report(.badDeclaration, BagTags.declarationName) }
        if files.keys.contains(where: { $0.text == "fetch.txt" }) {
            report(.incomplete, "fetch.txt")
        }
        let payload = try manifest(.payload)
        let tags = try manifest(.tags)
        guard let payload, let tags else { return }
        for manifest in [payload, tags] {
            var listed = manifest.digests.sorted { $0.key < $1.key }
            for (path, _) in listed where files[path] == nil {
                report(.missing(path.text), manifest.kind.rawValue)
            }
            listed.removeAll { files[$0.key] == nil }
            let read = try copyFiles(
                listed.map { FileToCopy(source: joined(folder, $0.key.text), target: nil) }
            )
            for (entry, file) in zip(listed, read) where entry.value != file.sha512 {
                report(.changed(entry.key.text), manifest.kind.rawValue)
            }
        }
        for path in files.keys.sorted() where path.text != tags.kind.rawValue {
            let manifest = path.isPayload ? payload : tags
            if manifest.digests[path] == nil {
                report(.unlisted(path.text), manifest.kind.rawValue)
            }
        }
        try checkSize(files.filter { $0.key.isPayload }.values)
    }

    private mutating func checkSize(_ sizes: some Collection<Int>) throws(FileFailure) {
        let info = joined(folder, BagTags.infoName)
        guard kind(at: info) == .file, let oxum = BagTags.oxum(in: try readFile(info)) else {
            return
        }
        if oxum != BagTags.oxum(bytes: sizes.reduce(0, +), files: sizes.count) {
            report(.otherSize(oxum), BagTags.infoName)
        }
    }

    private mutating func manifest(_ kind: BagManifest.Kind) throws(FileFailure) -> BagManifest? {
        let bytes = try readFile(joined(folder, kind.rawValue))
        return BagManifest.read(kind, SourceText(path: kind.rawValue, bytes: bytes), log: &log)
    }

    /// The regular files below a folder with their sizes; links are not followed.
    private mutating func list(_ prefix: String) throws(FileFailure) {
        for name in try allNamesInFolder(joined(folder, prefix)) {
            let path = prefix.isEmpty ? name : "\(prefix)/\(name)"
            var status = stat()
            guard lstat(joined(folder, path), &status) == 0 else {
                throw FileFailure(.read, joined(folder, path))
            }
            switch status.st_mode & S_IFMT {
            case S_IFDIR: try list(path)
            case S_IFREG:
                guard let known = BagPath(path) else {
                    report(.hostilePath(path), path)
                    continue
                }
                files[known] = Int(status.st_size)
            default: report(.notFile(path), path)
            }
        }
    }

    private mutating func report(_ fault: BagFault, _ file: String) {
        log.append(fault.diagnostic(at: Place(file: file)))
    }
}
