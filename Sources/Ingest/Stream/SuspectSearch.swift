/// Finds the keys whose hash another row has too.
struct SuspectSearch {
    /// Several tables of the same keys, such as each worker's.
    let tables: [KeyPartitions]
    let space: KeySpace

    /// Positions of rows with equal hashes, group by group; a group's positions ascend.
    func groups(_ workers: Workers) -> [[RowPosition]] {
        // Parts are shared out by their number: each worker takes every second, third, …
        let search = Shared(search: self)
        let found = workers.map { worker in
            let filter = BitFilter()
            return stride(from: worker, to: KeyPartitions.count, by: workers.count).flatMap {
                search.search.groups(inPart: $0, filter)
            }
        }
        return found.flatMap { $0 }.sorted { $0[0] < $1[0] }
    }

    // The tables are only read, and nobody adds to them any more.
    private struct Shared: @unchecked Sendable {
        let search: SuspectSearch
    }

    private func groups(inPart part: Int, _ filter: BitFilter) -> [[RowPosition]] {
        filter.clear()
        var repeats = 0
        for table in tables {
            table.forEachStretch(of: part) { keys in
                for key in keys { repeats += filter.insert(key) }
            }
        }
        guard repeats > 0 else { return [] }
        var suspects: [UInt64] = []
        for table in tables {
            table.forEachStretch(of: part) { keys in
                for key in keys where filter.isRepeated(key) { suspects.append(key.bits) }
            }
        }
        // By hash, then by position.
        suspects.sort()
        let mask = space.positionMask
        var groups: [[RowPosition]] = []
        var start = 0
        while start < suspects.count {
            var end = start + 1
            while end < suspects.count, (suspects[end] ^ suspects[start]) & ~mask == 0 { end += 1 }
            if end - start > 1 {
                groups.append(suspects[start..<end].map { RowPosition(value: $0 & mask) })
            }
            start = end
        }
        return groups
    }
}

/// Tells hashes that came once from those that may have come again, in a fixed space.
private struct BitFilter {
    // The upper bits of a key, which are of its hash whatever the files' size.
    private static let bitCount: UInt64 = 21
    private let seen = Bits(count: 1 << Self.bitCount)
    private let repeated = Bits(count: 1 << Self.bitCount)

    private final class Bits {
        let words: UnsafeMutablePointer<UInt64>
        let count: Int

        init(count: Int) {
            self.count = count / 64
            words = .allocate(capacity: self.count)
        }

        deinit { words.deallocate() }

        func clear() { words.update(repeating: 0, count: count) }
    }

    func clear() {
        seen.clear()
        repeated.clear()
    }

    /// Notes a hash; 1 when one with the same bit came before.
    @inline(__always)
    func insert(_ key: RowKey) -> Int {
        let (word, mark) = Self.place(key)
        let old = seen.words[word]
        seen.words[word] = old | mark
        guard old & mark != 0 else { return 0 }
        repeated.words[word] |= mark
        return 1
    }

    @inline(__always)
    func isRepeated(_ key: RowKey) -> Bool {
        let (word, mark) = Self.place(key)
        return repeated.words[word] & mark != 0
    }

    @inline(__always)
    private static func place(_ key: RowKey) -> (word: Int, mark: UInt64) {
        let bit = key.bits &>> (64 &- bitCount)
        return (Int(truncatingIfNeeded: bit &>> 6), 1 &<< (bit & 63))
    }
}
