import CByteMarks

/// What the cells of a column stand for, by their bytes as written.
///
/// A spelling is resolved once, by the reader of single cells, and is found here from then on. A multiplier
/// puts each short spelling into a place of its own; those for which none is found, and long ones, are looked up
/// in a dictionary.
final class CodeCache {
    /// The cell is not one of these: it goes to the reader of single cells each time.
    static let unusual: Int32 = -2
    /// Nothing stands in the cell.
    static let missing: Int32 = -1

    private var table = code_table(
        entries: CodeCache.places(6),
        multiplier: 0x9E37_79B9_7F4A_7C15,
        shift: 64 - 6
    )
    private var short: [code_entry] = []
    private var isFull = false
    /// Spellings without a place of their own; `nil` where resolving them is as quick as looking them up.
    private var others: [[UInt8]: Int32]?

    /// For more spellings no table without collisions would be found.
    private static let limit = 160
    private static let otherLimit = 4096
    private static let bits = 6...12
    private static let attempts = 32

    init(keepsAll: Bool = true) {
        others = keepsAll ? [:] : nil
    }

    deinit { table.entries.deallocate() }

    private static func places(_ bits: Int) -> UnsafeMutablePointer<code_entry> {
        let entries = UnsafeMutablePointer<code_entry>.allocate(capacity: 1 << bits)
        entries.initialize(repeating: code_entry(), count: 1 << bits)
        return entries
    }

    /// Puts the value of each cell of a column; `resolve` finds those of new spellings.
    func values(
        _ column: inout cell_column,
        to values: UnsafeMutablePointer<Int32>,
        resolve: (Range<Int>) -> Int32
    ) {
        column_codes(&column, &table, values)
        for row in 0..<Int(column.row_count) where values[row] == Int32.min {
            let cell = column.cell(row)
            values[row] = value(column.bytes + cell.lowerBound, cell.count) { resolve(cell) }
        }
    }

    private func value(
        _ start: UnsafePointer<UInt8>,
        _ length: Int,
        resolve: () -> Int32
    ) -> Int32 {
        if let known = lookUp(start, length) { return known }
        let isShort = length <= Int(CODE_LONGEST) && short.count < Self.limit && !isFull
        guard isShort || others != nil else { return resolve() }
        let spelling = Array(UnsafeBufferPointer(start: start, count: length))
        if let known = others?[spelling] { return known }
        let value = resolve()
        if isShort, remember(start, length, value) { return value }
        if let count = others?.count, count < Self.otherLimit { others?[spelling] = value }
        return value
    }

    private func lookUp(_ start: UnsafePointer<UInt8>, _ length: Int) -> Int32? {
        guard length <= Int(CODE_LONGEST) else { return nil }
        let spelling = code_spelling_of(start, Int64(length))
        let entry = table.entries[Int(code_place_of(&table, spelling))]
        return entry.isSpelled(as: spelling) ? entry.value : nil
    }

    /// False when no place was found for it.
    private func remember(
        _ start: UnsafePointer<UInt8>,
        _ length: Int,
        _ value: Int32
    ) -> Bool {
        var entry = code_spelling_of(start, Int64(length))
        entry.value = value
        let place = Int(code_place_of(&table, entry))
        short.append(entry)
        if table.entries[place].length == 0, table.placeCount >= 4 * short.count {
            table.entries[place] = entry
            return true
        }
        if placeAll() { return true }
        short.removeLast()
        // Those before it had a table, which is found again; it stays as it is from now on.
        isFull = true
        _ = placeAll()
        return false
    }

    /// Finds a table in which no two spellings want one place; false when there is none.
    private func placeAll() -> Bool {
        for bits in Self.bits where 1 << bits >= 4 * short.count {
            table.entries.deallocate()
            table.entries = Self.places(bits)
            table.shift = UInt64(64 - bits)
            for attempt in 0..<Self.attempts {
                // Odd numbers far from each other.
                table.multiplier = (0x9E37_79B9_7F4A_7C15 &* UInt64(2 * attempt + 1)) | 1
                if hasOwnPlaces() { return true }
                table.entries.update(repeating: code_entry(), count: 1 << bits)
            }
        }
        return false
    }

    private func hasOwnPlaces() -> Bool {
        for entry in short {
            let place = Int(code_place_of(&table, entry))
            guard table.entries[place].length == 0 else { return false }
            table.entries[place] = entry
        }
        return true
    }
}

extension code_table {
    fileprivate var placeCount: Int { 1 << Int(64 - shift) }
}

extension code_entry {
    fileprivate func isSpelled(as other: code_entry) -> Bool {
        first == other.first && second == other.second && length == other.length
    }
}
