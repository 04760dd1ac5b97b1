/// A 128-bit fingerprint for the trailer's `/ID`: two multiplicative hashes over words of 8 bytes.
///
/// It names a document; it does not guard it. Hand-over is guarded by SHA-256 elsewhere.
enum ContentHash {
    static func hexadecimal(of bytes: [UInt8]) -> [UInt8] {
        var first: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(bytes.count)
        var second: UInt64 = 0x9E37_79B9_7F4A_7C15
        func take(_ word: UInt64) {
            first = (first ^ word) &* 0x0000_0100_0000_01B3
            first ^= first >> 29
            second = (second ^ (word &* 0xBF58_476D_1CE4_E5B9)) &* 0x94D0_49BB_1331_11EB
            second ^= second >> 31
        }
        bytes.withUnsafeBytes { buffer in
            let whole = buffer.count / 8 * 8
            for offset in stride(from: 0, to: whole, by: 8) {
                let word = buffer.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
                take(UInt64(littleEndian: word))
            }
            var rest: UInt64 = 0
            for offset in whole..<buffer.count { rest = rest << 8 | UInt64(buffer[offset]) }
            take(rest)
        }
        var out = PDFBytes()
        for word in [first, second] {
            for shift in stride(from: 56, through: 0, by: -8) {
                out.hex(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
            }
        }
        return out.bytes
    }
}
