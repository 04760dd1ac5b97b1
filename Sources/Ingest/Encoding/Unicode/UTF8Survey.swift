/// One look at every byte of a text that may be UTF-8.
struct UTF8Survey {
    /// Offset of the first byte beyond ASCII; the length of the text when there is none.
    private(set) var firstHighByte: Int
    private(set) var firstInvalidByte: Int?
    private(set) var invalidCount = 0
    /// Places where bytes are invalid; neighbours count once.
    private(set) var invalidPlaceCount = 0
    /// Letters of two bytes or more.
    private(set) var longLetterCount = 0
    /// Whether some letter may be another one in Unicode's form NFC.
    private(set) var mayNeedComposing = false
    private(set) var hasQuestionMark = false
    private(set) var hasZero = false
    /// Offset of the first U+FFFD, which stands for a letter that a program could not read.
    private(set) var firstReplacement: Int?
    private(set) var replacementCount = 0

    var isASCII: Bool { longLetterCount == 0 && invalidCount == 0 }
    var isValid: Bool { invalidCount == 0 }

    init(_ bytes: [UInt8]) {
        firstHighByte = bytes.count
        bytes.withUnsafeBytes { look(at: $0) }
    }

    private mutating func look(at bytes: UnsafeRawBufferPointer) {
        let highBits: UInt64 = 0x8080_8080_8080_8080
        let ones: UInt64 = 0x0101_0101_0101_0101
        let questions = ones &* 0x3F
        let count = bytes.count
        var position = 0
        var signs: UInt64 = 0
        var zeros: UInt64 = 0
        var invalidEnd = -1
        while position < count {
            if position + 8 <= count {
                let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
                let high = word & highBits
                if high == 0 {
                    let marked = word ^ questions
                    signs |= (marked &- ones) & ~marked & highBits
                    zeros |= (word &- ones) & ~word & highBits
                    position += 8
                    continue
                }
                // The ASCII letters before the first other one.
                let end = position + high.trailingZeroBitCount / 8
                while position < end { look(atASCII: bytes[position], &position) }
            } else if bytes[position] < 0x80 {
                look(atASCII: bytes[position], &position)
                continue
            }
            if firstHighByte == count { firstHighByte = position }
            let length = Self.length(in: bytes, at: position)
            if length > 0 {
                note(bytes, position, length)
                position += length
            } else {
                if firstInvalidByte == nil { firstInvalidByte = position }
                if invalidEnd != position { invalidPlaceCount += 1 }
                invalidCount += 1
                position += 1
                invalidEnd = position
            }
        }
        hasQuestionMark = hasQuestionMark || signs != 0
        hasZero = hasZero || zeros != 0
    }

    @inline(__always)
    private mutating func look(atASCII byte: UInt8, _ position: inout Int) {
        if byte == 0x3F { hasQuestionMark = true }
        if byte == 0 { hasZero = true }
        position += 1
    }

    @inline(__always)
    private mutating func note(_ bytes: UnsafeRawBufferPointer, _ position: Int, _ length: Int) {
        longLetterCount += 1
        if !NormalForm.isStable(bytes, position, length) {
            mayNeedComposing = true
        } else if bytes[position] == 0xEF, bytes[position + 1] == 0xBF,
            bytes[position + 2] == 0xBD
        {
            if firstReplacement == nil { firstReplacement = position }
            replacementCount += 1
        }
    }

    /// Length of the letter that begins here, 0 when its bytes are not UTF-8 (Unicode, table 3-7).
    @inline(__always)
    static func length(in bytes: UnsafeRawBufferPointer, at position: Int) -> Int {
        let left = bytes.count - position
        let first = bytes[position]
        switch first {
        case 0..<0x80: return 1
        case 0xC2...0xDF:
            return left > 1 && isTrailing(bytes[position + 1]) ? 2 : 0
        case 0xE0...0xEF:
            guard left > 2, isTrailing(bytes[position + 2]) else { return 0 }
            let low: UInt8 = first == 0xE0 ? 0xA0 : 0x80
            let high: UInt8 = first == 0xED ? 0x9F : 0xBF
            return bytes[position + 1] >= low && bytes[position + 1] <= high ? 3 : 0
        case 0xF0...0xF4:
            guard left > 3, isTrailing(bytes[position + 2]), isTrailing(bytes[position + 3])
            else { return 0 }
            let low: UInt8 = first == 0xF0 ? 0x90 : 0x80
            let high: UInt8 = first == 0xF4 ? 0x8F : 0xBF
            return bytes[position + 1] >= low && bytes[position + 1] <= high ? 4 : 0
        default: return 0
        }
    }

    @inline(__always)
    private static func isTrailing(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}

/// The text with U+FFFD for each byte that is not UTF-8.
func utf8Replacing(invalidBytesOf bytes: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count + 16)
    bytes.withUnsafeBytes { raw in
        var position = 0
        var copied = 0
        while position < raw.count {
            let length = UTF8Survey.length(in: raw, at: position)
            if length == 0 {
                text.append(contentsOf: raw[copied..<position])
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                copied = position + 1
            }
            position += max(1, length)
        }
        text.append(contentsOf: raw[copied...])
    }
    return text
}
