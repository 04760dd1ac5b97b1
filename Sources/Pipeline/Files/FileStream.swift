import Archive
import Glibc
import Ingest

/// A file that is read in stretches by several threads, with the digest of its bytes as they pass.
// Everything that changes is touched only under the lock.
final class FileStream: ByteStream, @unchecked Sendable {
    /// As messages name it.
    let path: String
    let size: Int
    private let location: String
    private let descriptor: Int32
    private let opened: stat
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)

    private var offset = 0
    private var number = 0
    /// Bytes read that belong to the next stretch.
    private var rest: [UInt8] = []
    private var isAtEnd = false
    private var digest: SHA256Stream?
    private var sha256: String?
    private var problem: FileFailure?

    /// Opens a regular file; `path` is its name in messages.
    init(_ location: String, path: String) throws(FileFailure) {
        descriptor = open(location, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw FileFailure(.read, location) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let code = errno
            close(descriptor)
            throw FileFailure(.read, location, errno: code)
        }
        guard status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            throw FileFailure(.read, location, errno: isFolder ? EISDIR : EINVAL)
        }
        self.location = location
        self.path = path
        size = Int(status.st_size)
        opened = status
        digest = try? SHA256Stream()
        pthread_mutex_init(lock, nil)
        posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_SEQUENTIAL))
    }

    deinit {
        close(descriptor)
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    func next(
        into buffer: UnsafeMutableBufferPointer<UInt8>,
        cut: (UnsafeBufferPointer<UInt8>) -> Int
    ) -> Block? {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard problem == nil, let base = buffer.baseAddress, rest.count < buffer.count else {
            return nil
        }
        let start = offset - rest.count
        base.update(from: rest, count: rest.count)
        var count = rest.count
        // One byte is kept free for a line end that the file lacks.
        while !isAtEnd, count < buffer.count - 1 {
            let found = read(into: base + count, buffer.count - 1 - count)
            if found == 0 { isAtEnd = true }
            count += found
        }
        if isAtEnd { finish() }
        guard count > 0 else { return nil }
        let isUnended = isAtEnd && base[count - 1] != UInt8(ascii: "\n")
        if isUnended { base[count] = UInt8(ascii: "\n") }
        let end = cut(UnsafeBufferPointer(start: base, count: isUnended ? count + 1 : count))
        let used = min(end, count)
        rest.removeAll(keepingCapacity: true)
        rest.append(contentsOf: UnsafeBufferPointer(start: base + used, count: count - used))
        guard end > 0 else { return nil }
        defer { number += 1 }
        return Block(number: number, offset: start, count: end)
    }

    /// The next bytes, also into the digest.
    private func read(into target: UnsafeMutablePointer<UInt8>, _ count: Int) -> Int {
        while true {
            let found = pread(descriptor, target, count, off_t(offset))
            if found >= 0 {
                _ = digest?.add(UnsafeRawBufferPointer(start: target, count: found))
                offset += found
                return found
            }
            guard errno == EINTR else {
                problem = FileFailure(.read, location)
                return 0
            }
        }
    }

    private func finish() {
        guard let digest else { return }
        if offset == size { sha256 = try? digest.finish() }
        self.digest = nil
    }

    func rewind() {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        guard offset > 0 else { return }
        // What was digested in part is digested as a whole later.
        (offset, number, isAtEnd, digest) = (0, 0, false, nil)
        rest.removeAll()
    }

    func bytes(at offset: Int, count: Int) -> [UInt8] {
        let wanted = max(0, min(count, size - offset))
        guard wanted < largestFile else {
            pthread_mutex_lock(lock)
            defer { pthread_mutex_unlock(lock) }
            problem = FileFailure(.read, location, errno: EFBIG)
            return []
        }
        return [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
            while filled < wanted {
                let target = buffer.baseAddress?.advanced(by: filled)
                let found = pread(descriptor, target, wanted - filled, off_t(offset + filled))
                if found < 0, errno == EINTR { continue }
                guard found > 0 else { break }
                filled += found
            }
        }
    }

    var isWhole: Bool {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return problem == nil && isAtEnd && rest.isEmpty && offset == size
            && isUnchanged(descriptor, since: opened)
    }

    /// What kept the file from being read, or that it is no longer the file that was opened.
    var failure: FileFailure? {
        if let problem { return problem }
        return isUnchanged(descriptor, since: opened)
            ? nil : FileFailure(.read, location, errno: ESTALE)
    }

    /// The digest of the file as it was read; read again in pieces where it was not read to its end.
    func fileDigest() throws -> FileDigest {
        if let sha256 { return FileDigest(path: path, sha256: sha256) }
        let whole = try SHA256Stream()
        var place = 0
        while place < size {
            let piece = bytes(at: place, count: 1 << 20)
            guard !piece.isEmpty, piece.withUnsafeBytes({ whole.add($0) }) else {
                throw failure ?? FileFailure(.read, location)
            }
            place += piece.count
        }
        return FileDigest(path: path, sha256: try whole.finish())
    }
}
