import Archive
import Diagnostics
import Glibc

/// Makes a bag (RFC 8493) in a folder of its own: content first, then what describes it.
struct BagWriter {
    private let folder: String
    private var payload = BagManifest(.payload)
    private var size = 0

    /// Makes the folder, which must not be there.
    init(in folder: String) throws(FileFailure) {
        guard mkdir(folder, 0o777) == 0 else { throw FileFailure(.write, folder) }
        self.folder = folder
    }

    /// How much the bag holds, as `Payload-Oxum` has it.
    var oxum: String { BagTags.oxum(bytes: size, files: payload.digests.count) }

    /// A file that is copied into the bag.
    struct Item {
        var source: String
        var path: BagPath
        /// What it must be.
        var sha512: String
    }

    /// Copies files of any size and takes their digests meanwhile; those that are not what they must be are
    /// given back.
    mutating func copy(_ items: [Item]) throws -> [Item] {
        for item in items { try makeFolder(above: item.path) }
        let copies = try copyFiles(
            items.map { FileToCopy(source: $0.source, target: joined(folder, $0.path.text)) }
        )
        var altered: [Item] = []
        for (item, copy) in zip(items, copies) {
            let location = joined(folder, item.path.text)
            try sync(location)
            if copy.sha512 != item.sha512 { altered.append(item) }
            payload.digests[item.path] = copy.sha512
            size += fileSize(location)
        }
        return altered
    }

    /// Puts a file that is made here into the bag; false when the bag has the path already.
    mutating func add(_ bytes: [UInt8], as path: BagPath) throws -> Bool {
        guard payload.digests[path] == nil else { return false }
        try write(bytes, to: path)
        payload.digests[path] = try sha512(of: bytes)
        size += bytes.count
        return true
    }

    /// Writes the declaration, the elements of `bag-info.txt` and both manifests.
    func finish(info: [(label: String, value: String)]) throws {
        var tags = BagManifest(.tags)
        let files = [
            (BagTags.declarationName, BagTags.declaration),
            (BagTags.infoName, BagTags.info(info)),
            (payload.kind.rawValue, payload.text),
        ]
        for (name, text) in files {
            guard let path = BagPath(name) else { continue }
            try write(Array(text.utf8), to: path)
            tags.digests[path] = try sha512(of: Array(text.utf8))
        }
        try writeFile(Array(tags.text.utf8), to: joined(folder, tags.kind.rawValue))
    }

    private func write(_ bytes: [UInt8], to path: BagPath) throws(FileFailure) {
        try makeFolder(above: path)
        try writeFile(bytes, to: joined(folder, path.text))
    }

    private func makeFolder(above path: BagPath) throws(FileFailure) {
        let parts = path.text.split(separator: "/").dropLast()
        try Pipeline.makeFolder(joined(folder, parts.joined(separator: "/")))
    }

    /// Waits until the disk has a file.
    private func sync(_ path: String) throws(FileFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(.write, path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw FileFailure(.write, path) }
    }
}
