/// Where a row stands, in one number over all files: by its offset in a file that is streamed, by its number
/// in one that is read as a whole.
struct RowPosition: Hashable, Comparable {
    let value: UInt64

    static func < (left: RowPosition, right: RowPosition) -> Bool { left.value < right.value }
}

/// The positions of all rows of one period's files, and the memory for their keys.
struct KeySpace: Sendable {
    /// For each file its first position, and where the next would begin.
    private let starts: [UInt64]
    let memory: LargeMemory

    /// More rows than a workbook can have, whose file may be smaller than the number of its rows; no text has more
    /// rows than bytes.
    private static let mostRows: UInt64 = 1 << 24

    init(sizes: [Int], memory: LargeMemory) {
        var starts: [UInt64] = [0]
        for size in sizes {
            let room = max(UInt64(size), Self.mostRows) &+ 1
            starts.append(starts[starts.count - 1] &+ room)
        }
        self.starts = starts
        self.memory = memory
    }

    func position(ofFile file: Int, _ place: Int) -> RowPosition {
        RowPosition(value: starts[file] &+ UInt64(truncatingIfNeeded: place))
    }

    /// The offset in a file; `nil` for a position in another.
    func offset(of position: RowPosition, inFile file: Int) -> Int? {
        guard position.value >= starts[file], position.value < starts[file + 1] else { return nil }
        return Int(position.value - starts[file])
    }
}

/// Where memory for millions of keys comes from.
package struct LargeMemory: Sendable {
    let take: @Sendable (_ size: Int) -> UnsafeMutableRawPointer
    let release: @Sendable (_ start: UnsafeMutableRawPointer, _ size: Int) -> Void

    /// `take` gives aligned memory of a size, `release` gets it back.
    package init(
        take: @escaping @Sendable (_ size: Int) -> UnsafeMutableRawPointer,
        release: @escaping @Sendable (_ start: UnsafeMutableRawPointer, _ size: Int) -> Void
    ) {
        self.take = take
        self.release = release
    }

    /// The common heap.
    package static let heap = LargeMemory(
        take: { .allocate(byteCount: $0, alignment: 64) },
        release: { start, _ in start.deallocate() }
    )
}
