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
    /// Bytes of the content.
    var bytes: Int { size }

    /// Puts bytes into the bag whose digest the caller knows; false when the bag has the path already.
    mutating func add(_ bytes: [UInt8], as path: BagPath, sha512 digest: String) throws -> Bool {
        guard payload.digests[path] == nil else { return false }
        try write(bytes, to: path)
        payload.digests[path] = digest
        size += bytes.count
        return true
    }

    /// Puts a file that is made here into the bag.
    mutating func add(_ bytes: [UInt8], as path: BagPath) throws -> Bool {
        try add(bytes, as: path, sha512: try sha512(of: bytes))
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
        let location = joined(folder, path.text)
        if let slash = location.lastIndex(of: "/") { try makeFolder(String(location[..<slash])) }
        try writeFile(bytes, to: location)
    }
}
