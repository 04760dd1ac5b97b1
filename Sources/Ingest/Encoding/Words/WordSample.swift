/// Words with a letter beyond ASCII, each once, from a bounded part of a file.
struct WordSample {
    private(set) var words: [ArraySlice<UInt8>] = []
    private var seen: Set<ArraySlice<UInt8>> = []

    private static let wordLimit = 1000
    private static let longest = 64
    private static let headLength = 256 * 1024
    private static let windowLength = 32 * 1024

    /// Looks at the beginning, at the first byte beyond ASCII, and at places further on.
    ///
    /// `controlsAreLetters`: some code pages have capitals in the places of controls.
    init(_ bytes: [UInt8], firstHighByte: Int, controlsAreLetters: Bool) {
        addWords(of: bytes, in: 0..<min(bytes.count, Self.headLength), controlsAreLetters)
        guard bytes.count > Self.headLength else { return }
        let starts = [firstHighByte] + (1...7).map { bytes.count / 8 * $0 }
        for start in starts where start >= Self.headLength {
            let end = min(bytes.count, start + Self.windowLength)
            addWords(of: bytes, in: start..<end, controlsAreLetters)
        }
    }

    private mutating func addWords(
        of bytes: [UInt8],
        in range: Range<Int>,
        _ controlsAreLetters: Bool
    ) {
        var position = range.lowerBound
        // A word that a window's edge may have cut is left out.
        if position > 0 {
            while position < range.upperBound, isLetter(bytes[position], controlsAreLetters) {
                position += 1
            }
        }
        while position < range.upperBound, words.count < Self.wordLimit {
            let start = position
            var isPlain = true
            while position < range.upperBound, isLetter(bytes[position], controlsAreLetters) {
                if !isASCIILetter(bytes[position]) { isPlain = false }
                position += 1
            }
            if !isPlain, position - start <= Self.longest,
                position < range.upperBound || position == bytes.count
            {
                let word = bytes[start..<position]
                if seen.insert(word).inserted { words.append(word) }
            }
            position += 1
        }
    }

    private func isLetter(_ byte: UInt8, _ controlsAreLetters: Bool) -> Bool {
        byte >= 0x80 || isASCIILetter(byte) || controlsAreLetters && Self.isControlLetter(byte)
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

    private static func isControlLetter(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x01...0x06, 0x10...0x19, 0x1C...0x1E: true
        default: false
        }
    }
}
