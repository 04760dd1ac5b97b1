import CLinux
import Glibc

/// Makes a folder and those above it.
func makeFolder(_ path: String) throws(FileFailure) {
    if kind(at: path) == .folder { return }
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    var current = ""
    for (index, part) in parts.enumerated() {
        current += index == 0 ? String(part) : "/\(part)"
        if current.isEmpty || kind(at: current) == .folder { continue }
        guard mkdir(current, 0o777) == 0 || errno == EEXIST else {
            throw FileFailure(.write, current)
        }
    }
    guard kind(at: path) == .folder else { throw FileFailure(.write, path, errno: ENOTDIR) }
}

/// Writes a new file and waits until the disk has it.
func writeFile(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(.write, path) }
    var failure: FileFailure?
    var written = 0
    while written < bytes.count, failure == nil {
        let count = bytes.withUnsafeBytes { buffer in
            write(descriptor, buffer.baseAddress?.advanced(by: written), buffer.count - written)
        }
        if count < 0, errno != EINTR { failure = FileFailure(.write, path) }
        written += max(0, count)
    }
    if failure == nil, fsync(descriptor) != 0 { failure = FileFailure(.write, path) }
    if close(descriptor) != 0, failure == nil { failure = FileFailure(.write, path) }
    if let failure { throw failure }
}

/// Puts what stands at `new` in the place of `old`, at once; whatever stood there is removed.
func replace(_ old: String, with new: String) throws(FileFailure) {
    switch (kind(at: old), kind(at: new)) {
    case (.nothing, _), (.file, .file):
        guard rename(new, old) == 0 else { throw FileFailure(.replace, old) }
    default:
        // Exchange, so that no moment sees neither; then the old one goes.
        guard exchange_paths(new, old) == 0 else { throw FileFailure(.replace, old) }
        try remove(new)
    }
}

/// Removes a file, or a folder with all that is in it; nothing to remove is no fault.
func remove(_ path: String) throws(FileFailure) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
        if errno == ENOENT { return }
        throw FileFailure(.remove, path)
    }
    guard status.st_mode & S_IFMT == S_IFDIR else {
        guard unlink(path) == 0 else { throw FileFailure(.remove, path) }
        return
    }
    for name in try allNamesInFolder(path) { try remove(joined(path, name)) }
    guard rmdir(path) == 0 else { throw FileFailure(.remove, path) }
}

/// Waits until no other run has the folder, and keeps it for this one.
///
/// A file system without locks is written all the same: the lock only keeps two runs of one person apart.
func lockFolder(_ path: String) throws(FileFailure) -> Int32 {
    let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(.write, path) }
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
    return descriptor
}

/// Gives the folder to the next run.
func unlock(_ descriptor: Int32) {
    close(descriptor)
}
