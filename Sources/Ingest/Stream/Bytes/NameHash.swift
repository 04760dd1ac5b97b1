import CByteMarks

/// Hashes of identifiers and names that are equal whenever the folded names are equal.
///
/// `foldedName` ignores case, blanks, composition and the place of tone marks. To fold ten million names
/// takes too long; these hashes ignore the same things, and a few more, on the bytes as they are. Equal
/// hashes are only a suspicion, which is then looked into exactly.
enum NameHash {
    /// Puts a hash for each cell of a column of identifiers, 0 for those that need a closer look: anything but
    /// ASCII, what says that there is none, what a spreadsheet has shortened, what is too long.
    static func identifiers(
        _ column: inout cell_column,
        marks: MissingMarks,
        to hashes: UnsafeMutablePointer<UInt64>
    ) {
        column_identifier_hashes(&column, hashes)
        for row in 0..<Int(column.row_count) where hashes[row] != 0 {
            let cell = column.cell(row)
            let start: UnsafePointer<UInt8> = column.bytes + cell.lowerBound
            if start[0] == UInt8(ascii: "#") || cell.count > CellTable.longestWords
                || marks.mayBeMark(start, count: cell.count)
            {
                hashes[row] = 0
            }
        }
    }

    /// Puts a hash for each cell of a column of names, 0 for those that need a closer look: control characters,
    /// letters that are not Vietnamese, marks apart from their letters, bytes that are no UTF-8, what says that
    /// there is none, what has no letter or is too long.
    static func names(
        _ column: inout cell_column,
        sums: UnsafeMutablePointer<name_sums>,
        nouns: NounPrefixes,
        marks: MissingMarks,
        to hashes: UnsafeMutablePointer<UInt64>
    ) {
        column_name_sums(&column, sums)
        for row in 0..<Int(column.row_count) {
            let sum = sums[row]
            let cell = column.cell(row)
            let start: UnsafePointer<UInt8> = column.bytes + cell.lowerBound
            guard sum.digit_count >= 0, cell.count <= CellTable.longestWords,
                !marks.mayBeMark(start, count: cell.count)
            else {
                hashes[row] = 0
                continue
            }
            var digits: UInt64 = 0
            if sum.digit_count > 0 {
                digits = number(
                    column.bytes,
                    cell.lowerBound,
                    cell.upperBound,
                    digits: Int(sum.digit_count)
                )
            }
            var letters = sum.letters
            switch nouns.find(start, cell.count) {
            case .nothing: break
            case .letters(let noun): letters = difference(letters, noun)
            case .unclear:
                let words = CellTable.words(
                    of: Array(UnsafeBufferPointer(start: start, count: cell.count))
                )
                hashes[row] = name(folded: words.folded(without: nouns.nouns))
                continue
            }
            hashes[row] = name(letters: letters, digits: digits, count: Int(sum.digit_count))
        }
    }

    /// Two sums without the same of a part.
    @inline(__always)
    private static func difference(_ sums: UInt32, _ part: UInt32) -> UInt32 {
        (sums &- part) & 0xFFFF | (sums &>> 16 &- part &>> 16) &<< 16
    }

    /// The sums of a text.
    static func sums(of text: String) -> name_sums {
        var sums = name_sums()
        _ = padded(text) { start, count in
            sums = name_sums_of(start, Int64(count))
            return 0
        }
        return sums
    }

    /// The hash of any folded identifier.
    static func identifier(folded text: String) -> UInt64 {
        let hash = padded(text) { identifier_hash($0, Int64($1)) }
        // Others only meet their like: no text of plain ASCII equals one of those.
        return hash != 0 ? hash : UInt64(truncatingIfNeeded: text.hashValue) | 1
    }

    /// The hash of any folded name.
    static func name(folded name: String) -> UInt64 {
        padded(name) { start, count in
            let sum = name_sums_of(start, Int64(count))
            guard sum.digit_count >= 0 else { return self.name(unusual: name) }
            let digits = number(start, 0, count, digits: Int(sum.digit_count))
            return self.name(letters: sum.letters, digits: digits, count: Int(sum.digit_count))
        }
    }

    /// The bytes of a text with as many others around them as the vectors want.
    private static func padded(
        _ text: String,
        _ hash: (_ start: UnsafePointer<UInt8>, _ count: Int) -> UInt64
    ) -> UInt64 {
        let padding = 64
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 2 * padding)
        bytes.append(contentsOf: repeatElement(0, count: padding))
        bytes.append(contentsOf: text.utf8)
        bytes.append(contentsOf: repeatElement(0, count: padding))
        return bytes.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { hash($0 + padding, text.utf8.count) } ?? 0
        }
    }

    /// The same letter by letter, for names with others than the vectors know.
    private static func name(unusual name: String) -> UInt64 {
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
        // Digits are spread over all bits first: as they are, they would cancel letters out.
        let spread = (digits &+ 1) &* 0xD1B5_4A32_D192_ED03
        return ByteWord.mixed(UInt64(letters) | UInt64(truncatingIfNeeded: count) &<< 32, spread)
            | 1
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
