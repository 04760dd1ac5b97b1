/// Finds the keys whose hash another row has too.
struct SuspectSearch {
    /// Several tables of the same keys, such as each worker's.
    let tables: [KeyPartitions]

    /// Positions of rows with equal hashes, group by group; a group's positions ascend.
    func groups(_ workers: Workers) -> [[RowPosition]] {
        // Parts are shared out by their number: each worker takes every second, third, …
        let search = Shared(search: self)
        let found = workers.map { worker in
            var filter = BitFilter()
            return stride(from: worker, to: KeyPartitions.count, by: workers.count).flatMap {
                search.search.groups(inPart: $0, &filter)
            }
        }
        return found.flatMap { $0 }.sorted { $0[0].bits < $1[0].bits }
    }

    // The tables are only read, and nobody adds to them any more.
    private struct Shared: @unchecked Sendable {
        let search: SuspectSearch
    }

    private func groups(inPart part: Int, _ filter: inout BitFilter) -> [[RowPosition]] {
        filter.clear()
        var repeats = 0
        for table in tables {
            table.forEachStretch(of: part) { keys in
                for key in keys { repeats += filter.insert(key.hash) }
            }
        }
        guard repeats > 0 else { return [] }
        var suspects: [RowKey] = []
        for table in tables {
            table.forEachStretch(of: part) { keys in
                for key in keys where filter.isRepeated(key.hash) { suspects.append(key) }
            }
        }
        suspects.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
        var groups: [[RowPosition]] = []
        var start = 0
        while start < suspects.count {
            var end = start + 1
            while end < suspects.count, suspects[end].hash == suspects[start].hash { end += 1 }
            if end - start > 1 {
                groups.append(suspects[start..<end].map { RowPosition(bits: $0.position) })
            }
            start = end
        }
        return groups
    }
}

/// Tells hashes that came once from those that may have come again, in a fixed space.
private struct BitFilter {
    private static let bitCount = 1 << 21
    private var seen = [UInt64](repeating: 0, count: bitCount / 64)
    private var repeated = [UInt64](repeating: 0, count: bitCount / 64)

    mutating func clear() {
        for index in seen.indices {
            seen[index] = 0
            repeated[index] = 0
        }
    }

    /// Notes a hash; 1 when one with the same bit came before.
    @inline(__always)
    mutating func insert(_ hash: UInt64) -> Int {
        let bit = Int(truncatingIfNeeded: hash & UInt64(Self.bitCount &- 1))
        let mark = (1 as UInt64) &<< UInt64(bit & 63)
        guard seen[bit &>> 6] & mark != 0 else {
            seen[bit &>> 6] |= mark
            return 0
        }
        repeated[bit &>> 6] |= mark
        return 1
    }

    @inline(__always)
    func isRepeated(_ hash: UInt64) -> Bool {
        let bit = Int(truncatingIfNeeded: hash & UInt64(Self.bitCount &- 1))
        return repeated[bit &>> 6] & (1 as UInt64) &<< UInt64(bit & 63) != 0
    }
}
