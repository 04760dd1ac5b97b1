import Glibc

/// What stands at a path.
enum FileKind {
    case file
    case folder
    /// A pipe, device or socket, or a link that leads nowhere.
    case other
    case nothing
}

/// What stands at `path`, links followed.
func kind(at path: String) -> FileKind {
    var status = stat()
    guard stat(path, &status) == 0 else { return errno == ENOENT ? .nothing : .other }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
}

/// A file of this size or more is refused where it would be held in memory as a whole, which takes several
/// times its bytes. The largest table known, ten million rows in 1,4 GB, is smaller; what is read in
/// stretches may have any size.
let largestFile = 2 << 30

/// All bytes of a regular file that nobody writes meanwhile.
func readFile(_ path: String) throws(FileFailure) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw FileFailure(.read, path) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFailure(.read, path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
        let isFolder = status.st_mode & S_IFMT == S_IFDIR
        throw FileFailure(.read, path, errno: isFolder ? EISDIR : EINVAL)
    }
    guard status.st_size < largestFile else { throw FileFailure(.read, path, errno: EFBIG) }
    // One byte more than the size shows a file that grows; it is not followed to an end that never comes.
    let size = Int(status.st_size)
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var length = 0
    while length < bytes.count {
        let count = bytes.withUnsafeMutableBytes { buffer in
            read(descriptor, buffer.baseAddress?.advanced(by: length), buffer.count - length)
        }
        if count < 0 {
            if errno == EINTR { continue }
            throw FileFailure(.read, path)
        }
        if count == 0 { break }
        length += count
    }
    guard length == size, isUnchanged(descriptor, since: status) else {
        throw FileFailure(.read, path, errno: ESTALE)
    }
    bytes.removeLast()
    return bytes
}

/// Whether an open file is what it was.
func isUnchanged(_ descriptor: Int32, since before: stat) -> Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && status.st_size == before.st_size
        && status.st_mtim.tv_sec == before.st_mtim.tv_sec
        && status.st_mtim.tv_nsec == before.st_mtim.tv_nsec
}

/// All bytes of standard input.
func readStandardInput() throws(FileFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 65_536)
    while true {
        let count = block.withUnsafeMutableBytes { read(STDIN_FILENO, $0.baseAddress, $0.count) }
        if count < 0 {
            if errno == EINTR { continue }
            throw FileFailure(.read, "-")
        }
        if count == 0 { return bytes }
        bytes += block[..<count]
        guard bytes.count < largestFile else { throw FileFailure(.read, "-", errno: EFBIG) }
    }
}

/// Names in a folder, sorted by their bytes; those that begin with a dot are left out.
func namesInFolder(_ path: String) throws(FileFailure) -> [String] {
    try allNamesInFolder(path).filter { !$0.hasPrefix(".") }
}

/// Names in a folder, sorted by their bytes, hidden ones too.
func allNamesInFolder(_ path: String) throws(FileFailure) -> [String] {
    guard let folder = opendir(path) else { throw FileFailure(.list, path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
            pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
}

/// Bytes of a regular file; 0 for anything else.
func fileSize(_ path: String) -> Int {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return 0 }
    return Int(status.st_size)
}

/// The path with links resolved, or `nil` when there is nothing.
func resolvedPath(_ path: String) -> String? {
    guard let resolved = realpath(path, nil) else { return nil }
    defer { free(resolved) }
    return String(cString: resolved)
}

/// `child` below `folder`; an absolute `child` stands for itself.
func joined(_ folder: String, _ child: String) -> String {
    child.hasPrefix("/") ? child : folder.hasSuffix("/") ? folder + child : "\(folder)/\(child)"
}

/// The part of a path after its last slash.
func lastComponent(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? path
}
