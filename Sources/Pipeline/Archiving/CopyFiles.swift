import Archive
import CLinux
import Glibc

/// A file to digest, and to copy where there is a target.
struct FileToCopy {
    var source: String
    var target: String?
}

/// What passed through the program's hands.
struct CopiedFile: Sendable {
    var sha256: String
    var sha512: String
}

/// Reads each file once: one thread reads, takes the SHA-256 and writes the copy, the other takes the
/// SHA-512 of the same blocks.
func copyFiles(_ files: [FileToCopy]) throws -> [CopiedFile] {
    let ring = BlockRing()
    let work = CopyWork(count: files.count)
    let status = runBeside({
        do {
            try digest(ring, into: work)
        } catch {
            work.digestFailure = error
        }
    }) {
        defer { ring.finish() }
        do {
            for (index, file) in files.enumerated() {
                work.sha256[index] = try copy(file, through: ring)
                ring.end(file: index)
            }
        } catch {
            work.readingFailure = error
        }
    }
    if let status { throw FileFailure(.read, files.first?.source ?? "", errno: status) }
    if let failure = work.readingFailure ?? work.digestFailure { throw failure }
    return zip(work.sha256, work.sha512).map { CopiedFile(sha256: $0, sha512: $1) }
}

/// What the two threads leave behind.
// Each member is written by one thread alone and read when both have ended.
private final class CopyWork: @unchecked Sendable {
    var sha256: [String]
    var sha512: [String]
    var readingFailure: (any Error)?
    var digestFailure: (any Error)?

    init(count: Int) {
        sha256 = Array(repeating: "", count: count)
        sha512 = sha256
    }
}

private func digest(_ ring: BlockRing, into work: CopyWork) throws {
    var failure: (any Error)?
    var stream = try? DigestStream(.sha512)
    while let items = ring.take() {
        for item in items {
            do {
                switch item {
                case .block(let block):
                    defer { ring.free() }
                    try stream?.add(block)
                case .end(let file):
                    guard let done = stream else { throw DigestFailure() }
                    work.sha512[file] = try done.finish()
                    stream = try DigestStream(.sha512)
                }
            } catch {
                // The other thread must still find its blocks empty.
                failure = error
                stream = nil
            }
        }
    }
    if let failure { throw failure }
}

/// Reads a file that nobody changes meanwhile; its SHA-256.
private func copy(_ file: FileToCopy, through ring: BlockRing) throws -> String {
    let source = open(file.source, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard source >= 0 else { throw FileFailure(.read, file.source) }
    defer { close(source) }
    var before = stat()
    guard fstat(source, &before) == 0 else { throw FileFailure(.read, file.source) }
    guard before.st_mode & S_IFMT == S_IFREG else {
        throw FileFailure(.read, file.source, errno: EINVAL)
    }
    posix_fadvise(source, 0, 0, Int32(POSIX_FADV_SEQUENTIAL))
    var target: Int32 = -1
    if let path = file.target {
        target = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard target >= 0 else { throw FileFailure(.write, path) }
    }
    defer { if target >= 0 { close(target) } }

    let digest = try DigestStream(.sha256)
    var length = 0
    while true {
        let block = ring.emptyBlock()
        let count = read(source, block.baseAddress, block.count)
        if count < 0 {
            if errno == EINTR { continue }
            throw FileFailure(.read, file.source)
        }
        if count == 0 { break }
        let bytes = UnsafeRawBufferPointer(rebasing: block[..<count])
        ring.give(bytes)
        // The block stays as it is until both have read it: the next ones are filled meanwhile.
        try digest.add(bytes)
        if let path = file.target {
            try write(bytes, to: target, path)
            begin_writing(target, Int64(length), Int64(count))
        }
        length += count
        guard length <= Int(before.st_size) else { break }
    }
    guard length == Int(before.st_size), isUnchanged(source, since: before) else {
        throw FileFailure(.read, file.source, errno: ESTALE)
    }
    return try digest.finish()
}

private func write(_ bytes: UnsafeRawBufferPointer, to target: Int32, _ path: String) throws {
    var written = 0
    while written < bytes.count {
        let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
        let count = Glibc.write(target, rest.baseAddress, rest.count)
        if count < 0, errno != EINTR { throw FileFailure(.write, path) }
        written += max(0, count)
    }
}
