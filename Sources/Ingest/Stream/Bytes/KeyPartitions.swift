/// The hash of an identifier or name with the place of its row, one for each row read.
struct RowKey {
    var hash: UInt64
    /// See `RowPosition`.
    var position: UInt64
}

/// Keys put apart by their highest bits as they come, so that equal ones lie together and each part is looked
/// through within the processor's cache.
final class KeyPartitions {
    static let count = 256
    private static let chunkSize = 2048

    private var chunks: [[UnsafeMutablePointer<RowKey>]]
    private let next: UnsafeMutablePointer<UnsafeMutablePointer<RowKey>>
    private let ends: UnsafeMutablePointer<UnsafeMutablePointer<RowKey>>
    /// A chunk that is always full, before a part has its first.
    private let nothing = UnsafeMutablePointer<RowKey>.allocate(capacity: 1)

    init() {
        chunks = Array(repeating: [], count: Self.count)
        next = .allocate(capacity: Self.count)
        ends = .allocate(capacity: Self.count)
        next.initialize(repeating: nothing, count: Self.count)
        ends.initialize(repeating: nothing, count: Self.count)
    }

    deinit {
        for part in chunks { for chunk in part { chunk.deallocate() } }
        next.deallocate()
        ends.deallocate()
        nothing.deallocate()
    }

    @inline(__always)
    func append(_ hash: UInt64, at position: UInt64) {
        let part = Int(truncatingIfNeeded: hash &>> 56)
        if next[part] == ends[part] { addChunk(to: part) }
        next[part].initialize(to: RowKey(hash: hash, position: position))
        next[part] += 1
    }

    @inline(never)
    private func addChunk(to part: Int) {
        let chunk = UnsafeMutablePointer<RowKey>.allocate(capacity: Self.chunkSize)
        chunks[part].append(chunk)
        next[part] = chunk
        ends[part] = chunk + Self.chunkSize
    }

    /// Calls `body` with the keys of a part, a stretch at a time.
    func forEachStretch(of part: Int, _ body: (UnsafeBufferPointer<RowKey>) -> Void) {
        for (index, chunk) in chunks[part].enumerated() {
            let isLast = index == chunks[part].count - 1
            let count = isLast ? next[part] - chunk : Self.chunkSize
            body(UnsafeBufferPointer(start: chunk, count: count))
        }
    }
}
