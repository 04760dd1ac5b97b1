/// A single-byte code page: what each byte means, as UTF-8 ready to be written.
///
/// A value has the letter's bytes in its low 24 bits, the first lowest, and their number in the high 8; 0
/// where the code page has nothing.
struct CodePage: Sendable {
    var letters: [UInt32]

    /// `high` has a scalar for each of 0x80…0xFF, U+FFFD where there is none; `low` replaces controls.
    init(high: String, low: [UInt8: Unicode.Scalar] = [:]) {
        var letters: [UInt32] = (0..<128).map { 1 << 24 | $0 }
        letters += high.unicodeScalars.prefix(128).map(Self.packed)
        letters += Array(repeating: 0, count: 256 - letters.count)
        for (byte, scalar) in low { letters[Int(byte)] = Self.packed(scalar) }
        self.letters = letters
    }

    static func packed(_ scalar: Unicode.Scalar) -> UInt32 {
        guard scalar != "\u{FFFD}", let units = UTF8.encode(scalar) else { return 0 }
        var value: UInt32 = 0
        var count: UInt32 = 0
        for unit in units {
            value |= UInt32(unit) << (8 * count)
            count += 1
        }
        return value | count << 24
    }

    /// Appends what the bytes mean, U+FFFD for bytes that mean nothing; returns the offset of the first of
    /// those.
    @discardableResult
    func decode(_ bytes: some Collection<UInt8>, into text: inout [UInt8]) -> Int? {
        var firstUndefined: Int?
        var offset = 0
        for byte in bytes {
            let letter = letters[Int(byte)]
            switch letter >> 24 {
            case 1: text.append(UInt8(truncatingIfNeeded: letter))
            case 0:
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                if firstUndefined == nil { firstUndefined = offset }
            case let count:
                text.append(UInt8(truncatingIfNeeded: letter))
                text.append(UInt8(truncatingIfNeeded: letter >> 8))
                if count == 3 { text.append(UInt8(truncatingIfNeeded: letter >> 16)) }
            }
            offset += 1
        }
        return firstUndefined
    }
}
