import Archive
import Glibc

/// A content file with the digests it must have.
struct ContentFile: Sendable {
    /// Below the object's folder.
    var path: String
    var expected: [Expected]

    /// A digest, and the rule that is broken where it differs.
    struct Expected: Sendable, Hashable {
        var algorithm: DigestAlgorithm
        var digest: String
        var rule: StoreRule
    }
}

/// What reading a content file showed.
struct ContentResult: Sendable {
    var bytes = 0
    /// Why it could not be read.
    var failure: FileFailure?
    /// The digests that it has not.
    var broken: [ContentFile.Expected] = []
}

/// Reads each file once, several at the same time, and holds it against its digests.
func checkContent(_ files: [ContentFile], in folder: String) -> [ContentResult] {
    let results = ContentResults(files.count)
    inParallel(files.count) { index in
        results[index] = check(files[index], in: folder)
    }
    return results.all
}

// Each place is written by one thread alone and read when all have ended.
private final class ContentResults: @unchecked Sendable {
    private let storage: UnsafeMutableBufferPointer<ContentResult>

    init(_ count: Int) {
        storage = .allocate(capacity: count)
        storage.initialize(repeating: ContentResult())
    }

    deinit {
        storage.deinitialize()
        storage.deallocate()
    }

    var all: [ContentResult] { Array(storage) }

    subscript(index: Int) -> ContentResult {
        get { storage[index] }
        set { storage[index] = newValue }
    }
}

private func check(_ file: ContentFile, in folder: String) -> ContentResult {
    var result = ContentResult()
    let path = joined(folder, file.path)
    do {
        let algorithms = Set(file.expected.map(\.algorithm)).filter(\.isAtHand)
        let found = try digests(of: path, algorithms, &result.bytes)
        result.broken = file.expected.filter { expected in
            found[expected.algorithm].map { $0 != expected.digest } ?? false
        }
    } catch let failure as FileFailure {
        result.failure = failure
    } catch {
        result.failure = FileFailure(.read, path, errno: EIO)
    }
    return result
}

private func digests(
    of path: String,
    _ algorithms: Set<DigestAlgorithm>,
    _ length: inout Int
) throws -> [DigestAlgorithm: String] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard descriptor >= 0 else { throw FileFailure(.read, path) }
    defer { close(descriptor) }
    posix_fadvise(descriptor, 0, 0, Int32(POSIX_FADV_SEQUENTIAL))
    let streams = try algorithms.map { ($0, try DigestStream($0)) }
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 18, alignment: 4_096)
    defer { block.deallocate() }
    while true {
        let count = read(descriptor, block.baseAddress, block.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { throw FileFailure(.read, path) }
        if count == 0 { break }
        length += count
        for (_, stream) in streams {
            try stream.add(UnsafeRawBufferPointer(rebasing: block[..<count]))
        }
    }
    var found: [DigestAlgorithm: String] = [:]
    for (algorithm, stream) in streams { found[algorithm] = try stream.finish() }
    return found
}
