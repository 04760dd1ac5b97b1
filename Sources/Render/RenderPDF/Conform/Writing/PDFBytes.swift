import Vocabulary

/// PDF syntax (ISO 32000-1, 7.3), appended byte by byte.
struct PDFBytes {
    private(set) var bytes: [UInt8] = []

    var count: Int { bytes.count }

    mutating func reserve(_ capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// Syntax as it stands.
    mutating func raw(_ text: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(
                start: text.utf8Start,
                count: text.utf8CodeUnitCount
            )
        )
    }

    mutating func raw(_ other: some Collection<UInt8>) {
        bytes.append(contentsOf: other)
    }

    mutating func byte(_ value: UInt8) {
        bytes.append(value)
    }

    mutating func integer(_ value: Int) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        var rest = value.magnitude
        let start = bytes.count
        repeat {
            bytes.append(48 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        bytes[start...].reverse()
    }

    /// With zeros in front up to `digits`.
    mutating func integer(_ value: Int, digits: Int) {
        var divisor = 1
        for _ in 1..<digits { divisor *= 10 }
        var rest = value
        while divisor > 0 {
            bytes.append(48 + UInt8(truncatingIfNeeded: (rest / divisor) % 10))
            rest %= divisor
            divisor /= 10
        }
    }

    /// Rounded to three decimals; held within ±32,767, the largest real of PDF 1.4.
    mutating func decimal(_ value: Double) {
        let held = value.isFinite ? min(max(value, -32_767), 32_767) : 0
        let thousandths = Int((held * 1_000).rounded())
        if thousandths < 0 { bytes.append(UInt8(ascii: "-")) }
        let size = Int(thousandths.magnitude)
        integer(size / 1_000)
        guard size % 1_000 > 0 else { return }
        bytes.append(UInt8(ascii: "."))
        integer(size % 1_000, digits: 3)
        while bytes.last == UInt8(ascii: "0") { bytes.removeLast() }
    }

    mutating func reference(_ number: Int) {
        integer(number)
        raw(" 0 R")
    }

    mutating func references(_ numbers: [Int]) {
        raw("[")
        for (index, number) in numbers.enumerated() {
            if index > 0 { raw(" ") }
            reference(number)
        }
        raw("]")
    }

    mutating func hex(_ value: UInt8) {
        let digits: StaticString = "0123456789ABCDEF"
        bytes.append(digits.utf8Start[Int(value >> 4)])
        bytes.append(digits.utf8Start[Int(value & 15)])
    }

    /// Whether a text string is written as it is.
    static func isPlain(_ text: String) -> Bool {
        text.utf8.allSatisfy { (32...126).contains($0) }
    }

    /// A text string: as it is when all is plain ASCII, UTF-16 otherwise.
    mutating func text(_ text: String) throws(ConformFailure) {
        if Self.isPlain(text) {
            guard text.utf8.count <= Self.longestString else { throw .tooLong("a string") }
            literal(text.utf8)
            return
        }
        guard text.utf16.count * 2 + 2 <= Self.longestString else { throw .tooLong("a string") }
        raw("<FEFF")
        for unit in text.utf16 {
            hex(UInt8(truncatingIfNeeded: unit >> 8))
            hex(UInt8(truncatingIfNeeded: unit))
        }
        byte(UInt8(ascii: ">"))
    }

    /// A text that only points to one that stands whole in the document: cut where it is very long.
    mutating func pointer(_ text: String) throws(ConformFailure) {
        let longest = 2_000
        guard text.unicodeScalars.count > longest else { return try self.text(text) }
        var cut = String(String.UnicodeScalarView(text.unicodeScalars.prefix(longest)))
        cut.append("…")
        try self.text(cut)
    }

    /// An address as RFC 3986 writes it: what is outside ASCII, and blanks, in per cent.
    mutating func address(_ text: String) throws(ConformFailure) {
        var escaped = PDFBytes()
        for unit in text.utf8 {
            if (33...126).contains(unit) {
                escaped.byte(unit)
            } else {
                escaped.byte(UInt8(ascii: "%"))
                escaped.hex(unit)
            }
        }
        guard escaped.count <= Self.longestString else { throw .tooLong("an address") }
        literal(escaped.bytes)
    }

    private mutating func literal(_ ascii: some Sequence<UInt8>) {
        byte(UInt8(ascii: "("))
        for unit in ascii {
            let isSpecial =
                unit == UInt8(ascii: "(") || unit == UInt8(ascii: ")") || unit == UInt8(ascii: "\\")
            if isSpecial { byte(UInt8(ascii: "\\")) }
            byte(unit)
        }
        byte(UInt8(ascii: ")"))
    }

    /// The first moment of a day (ISO 32000-1, 7.9.4).
    mutating func date(_ date: CalendarDate) {
        raw("(D:")
        integer(date.year, digits: 4)
        integer(date.month, digits: 2)
        integer(date.day, digits: 2)
        raw("000000+00'00')")
    }

    mutating func box(_ box: PageBox) {
        raw("[")
        decimal(box.left)
        raw(" ")
        decimal(box.bottom)
        raw(" ")
        decimal(box.right)
        raw(" ")
        decimal(box.top)
        raw("]")
    }

    /// PDF Reference 1.4, appendix C, in bytes.
    private static let longestString = 65_535
}
