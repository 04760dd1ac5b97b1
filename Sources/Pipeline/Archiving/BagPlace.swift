import Glibc

/// Where a bag is to stand, and where it is made until it is whole.
struct BagPlace {
    private let target: String
    private let parent: String
    /// Beside the target, so that it only needs another name.
    let staging: String

    /// Makes the folder above and removes what killed runs left; `nil` when something stands at `path`.
    init?(_ path: String) throws(FileFailure) {
        var target = path
        while target.utf8.count > 1, target.hasSuffix("/") { target.removeLast() }
        let slash = target.lastIndex(of: "/")
        let name = slash.map { String(target[target.index(after: $0)...]) } ?? target
        guard !name.isEmpty, name != ".", name != "..", try Self.isFree(target) else { return nil }
        parent = slash.map { $0 == target.startIndex ? "/" : String(target[..<$0]) } ?? "."
        self.target = target
        try makeFolder(parent)
        let prefix = ".\(name).baocao-"
        for other in try allNamesInFolder(parent) where other.hasPrefix(prefix) {
            guard let process = pid_t(other.dropFirst(prefix.count)), process > 0,
                process == getpid() || kill(process, 0) != 0 && errno == ESRCH
            else { continue }
            try remove(joined(parent, other))
        }
        staging = joined(parent, "\(prefix)\(getpid())")
    }

    /// Gives the bag its name, at once; a folder that is no longer empty is no place for it.
    func publish() throws(FileFailure) {
        guard rename(staging, target) == 0 else { throw FileFailure(.replace, target) }
        let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    /// Removes what was not published.
    func removeStaging() { try? remove(staging) }

    private static func isFree(_ path: String) throws(FileFailure) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0 else {
            guard errno == ENOENT else { throw FileFailure(.write, path) }
            return true
        }
        guard status.st_mode & S_IFMT == S_IFDIR else { return false }
        return try allNamesInFolder(path).isEmpty
    }
}
