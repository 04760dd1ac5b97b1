import Vocabulary

/// What two names have in common that differ only as `foldedName` ignores: the sums of their letters that
/// carry no tone, in any order, and their digits, in theirs.
struct NameSums: Equatable {
    var letters: UInt64
    var digits: UInt64

    /// `nil` for bytes that need a closer look: control characters, letters that are not Vietnamese, marks
    /// apart from their letters, bytes that are no UTF-8.
    @inline(__always)
    init?(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) {
        guard start < end, bytes[start] > Byte.blank else { return nil }
        var bad = SIMD16<UInt8>.zero
        var digitCounts = SIMD16<UInt8>.zero
        var sums = SIMD8<UInt16>.zero
        var squares = SIMD8<UInt16>.zero
        var offset = start
        while offset < end {
            let count = UInt8(truncatingIfNeeded: min(16, end &- offset))
            let inside = Self.mask(Self.lanes .< SIMD16(repeating: count))
            let here = Self.load(bytes, offset) & inside
            let before = Self.load(bytes, offset &- 1)
            // UTF-8: letters here are C3…C6 with one byte behind, and E1 BA, E1 BB with one more.
            let isRest = Self.mask(here & 0xC0 .== 0x80)
            let isLead = Self.mask(here &- 0xC3 .< 4) | Self.mask(here .== 0xE1)
            let isMiddle = Self.mask(before .== 0xE1) & inside
            let isLast =
                Self.mask(before &- 0xC3 .< 4)
                | Self.mask(Self.load(bytes, offset &- 2) .== 0xE1)
            bad |= (isMiddle | isLast & inside) ^ isRest
            bad |= Self.mask(here .>= 0x80) & ~(isRest | isLead)
            bad |= isMiddle & Self.mask(here & 0xFE .!= 0xBA)
            bad |= inside & Self.mask(here .< 0x20) | Self.mask(here .== 0x7F)
            // Letters and signs that a tone never changes; no blanks.
            let small = here | (Self.mask(here &- 0x41 .< 26) & 0x20)
            let isTonal =
                Self.mask(small .== 0x61) | Self.mask(small .== 0x65) | Self.mask(small .== 0x6F)
                | Self.mask(small .== 0x75) | Self.mask(small .== 0x79)
            let isDigit = Self.mask(here &- 0x30 .< 10)
            digitCounts &-= isDigit
            let isCounted = Self.mask(here &- 0x21 .< 0x5E) & ~(isTonal | isDigit)
            let counted = unsafeBitCast(small & isCounted, to: SIMD8<UInt16>.self)
            let (low, high) = (counted & 0xFF, counted &>> 8)
            sums &+= low &+ high
            squares &+= low &* low &+ high &* high
            offset &+= 16
        }
        let isBad = unsafeBitCast(bad, to: SIMD2<UInt64>.self)
        guard isBad[0] | isBad[1] == 0, bytes[end &- 1] < 0xC0, bytes[end &- 2] != 0xE1 else {
            return nil
        }
        letters = Self.total(sums) | Self.total(squares) &<< 16
        digits = Self.digits(bytes, start, end, count: Self.count(digitCounts))
    }

    /// The same of a folded name, of whatever letters.
    init(folded name: String) {
        var (sum, square) = (0 as UInt16, 0 as UInt16)
        var digits: UInt64 = 0
        var digitCount = 0
        for character in name {
            // Compared as characters, since Unicode has two of them twice.
            let sign: UInt8? =
                character == ";" ? 0x3B : character == "`" ? 0x60 : character.asciiValue
            guard let sign, sign > Byte.blank, character.unicodeScalars.count == 1 else { continue }
            switch sign {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                digits = digits &* 10 &+ UInt64(sign - UInt8(ascii: "0"))
                digitCount += 1
            case 0x61, 0x65, 0x6F, 0x75, 0x79, 0x7F: break
            default:
                sum &+= UInt16(sign)
                square &+= UInt16(sign) &* UInt16(sign)
            }
        }
        letters = UInt64(sum) | UInt64(square) << 16
        self.digits = Self.sequence(digits, count: digitCount)
    }

    private static let lanes = SIMD16<UInt8>(
        0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15
    )

    @inline(__always)
    private static func load(_ bytes: UnsafePointer<UInt8>, _ offset: Int) -> SIMD16<UInt8> {
        UnsafeRawPointer(bytes + offset).loadUnaligned(as: SIMD16<UInt8>.self)
    }

    @inline(__always)
    private static func mask(_ lanes: SIMDMask<SIMD16<Int8>>) -> SIMD16<UInt8> {
        unsafeBitCast(lanes, to: SIMD16<UInt8>.self)
    }

    /// The sum of the lanes in 16 bits.
    @inline(__always)
    private static func total(_ lanes: SIMD8<UInt16>) -> UInt64 {
        let halves = unsafeBitCast(lanes.lowHalf &+ lanes.highHalf, to: UInt64.self)
        return (halves &* 0x0001_0001_0001_0001) &>> 48
    }

    /// The sum of the lanes in 16 bits.
    @inline(__always)
    private static func count(_ lanes: SIMD16<UInt8>) -> Int {
        let pairs = unsafeBitCast(lanes, to: SIMD8<UInt16>.self)
        return Int(total((pairs & 0xFF) &+ (pairs &>> 8)))
    }

    /// The digits in their order, whatever stands between them.
    @inline(__always)
    private static func digits(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        count: Int
    ) -> UInt64 {
        guard count > 0 else { return 0 }
        if count <= 8 {
            // Mostly they are the last of the name.
            let inside = UInt64.max &<< UInt64(64 &- 8 &* count)
            let word = ByteWord.load(bytes, end &- 8) & inside | (ByteWord.ones &* 0x30) & ~inside
            if let number = ByteWord.number(word) {
                return sequence(UInt64(truncatingIfNeeded: number), count: count)
            }
        }
        var number: UInt64 = 0
        for offset in start..<end where bytes[offset] &- UInt8(ascii: "0") < 10 {
            number = number &* 10 &+ UInt64(bytes[offset] &- UInt8(ascii: "0"))
        }
        return sequence(number, count: count)
    }

    /// Numbers of different lengths differ, as `1` and `01` do.
    @inline(__always)
    private static func sequence(_ number: UInt64, count: Int) -> UInt64 {
        number ^ UInt64(truncatingIfNeeded: count) &<< 56
    }
}
