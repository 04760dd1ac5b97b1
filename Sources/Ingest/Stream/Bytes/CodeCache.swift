/// What the cells of a column of codes name, by their bytes as written.
///
/// A spelling is resolved once, by the reader of single cells, and is found here from then on. Open
/// addressing over powers of two; a file with ever new spellings stops being remembered.
struct CodeCache {
    /// The cell is not one of these: it goes to the reader of single cells each time.
    static let unusual: Int32 = -2
    /// Nothing stands in the cell.
    static let missing: Int32 = -1

    private struct Entry {
        var first: UInt64 = 0
        var second: UInt64 = 0
        /// 0 for a free place.
        var length: Int32 = 0
        var value: Int32 = 0
    }

    private var entries = [Entry](repeating: Entry(), count: 64)
    private var count = 0

    private static let longest = 16
    private static let limit = 4096

    /// The value of the cell; `resolve` finds it the first time.
    @inline(__always)
    mutating func value(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        resolve: (_ start: Int, _ end: Int) -> Int32
    ) -> Int32 {
        let length = end &- start
        guard length > 0 else { return Self.missing }
        guard length <= Self.longest else { return resolve(start, end) }
        var first = ByteWord.load(bytes, start)
        var second: UInt64 = 0
        if length < 8 {
            first &= (1 as UInt64) &<< UInt64(8 &* length) &- 1
        } else if length > 8 {
            second = ByteWord.load(bytes, end &- 8)
        }
        let hash = ByteWord.mixed(first ^ UInt64(length), second)
        let found = entries.withUnsafeBufferPointer { table -> Int32? in
            var place = Int(truncatingIfNeeded: hash) & (table.count &- 1)
            while table[place].length != 0 {
                let entry = table[place]
                if entry.first == first, entry.second == second, entry.length == length {
                    return entry.value
                }
                place = (place &+ 1) & (table.count &- 1)
            }
            return nil
        }
        if let found { return found }
        let value = resolve(start, end)
        insert(Entry(first: first, second: second, length: Int32(length), value: value))
        return value
    }

    private mutating func insert(_ entry: Entry) {
        guard count < Self.limit else { return }
        if count * 2 >= entries.count {
            let old = entries
            entries = [Entry](repeating: Entry(), count: old.count * 2)
            for entry in old where entry.length != 0 { place(entry) }
        }
        place(entry)
        count += 1
    }

    private mutating func place(_ entry: Entry) {
        let hash = ByteWord.mixed(entry.first ^ UInt64(entry.length), entry.second)
        var place = Int(truncatingIfNeeded: hash) & (entries.count - 1)
        while entries[place].length != 0 { place = (place + 1) & (entries.count - 1) }
        entries[place] = entry
    }
}
