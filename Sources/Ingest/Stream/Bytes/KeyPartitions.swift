/// Hashes of identifiers or names, put apart by their highest bits as they come, so that equal ones lie together
/// and each part is looked through within the processor's cache.
///
/// A key is the 32 bits below those by which it was put into its part. Where its row stands is told by the order
/// of the keys and how many of them each block gave; only rows that were read one by one have their positions kept.
final class KeyPartitions {
    static let count = 256
    static let partBits: UInt64 = 8
    private static let smallest = 64
    private static let largest = 8192

    private struct Chunk {
        var keys: UnsafeMutablePointer<UInt32>
        var capacity: Int
    }

    private let pool: KeyPool
    private var chunks: [[Chunk]]
    private let next: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>>
    private let ends: UnsafeMutablePointer<UnsafeMutablePointer<UInt32>>
    /// For each part the keys in its chunks, the free places of the last one with them.
    private let room: UnsafeMutablePointer<Int>
    /// Stands for the chunk of a part that has none yet: it is full.
    private let nothing = UnsafeMutablePointer<UInt32>.allocate(capacity: 1)
    private var places: KeyPlaces

    init(_ memory: LargeMemory, places: KeyPlaces) {
        self.places = places
        pool = KeyPool(memory)
        chunks = Array(repeating: [], count: Self.count)
        next = .allocate(capacity: Self.count)
        ends = .allocate(capacity: Self.count)
        room = .allocate(capacity: Self.count)
        room.initialize(repeating: 0, count: Self.count)
        next.initialize(repeating: nothing, count: Self.count)
        ends.initialize(repeating: nothing, count: Self.count)
    }

    deinit {
        next.deallocate()
        ends.deallocate()
        room.deallocate()
        nothing.deallocate()
    }

    /// The part of a hash.
    @inline(__always)
    static func part(of hash: UInt64) -> Int {
        Int(truncatingIfNeeded: hash &>> (64 &- partBits))
    }

    /// The bits of a hash by which keys are compared: its part and its key.
    @inline(__always)
    static func compared(_ hash: UInt64) -> UInt64 { hash &>> (32 &- partBits) }

    /// Adds the key of a row of the block that is being read.
    @inline(__always)
    func append(_ hash: UInt64) {
        let part = Self.part(of: hash)
        if next[part] == ends[part] { addChunk(to: part) }
        next[part].initialize(to: UInt32(truncatingIfNeeded: Self.compared(hash)))
        next[part] += 1
    }

    /// Adds the key of a row that was read by itself.
    func append(_ hash: UInt64, at position: RowPosition) {
        append(hash)
        places.note(position, inPart: Self.part(of: hash))
    }

    /// Tells that a block's rows have given their keys.
    func endBlock(_ block: Block) {
        places.end(block) { part in room[part] - (ends[part] - next[part]) }
    }

    /// Where the row stands that gave a part's key of this number.
    func place(ofKey index: Int, inPart part: Int) -> KeyPlace {
        places.place(ofKey: index, inPart: part)
    }

    @inline(never)
    private func addChunk(to part: Int) {
        let last = chunks[part].last?.capacity ?? Self.smallest / 4
        let capacity = min(last * 4, Self.largest)
        let keys = pool.keys(capacity)
        chunks[part].append(Chunk(keys: keys, capacity: capacity))
        room[part] += capacity
        next[part] = keys
        ends[part] = keys + capacity
    }

    /// Calls `body` with the keys of a part, a stretch at a time.
    func forEachStretch(of part: Int, _ body: (UnsafeBufferPointer<UInt32>) -> Void) {
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

    func keys(_ count: Int) -> UnsafeMutablePointer<UInt32> {
        let size = count * MemoryLayout<UInt32>.stride
        if free < size {
            // The first pieces are small: most runs need no more.
            let next = min(Self.largest, max(1 << 18, (pieces.last?.size ?? 0) * 4))
            pieces.append((memory.take(next), next))
            free = next
        }
        defer { free -= size }
        let last = pieces[pieces.count - 1]
        return (last.start + (last.size - free)).bindMemory(to: UInt32.self, capacity: count)
    }
}
