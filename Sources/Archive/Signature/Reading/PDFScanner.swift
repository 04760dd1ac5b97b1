/// Reads objects from the bytes of a file that anyone may have made: nothing is read past `end`, nothing
/// nests deeper than `deepest`, and what is no object is `nil`.
struct PDFScanner {
    let bytes: [UInt8]
    var offset: Int
    let end: Int

    private static let deepest = 64

    init(_ bytes: [UInt8], at offset: Int, end: Int) {
        self.bytes = bytes
        self.end = min(max(0, end), bytes.count)
        self.offset = min(max(0, offset), self.end)
    }

    var next: UInt8? { offset < end ? bytes[offset] : nil }

    /// Blanks, line ends and comments.
    mutating func skipBlanks() {
        while let byte = next {
            if byte == UInt8(ascii: "%") {
                while let byte = next, byte != 10, byte != 13 { offset += 1 }
            } else if Self.isBlank(byte) {
                offset += 1
            } else {
                return
            }
        }
    }

    /// Whether these letters come next; then they are passed.
    mutating func skip(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset + count <= end else { return false }
        let letters = UnsafeBufferPointer(start: word.utf8Start, count: count)
        guard letters.elementsEqual(bytes[offset..<(offset + count)]) else { return false }
        offset += count
        return true
    }

    /// A number of digits alone.
    mutating func count() -> Int? {
        skipBlanks()
        let start = offset
        var value = 0
        while let byte = next, Self.isDigit(byte) {
            guard offset - start < 18 else { return nil }
            value = value * 10 + Int(byte - 48)
            offset += 1
        }
        return offset > start ? value : nil
    }

    /// The number of an indirect object whose head stands here.
    mutating func objectHead() -> Int? {
        guard let number = count(), count() != nil else { return nil }
        skipBlanks()
        return skip("obj") ? number : nil
    }

    mutating func value() -> PDFValue? { value(depth: 0) }

    private mutating func value(depth: Int) -> PDFValue? {
        skipBlanks()
        guard depth < Self.deepest, let byte = next else { return nil }
        switch byte {
        case UInt8(ascii: "/"): return name().map(PDFValue.name)
        case UInt8(ascii: "("): return literalString().map(PDFValue.string)
        case UInt8(ascii: "["): return array(depth: depth)
        case UInt8(ascii: "<"):
            return skip("<<") ? dictionary(depth: depth) : hexString().map(PDFValue.string)
        default: return Self.isDigit(byte) || [43, 45, 46].contains(byte) ? number() : word()
        }
    }

    private mutating func array(depth: Int) -> PDFValue? {
        offset += 1
        var values: [PDFValue] = []
        while true {
            skipBlanks()
            if skip("]") { return .array(values) }
            guard let value = value(depth: depth + 1) else { return nil }
            values.append(value)
        }
    }

    /// A key given twice is refused: programs differ in which of the two they show.
    private mutating func dictionary(depth: Int) -> PDFValue? {
        var entries: [String: PDFValue] = [:]
        while true {
            skipBlanks()
            if skip(">>") { return .dictionary(entries) }
            guard next == UInt8(ascii: "/"), let key = name(),
                let value = value(depth: depth + 1), entries.updateValue(value, forKey: key) == nil
            else { return nil }
        }
    }

    private mutating func name() -> String? {
        offset += 1
        var letters: [UInt8] = []
        while let byte = next, Self.isRegular(byte) {
            offset += 1
            if byte == UInt8(ascii: "#"), offset + 2 <= end,
                let high = Self.hexDigit(bytes[offset]), let low = Self.hexDigit(bytes[offset + 1])
            {
                letters.append(high << 4 | low)
                offset += 2
            } else {
                letters.append(byte)
            }
        }
        return String(decoding: letters, as: UTF8.self)
    }

    private mutating func hexString() -> PDFString? {
        let start = offset
        offset += 1
        var digits: [UInt8] = []
        while let byte = next {
            offset += 1
            if let digit = Self.hexDigit(byte) {
                digits.append(digit)
            } else if byte == UInt8(ascii: ">") {
                if digits.count % 2 == 1 { digits.append(0) }
                let bytes = stride(from: 0, to: digits.count, by: 2).map {
                    digits[$0] << 4 | digits[$0 + 1]
                }
                return PDFString(bytes: bytes, place: start..<offset)
            } else if !Self.isBlank(byte) {
                return nil
            }
        }
        return nil
    }

    private mutating func literalString() -> PDFString? {
        let start = offset
        offset += 1
        var found: [UInt8] = []
        var open = 1
        while let byte = next {
            offset += 1
            switch byte {
            case UInt8(ascii: "\\"): appendEscaped(to: &found)
            case UInt8(ascii: "("):
                open += 1
                found.append(byte)
            case UInt8(ascii: ")"):
                open -= 1
                if open == 0 { return PDFString(bytes: found, place: start..<offset) }
                found.append(byte)
            default: found.append(byte)
            }
        }
        return nil
    }

    private mutating func appendEscaped(to found: inout [UInt8]) {
        guard let byte = next else { return }
        offset += 1
        switch byte {
        case UInt8(ascii: "n"): found.append(10)
        case UInt8(ascii: "r"): found.append(13)
        case UInt8(ascii: "t"): found.append(9)
        case UInt8(ascii: "b"): found.append(8)
        case UInt8(ascii: "f"): found.append(12)
        case 10: break
        case 13: _ = skip("\n")
        case 48...55:
            var code = Int(byte - 48)
            for _ in 0..<2 {
                guard let digit = next, (48...55).contains(digit) else { break }
                code = code * 8 + Int(digit - 48)
                offset += 1
            }
            found.append(UInt8(truncatingIfNeeded: code))
        default: found.append(byte)
        }
    }

    /// A number, or the reference that begins with one.
    private mutating func number() -> PDFValue? {
        let start = offset
        while let byte = next, Self.isRegular(byte) { offset += 1 }
        let written = bytes[start..<offset]
        guard written.allSatisfy({ Self.isDigit($0) || [43, 45, 46].contains($0) }) else {
            return nil
        }
        guard let value = Int(String(decoding: written, as: UTF8.self)) else {
            return .real(Array(written))
        }
        guard value >= 0, Self.isDigit(written[start]) else { return .integer(value) }
        let after = offset
        if count() != nil {
            skipBlanks()
            if skip("R"), next.map(Self.isRegular) != true { return .reference(value) }
        }
        offset = after
        return .integer(value)
    }

    private mutating func word() -> PDFValue? {
        let start = offset
        while let byte = next, Self.isRegular(byte) { offset += 1 }
        return switch String(decoding: bytes[start..<offset], as: UTF8.self) {
        case "null": .null
        case "true": .boolean(true)
        case "false": .boolean(false)
        default: nil
        }
    }

    static func isBlank(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isRegular(_ byte: UInt8) -> Bool {
        !isBlank(byte) && !"()<>[]{}/%".utf8.contains(byte)
    }

    private static func hexDigit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 48...57: byte - 48
        case 65...70: byte - 55
        case 97...102: byte - 87
        default: nil
        }
    }
}
