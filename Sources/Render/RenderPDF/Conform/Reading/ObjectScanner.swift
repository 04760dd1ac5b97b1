/// Reads PDF syntax (ISO 32000-1, 7.2 and 7.3) from a place in a file.
struct ObjectScanner {
    let bytes: [UInt8]
    var offset: Int

    private static let nul = UInt8(0)

    private func byte(at place: Int) -> UInt8 {
        place < bytes.count ? bytes[place] : Self.nul
    }

    /// Steps over white space and comments.
    mutating func skipSpace() {
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == UInt8(ascii: "%") {
                while offset < bytes.count, !Self.endsLine(bytes[offset]) { offset += 1 }
            } else if Self.isSpace(byte) {
                offset += 1
            } else {
                return
            }
        }
    }

    /// Steps over `word` if it comes next.
    mutating func skip(_ word: StaticString) -> Bool {
        skipSpace()
        let length = word.utf8CodeUnitCount
        guard offset + length <= bytes.count else { return false }
        for index in 0..<length where bytes[offset + index] != word.utf8Start[index] {
            return false
        }
        offset += length
        return true
    }

    mutating func expect(_ word: StaticString) throws(ConformFailure) {
        guard skip(word) else { throw .unreadable(offset: offset, expected: "\(word)") }
    }

    /// A whole number without sign.
    mutating func count() throws(ConformFailure) -> Int {
        skipSpace()
        guard let value = digits() else { throw .unreadable(offset: offset, expected: "a number") }
        return value
    }

    /// `nil`, and nothing is stepped over, where no digit stands or too many.
    private mutating func digits() -> Int? {
        var value = 0
        var end = offset
        while (48...57).contains(byte(at: end)), end - offset < 18 {
            value = value * 10 + Int(bytes[end] - 48)
            end += 1
        }
        guard end > offset, !(48...57).contains(byte(at: end)) else { return nil }
        offset = end
        return value
    }

    mutating func value(depth: Int = 0) throws(ConformFailure) -> PDFValue {
        skipSpace()
        // Deeper than anything cairo nests; keeps a broken file from exhausting the stack.
        guard depth < 32 else { throw .unreadable(offset: offset, expected: "less nesting") }
        switch byte(at: offset) {
        case UInt8(ascii: "/"):
            return .name(try name())
        case UInt8(ascii: "["):
            offset += 1
            var values: [PDFValue] = []
            while !skip("]") { values.append(try value(depth: depth + 1)) }
            return .array(values)
        case UInt8(ascii: "<"):
            if byte(at: offset + 1) == UInt8(ascii: "<") { return try dictionary(depth: depth) }
            return try hexString()
        case UInt8(ascii: "("):
            return try literalString()
        default:
            return try numberOrWord()
        }
    }

    private mutating func name() throws(ConformFailure) -> String {
        offset += 1
        let start = offset
        while offset < bytes.count, Self.isRegular(bytes[offset]) { offset += 1 }
        guard offset > start, let text = String(validating: bytes[start..<offset], as: UTF8.self)
        else { throw .unreadable(offset: start, expected: "a name") }
        return text
    }

    private mutating func dictionary(depth: Int) throws(ConformFailure) -> PDFValue {
        offset += 2
        var entries = PDFDictionary()
        while !skip(">>") {
            guard byte(at: offset) == UInt8(ascii: "/") else {
                throw .unreadable(offset: offset, expected: "a key")
            }
            let key = try name()
            entries.append(key, try value(depth: depth + 1))
        }
        return .dictionary(entries.entries)
    }

    private mutating func hexString() throws(ConformFailure) -> PDFValue {
        let start = offset
        while offset < bytes.count, bytes[offset] != UInt8(ascii: ">") { offset += 1 }
        guard offset < bytes.count else { throw .unreadable(offset: start, expected: ">") }
        offset += 1
        return .verbatim(bytes[start..<offset])
    }

    private mutating func literalString() throws(ConformFailure) -> PDFValue {
        let start = offset
        var open = 0
        while offset < bytes.count {
            switch bytes[offset] {
            case UInt8(ascii: "\\"): offset += 1
            case UInt8(ascii: "("): open += 1
            case UInt8(ascii: ")"): open -= 1
            default: break
            }
            offset += 1
            if open == 0 { return .verbatim(bytes[start..<min(offset, bytes.count)]) }
        }
        throw .unreadable(offset: start, expected: ")")
    }

    private mutating func numberOrWord() throws(ConformFailure) -> PDFValue {
        let start = offset
        if let first = digits() {
            if !Self.isRegular(byte(at: offset)) {
                let afterFirst = offset
                skipSpace()
                if digits() == 0, skip("R"), !Self.isRegular(byte(at: offset)) {
                    return .reference(first)
                }
                offset = afterFirst
                return .integer(first)
            }
            offset = start
        }
        while offset < bytes.count, Self.isRegular(bytes[offset]) { offset += 1 }
        let word = bytes[start..<offset]
        guard let first = word.first, Self.startsWord(first) else {
            throw .unreadable(offset: start, expected: "a value")
        }
        if let value = Int(String(decoding: word, as: UTF8.self)) { return .integer(value) }
        return .verbatim(word)
    }

    /// Numbers, `true`, `false` and `null`; other words are no values.
    private static func startsWord(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || [43, 45, 46, 102, 110, 116].contains(byte)
    }

    private static func endsLine(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 13 || byte == 9 || byte == 12 || byte == 0
    }

    private static func isRegular(_ byte: UInt8) -> Bool {
        if isSpace(byte) { return false }
        switch byte {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "{"), UInt8(ascii: "}"),
            UInt8(ascii: "/"), UInt8(ascii: "%"):
            return false
        default: return true
        }
    }
}
