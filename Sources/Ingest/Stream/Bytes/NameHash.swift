/// Hashes of identifiers and names that are equal whenever the folded names are equal.
///
/// `foldedName` ignores case, blanks, composition and the place of tone marks. To fold ten million names
/// takes too long; these hashes ignore the same things, and a few more, on the bytes as they are. Equal
/// hashes are only a suspicion, which is then looked into exactly.
enum NameHash {
    /// The hash of an identifier of plain ASCII; `nil` for another, which has `identifier(folded:)`.
    @inline(__always)
    static func identifier(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> UInt64? {
        guard start < end else { return nil }
        var hash = UInt64(truncatingIfNeeded: end &- start)
        var offset = start
        while offset < end {
            var word = ByteWord.load(bytes, offset)
            if end &- offset < 8 {
                // A digit instead of what stands behind the end; the length tells them apart.
                let inside = (1 as UInt64) &<< UInt64(8 &* (end &- offset)) &- 1
                word = word & inside | (ByteWord.ones &* 0x30) & ~inside
            }
            guard word & ByteWord.highBits == 0, !ByteWord.hasByte(below: 0x21, in: word),
                ByteWord.marks(of: 0x7F, in: word) == 0,
                // Two that Unicode has twice.
                ByteWord.marks(of: 0x3B, in: word) == 0, ByteWord.marks(of: 0x60, in: word) == 0
            else { return nil }
            hash = ByteWord.mixed(hash, ByteWord.lowercased(word))
            offset &+= 8
        }
        return ByteWord.mixed(hash, 1)
    }

    /// The hash of any folded identifier.
    static func identifier(folded text: String) -> UInt64 {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B && $0 != 0x60 }
        guard isPlain else { return UInt64(truncatingIfNeeded: text.hashValue) }
        let bytes = Array(text.utf8) + [UInt8](repeating: 0, count: 8)
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.flatMap { identifier($0, 0, buffer.count - 8) } ?? 0
        }
    }

    /// The hash of a name in a unit from what `NameSums` found.
    @inline(__always)
    static func name(_ sums: NameSums, unit: Int) -> UInt64 {
        ByteWord.mixed(
            ByteWord.mixed(sums.letters, sums.digits),
            UInt64(truncatingIfNeeded: unit &+ 1)
        )
    }
}
