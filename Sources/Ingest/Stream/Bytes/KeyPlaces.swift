/// Where the row of a key stands.
enum KeyPlace {
    case row(RowPosition)
    /// Somewhere in this block of the table's file.
    case block(Block)
}

/// The places of a table's keys, part by part in their order.
struct KeyPlaces {
    /// For each part the positions of its keys; empty when blocks tell them.
    private var rows: [[RowPosition]] = []
    private var blocks: [Block] = []
    /// Block by block, how many keys each part has up to its end; in stretches of so many blocks, which need not
    /// move as they become more.
    private var counts: [[UInt32]] = []
    private static let stretch = 64

    private init() {}

    /// Of rows that are read one by one.
    static var ofRows: KeyPlaces {
        var places = KeyPlaces()
        places.rows = Array(repeating: [], count: KeyPartitions.count)
        return places
    }

    /// Of rows that are read block by block.
    static var ofBlocks: KeyPlaces { KeyPlaces() }

    mutating func note(_ position: RowPosition, inPart part: Int) {
        rows[part].append(position)
    }

    mutating func end(_ block: Block, _ keyCount: (_ part: Int) -> Int) {
        if blocks.count % Self.stretch == 0 {
            counts.append([])
            counts[counts.count - 1].reserveCapacity(Self.stretch * KeyPartitions.count)
        }
        blocks.append(block)
        for part in 0..<KeyPartitions.count {
            counts[counts.count - 1].append(UInt32(truncatingIfNeeded: keyCount(part)))
        }
    }

    func place(ofKey index: Int, inPart part: Int) -> KeyPlace {
        guard rows.isEmpty else { return .row(rows[part][index]) }
        // The first block up to whose end there are more keys.
        var (low, high) = (0, blocks.count - 1)
        while low < high {
            let middle = (low + high) / 2
            if count(upToEndOf: middle, inPart: part) > index {
                high = middle
            } else {
                low = middle + 1
            }
        }
        return .block(blocks[low])
    }

    private func count(upToEndOf block: Int, inPart part: Int) -> Int {
        Int(counts[block / Self.stretch][block % Self.stretch * KeyPartitions.count + part])
    }
}
