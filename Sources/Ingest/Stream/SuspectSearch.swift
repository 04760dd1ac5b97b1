/// Finds the keys that another row has too.
struct SuspectSearch {
    /// Several tables of the same keys, such as each worker's.
    let tables: [KeyPartitions]

    /// A key that came more than once.
    struct Suspect {
        /// The index of its table.
        var table: Int
        var place: KeyPlace
    }

    /// Rows with equal keys.
    struct Group {
        /// `KeyPartitions.compared` of their hashes.
        var compared: UInt64
        var suspects: [Suspect]
    }

    /// All groups of at least two.
    func groups(_ workers: Workers) -> [Group] {
        // Parts are shared out by their number: each worker takes every second, third, …
        let search = Shared(search: self)
        let found = workers.map { worker in
            let filter = BitFilter()
            return stride(from: worker, to: KeyPartitions.count, by: workers.count).flatMap {
                search.search.groups(inPart: $0, filter)
            }
        }
        return found.flatMap { $0 }
    }

    // The tables are only read, and nobody adds to them any more.
    private struct Shared: @unchecked Sendable {
        let search: SuspectSearch
    }

    private struct Repeat {
        var key: UInt32
        var table: Int
        var index: Int
    }

    private func groups(inPart part: Int, _ filter: BitFilter) -> [Group] {
        filter.clear()
        var repeats = 0
        for table in tables {
            table.forEachStretch(of: part) { keys in
                for key in keys { repeats += filter.insert(key) }
            }
        }
        guard repeats > 0 else { return [] }
        var found: [Repeat] = []
        for (number, table) in tables.enumerated() {
            var first = 0
            table.forEachStretch(of: part) { keys in
                for (offset, key) in keys.enumerated() where filter.isRepeated(key) {
                    found.append(Repeat(key: key, table: number, index: first + offset))
                }
                first += keys.count
            }
        }
        found.sort { $0.key < $1.key }
        var groups: [Group] = []
        var start = 0
        while start < found.count {
            var end = start + 1
            while end < found.count, found[end].key == found[start].key { end += 1 }
            if end - start > 1 {
                groups.append(
                    Group(
                        compared: UInt64(part) << 32 | UInt64(found[start].key),
                        suspects: found[start..<end].map {
                            Suspect(
                                table: $0.table,
                                place: tables[$0.table].place(ofKey: $0.index, inPart: part)
                            )
                        }
                    )
                )
            }
            start = end
        }
        return groups
    }
}

/// Tells hashes that came once from those that may have come again, in a fixed space.
private struct BitFilter {
    private static let bitCount: UInt32 = 21
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
    func insert(_ key: UInt32) -> Int {
        let (word, mark) = Self.place(key)
        let old = seen.words[word]
        seen.words[word] = old | mark
        guard old & mark != 0 else { return 0 }
        repeated.words[word] |= mark
        return 1
    }

    @inline(__always)
    func isRepeated(_ key: UInt32) -> Bool {
        let (word, mark) = Self.place(key)
        return repeated.words[word] & mark != 0
    }

    @inline(__always)
    private static func place(_ key: UInt32) -> (word: Int, mark: UInt64) {
        let bit = key &>> (32 &- bitCount)
        return (Int(truncatingIfNeeded: bit &>> 6), 1 &<< UInt64(bit & 63))
    }
}
