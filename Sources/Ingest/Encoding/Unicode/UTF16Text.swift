/// UTF-16 made UTF-8.
enum UTF16Text {
    /// The order of bytes, told by a mark or by where the zeros stand; `nil` when it is no UTF-16.
    static func order(of bytes: [UInt8]) -> (isBigEndian: Bool, hasMark: Bool)? {
        if bytes.starts(with: [0xFF, 0xFE]) { return (false, true) }
        if bytes.starts(with: [0xFE, 0xFF]) { return (true, true) }
        // Letters of ASCII, blanks and line ends have a zero each, always on the same side.
        let sample = bytes.prefix(64 * 1024)
        var zeros = [0, 0]
        for (index, byte) in sample.enumerated() where byte == 0 { zeros[index % 2] += 1 }
        let units = sample.count / 2
        // Half a letter is left of a file that was cut off, hardly of a few bytes.
        guard units > 1, bytes.count % 2 == 0 || units > 32, let most = zeros.max(),
            most * 10 >= units,
            let least = zeros.min(), least * 20 <= most
        else { return nil }
        let isBigEndian = zeros[0] > zeros[1]
        guard areSignsWide(sample, isBigEndian: isBigEndian) else { return nil }
        return (isBigEndian, false)
    }

    /// Whether what looks like a blank, a delimiter or a line end is a whole unit nearly everywhere; a zero
    /// that strayed into other text does not make it so.
    private static func areSignsWide(_ sample: ArraySlice<UInt8>, isBigEndian: Bool) -> Bool {
        var signs = 0
        var wide = 0
        for (index, byte) in sample.enumerated() {
            switch byte {
            case Byte.blank, Byte.tab, Byte.lineFeed, Byte.carriageReturn, UInt8(ascii: ","),
                UInt8(ascii: ";"):
                signs += 1
                let other = sample.startIndex + (index ^ 1)
                let isLow = index % 2 == (isBigEndian ? 1 : 0)
                if isLow, other < sample.endIndex, sample[other] == 0 { wide += 1 }
            default: break
            }
        }
        return wide * 4 >= signs * 3
    }

    /// The text without its mark, U+FFFD for halves of letters; the offset of the first of those in the
    /// text, and how many there are.
    static func decode(
        _ bytes: [UInt8],
        isBigEndian: Bool
    ) -> (text: [UInt8], firstInvalid: Int?, invalidCount: Int) {
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var firstInvalid: Int?
        var invalidCount = 0
        func invalid() {
            if firstInvalid == nil { firstInvalid = text.count }
            invalidCount += 1
            text.append(contentsOf: [0xEF, 0xBF, 0xBD])
        }
        bytes.withUnsafeBytes { raw in
            let end = raw.count / 2 * 2
            func unit(_ position: Int) -> UInt32 {
                let unit = raw.loadUnaligned(fromByteOffset: position, as: UInt16.self)
                return UInt32(isBigEndian ? UInt16(bigEndian: unit) : UInt16(littleEndian: unit))
            }
            var position = end > 0 && unit(0) == 0xFEFF ? 2 : 0
            while position < end {
                let value = unit(position)
                position += 2
                switch value {
                case 0..<0x80: text.append(UInt8(truncatingIfNeeded: value))
                case 0x80..<0x800:
                    text.append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
                    text.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
                case 0xD800..<0xDC00:
                    guard position < end, case let low = unit(position), low >> 10 == 0x37 else {
                        invalid()
                        continue
                    }
                    position += 2
                    let scalar = 0x10000 + (value & 0x3FF) << 10 + (low & 0x3FF)
                    text.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
                    text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
                    text.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
                    text.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
                case 0xDC00..<0xE000: invalid()
                default:
                    text.append(UInt8(truncatingIfNeeded: 0xE0 | value >> 12))
                    text.append(UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F))
                    text.append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
                }
            }
            if raw.count % 2 == 1 { invalid() }
        }
        return (text, firstInvalid, invalidCount)
    }
}
