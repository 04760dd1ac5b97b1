/// The hash of an identifier or name with the place of its row in eight bytes, one for each row read.
struct RowKey {
    let bits: UInt64
}

/// Keys put apart by the highest bits of their hashes as they come, so that equal ones lie together and each
/// part is looked through within the processor's cache.
///
/// A key's lower bits are the position; above them is as much of the hash as has room, without the bits by which
/// it was put into its part.
final class KeyPartitions {
    static let count = 256
    private static let partBits: UInt64 = 8
    private static let smallest = 64
    private static let largest = 4096

    private struct Chunk {
        var keys: UnsafeMutablePointer<RowKey>
        var capacity: Int
    }

    private let space: KeySpace
    private let pool: KeyPool
    private var chunks: [[Chunk]]
    private let next: UnsafeMutablePointer<UnsafeMutablePointer<RowKey>>
    private let ends: UnsafeMutablePointer<UnsafeMutablePointer<RowKey>>
    /// Stands for the chunk of a part that has none yet: it is full.
    private let nothing = UnsafeMutablePointer<RowKey>.allocate(capacity: 1)

    init(_ space: KeySpace) {
        self.space = space
        pool = KeyPool(space.memory)
        chunks = Array(repeating: [], count: Self.count)
        next = .allocate(capacity: Self.count)
        ends = .allocate(capacity: Self.count)
        next.initialize(repeating: nothing, count: Self.count)
        ends.initialize(repeating: nothing, count: Self.count)
    }

    deinit {
        next.deallocate()
        ends.deallocate()
        nothing.deallocate()
    }

    @inline(__always)
    func append(_ hash: UInt64, at position: RowPosition) {
        let part = Int(truncatingIfNeeded: hash &>> (64 &- Self.partBits))
        if next[part] == ends[part] { addChunk(to: part) }
        let above = (hash &<< Self.partBits) & ~space.positionMask
        next[part].initialize(to: RowKey(bits: above | position.value))
        next[part] += 1
    }

    @inline(never)
    private func addChunk(to part: Int) {
        let last = chunks[part].last?.capacity ?? Self.smallest / 4
        let capacity = min(last * 4, Self.largest)
        let keys = pool.keys(capacity)
        chunks[part].append(Chunk(keys: keys, capacity: capacity))
        next[part] = keys
        ends[part] = keys + capacity
    }

    /// Calls `body` with the keys of a part, a stretch at a time.
    func forEachStretch(of part: Int, _ body: (UnsafeBufferPointer<RowKey>) -> Void) {
        for (index, chunk) in chunks[part].enumerated() {
            let isLast = index == chunks[part].count - 1
            let count = isLast ? next[part] - chunk.keys : chunk.capacity
            body(UnsafeBufferPointer(start: chunk.keys, count: count))
        }
    }
}

/// Memory for keys in large pieces, given back all at once.
private final class KeyPool {
    private let memory: LargeMemory
    private var pieces: [(start: UnsafeMutableRawPointer, size: Int)] = []
    private var free = 0

    private static let largest = 16 << 20

    init(_ memory: LargeMemory) { self.memory = memory }

    deinit {
        for piece in pieces { memory.release(piece.start, piece.size) }
    }

    func keys(_ count: Int) -> UnsafeMutablePointer<RowKey> {
        let size = count * MemoryLayout<RowKey>.stride
        if free < size {
            // The first pieces are small: most runs need no more.
            let next = min(Self.largest, max(1 << 18, (pieces.last?.size ?? 0) * 4))
            pieces.append((memory.take(next), next))
            free = next
        }
        defer { free -= size }
        let last = pieces[pieces.count - 1]
        return (last.start + (last.size - free)).bindMemory(to: RowKey.self, capacity: count)
    }
}
