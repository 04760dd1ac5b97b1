/// Eight bytes of a text as one number, the first byte lowest, and what is asked of all eight at once.
enum ByteWord {
    static let ones: UInt64 = 0x0101_0101_0101_0101
    static let highBits: UInt64 = 0x8080_8080_8080_8080

    /// The eight bytes from `offset`; those behind the end of a text must be readable.
    @inline(__always)
    static func load(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> UInt64 {
        UInt64(
            littleEndian: UnsafeRawPointer(bytes + offset).loadUnaligned(as: UInt64.self)
        )
    }

    /// The high bit of each byte that is `value`, exactly.
    @inline(__always)
    static func marks(of value: UInt8, in word: UInt64) -> UInt64 {
        let other = word ^ (ones &* UInt64(value))
        let low = (other & ~highBits) &+ ~highBits
        return ~(low | other | ~highBits)
    }

    /// Whether any byte is below `bound`, which is at most 128.
    @inline(__always)
    static func hasByte(below bound: UInt8, in word: UInt64) -> Bool {
        (word &- ones &* UInt64(bound)) & ~word & highBits != 0
    }

    /// ASCII capitals as small letters; only for words without a high bit.
    @inline(__always)
    static func lowercased(_ word: UInt64) -> UInt64 {
        let fromA = word &+ ones &* UInt64(0x80 - 0x41)
        let afterZ = word &+ ones &* UInt64(0x80 - 0x5B)
        return word | ((fromA ^ afterZ) & highBits) >> 2
    }

    /// The number that eight ASCII digits write; `nil` when one is no digit.
    @inline(__always)
    static func number(_ word: UInt64) -> Int64? {
        let digits = word ^ (ones &* 0x30)
        guard (digits | (digits &+ ones &* 6)) & (ones &* 0xF0) == 0 else { return nil }
        let pairs = digits &* 10 &+ digits >> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* (100 + 1_000_000 << 32)
        let high = ((pairs >> 16) & 0x0000_00FF_0000_00FF) &* (1 + 10_000 << 32)
        return Int64(truncatingIfNeeded: (low &+ high) >> 32)
    }

    /// Mixes a word into a hash.
    @inline(__always)
    static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
        return product.high ^ product.low
    }
}
