import Archive
import CLinux
import Diagnostics
import Glibc

/// A store that this run alone writes.
///
/// Everything is made whole in a staging folder of the store's own file system, brought to the disk, and
/// put in its place by renaming. A run that is cut short leaves a store as before, or one whose new version
/// is whole and lacks only the object's own copy of the inventory; the next run completes or clears it.
final class StoreWriting {
    static let stagingFolder = "extensions/baocao-staging"

    let path: String
    private let lock: Int32

    /// Waits for other runs; makes the store when there is none.
    init?(_ path: String, log: inout DiagnosticLog) throws {
        self.path = path
        try makeFolder(path)
        lock = try lockFolder(path)
        guard try isStore(log: &log) else { return nil }
    }

    deinit { unlock(lock) }

    var staging: String { joined(path, Self.stagingFolder) }

    /// The folder where a period's object, or its new version, is made.
    func staging(_ period: String) -> String { joined(staging, StoreLayout.folder(of: period)) }

    func object(_ period: String) -> String { joined(path, StoreLayout.folder(of: period)) }

    private func isStore(log: inout DiagnosticLog) throws -> Bool {
        let names = try allNamesInFolder(path)
        if names.contains(StoreLayout.declaration) {
            return OpenStore(path, log: &log) != nil
        }
        // A run may have been cut short while it made the store.
        let own = ["extensions", StoreLayout.layoutFile, "lost+found"]
        guard names.allSatisfy(own.contains) else {
            if names.contains(where: { $0.hasPrefix("0=ocfl_") }) {
                _ = OpenStore(path, log: &log)
                if !log.hasErrors { log.append(.notEmptyStore(path)) }
            } else {
                log.append(.notEmptyStore(path))
            }
            return false
        }
        try remove(staging)
        // The staging folder first: it is the sign of a store that is being made.
        try makeFolder(staging)
        try makeFolder(joined(path, "extensions/\(StoreLayout.extension)"))
        for (name, text) in [
            (StoreLayout.configurationFile, StoreLayout.configuration),
            (StoreLayout.layoutFile, StoreLayout.layout),
            // Last: a folder is a store from here on.
            (StoreLayout.declaration, "ocfl_1.1\n"),
        ] {
            let staged = joined(staging, lastComponent(name))
            try writeFile(Array(text.utf8), to: staged)
            try put(staged, at: joined(path, name))
            try settle(path)
        }
        return true
    }

    /// Makes what the staging folder holds safe on the disk: its own files alone, as what other programs
    /// write to the same disk may take minutes.
    func settleStaging() throws { try settleAll(staging) }

    private func settleAll(_ folder: String) throws {
        for name in try allNamesInFolder(folder) {
            let path = joined(folder, name)
            if kind(at: path) == .folder { try settleAll(path) } else { try settle(path) }
        }
        try settle(folder)
    }

    /// Makes a file, or the names in a folder, safe on the disk.
    func settle(_ path: String) throws {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw FileFailure(.write, path) }
        defer { close(descriptor) }
        // Some file systems know no such thing for folders.
        guard fsync(descriptor) == 0 || errno == EINVAL else { throw FileFailure(.write, path) }
    }

    /// Renames a file to its place, over an older one of the same name.
    func put(_ staged: String, at place: String) throws {
        guard rename(staged, place) == 0 else { throw FileFailure(.replace, place) }
    }

    /// Renames a folder to where nothing stands.
    func putNew(_ staged: String, at place: String) throws {
        if rename_to_nothing(staged, place) == 0 { return }
        // Not every file system can refuse; a folder in the way is refused by all.
        guard errno == EINVAL || errno == ENOSYS, kind(at: place) == .nothing,
            rename(staged, place) == 0
        else { throw FileFailure(.replace, place) }
    }

    func removeStaging() throws { try remove(staging) }
}
