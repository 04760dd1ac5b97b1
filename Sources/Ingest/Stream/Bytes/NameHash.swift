import CByteMarks

/// Hashes of identifiers and names that are equal whenever the folded names are equal.
///
/// `foldedName` ignores case, blanks, composition and the place of tone marks. To fold ten million names
/// takes too long; these hashes ignore the same things, and a few more, on the bytes as they are. Equal
/// hashes are only a suspicion, which is then looked into exactly.
enum NameHash {
    /// Puts a hash for each cell of a column of identifiers, 0 for those that need a closer look.
    static func identifiers(
        _ column: inout cell_column,
        to hashes: UnsafeMutablePointer<UInt64>
    ) {
        column_identifier_hashes(&column, hashes)
    }

    /// Puts a hash for each cell of a column of names, 0 for those that need a closer look: control characters,
    /// letters that are not Vietnamese, marks apart from their letters, bytes that are no UTF-8.
    static func names(
        _ column: inout cell_column,
        sums: UnsafeMutablePointer<name_sums>,
        to hashes: UnsafeMutablePointer<UInt64>
    ) {
        column_name_sums(&column, sums)
        for row in 0..<Int(column.row_count) {
            let sum = sums[row]
            guard sum.digit_count >= 0 else {
                hashes[row] = 0
                continue
            }
            var digits: UInt64 = 0
            if sum.digit_count > 0 {
                let entry = column.ends + Int(column.first[row]) + Int(column.position)
                digits = number(
                    column.bytes,
                    Int(entry[-1]) &+ 1,
                    Int(entry[0]),
                    digits: Int(sum.digit_count)
                )
            }
            hashes[row] = name(letters: sum.letters, digits: digits, count: Int(sum.digit_count))
        }
    }

    /// The hash of any folded identifier.
    static func identifier(folded text: String) -> UInt64 {
        let length = text.utf8.count
        let padding = [UInt8](repeating: 0, count: 64)
        let bytes = padding + text.utf8 + padding
        let hash = bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { identifier_hash($0 + padding.count, Int64(length)) } ?? 0
        }
        // Others only meet their like: no text of plain ASCII equals one of those.
        return hash != 0 ? hash : UInt64(truncatingIfNeeded: text.hashValue) | 1
    }

    /// The hash of any folded name.
    static func name(folded name: String) -> UInt64 {
        var (sum, square) = (0 as UInt16, 0 as UInt16)
        var (digits, digitCount) = (0 as UInt64, 0)
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
        return self.name(
            letters: UInt32(sum) | UInt32(square) << 16,
            digits: digits,
            count: digitCount
        )
    }

    /// The hash of a name in a unit.
    @inline(__always)
    static func name(_ hash: UInt64, unit: Int) -> UInt64 {
        ByteWord.mixed(hash, UInt64(truncatingIfNeeded: unit &+ 1))
    }

    /// `1` and `01` differ.
    @inline(__always)
    private static func name(letters: UInt32, digits: UInt64, count: Int) -> UInt64 {
        ByteWord.mixed(UInt64(letters) | UInt64(truncatingIfNeeded: count) &<< 32, digits) | 1
    }

    /// The digits in their order, whatever stands between them.
    @inline(__always)
    private static func number(
        _ bytes: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int,
        digits count: Int
    ) -> UInt64 {
        if count <= 8 {
            // Mostly they are the last of the name.
            let inside = UInt64.max &<< UInt64(64 &- 8 &* count)
            let word = ByteWord.load(bytes, end &- 8) & inside | (ByteWord.ones &* 0x30) & ~inside
            if let number = ByteWord.number(word) { return UInt64(truncatingIfNeeded: number) }
        }
        var number: UInt64 = 0
        for offset in start..<end where bytes[offset] &- UInt8(ascii: "0") < 10 {
            number = number &* 10 &+ UInt64(bytes[offset] &- UInt8(ascii: "0"))
        }
        return number
    }
}
