/// VNI for Windows: a vowel and the byte of its mark behind it; some letters are single bytes.
enum VNIText {
    /// Bytes that are letters alone.
    private static let singles: [UInt8: Unicode.Scalar] = pairs(
        "ÑĐ ñđ ÔƠ ôơ ÖƯ öư ÍÍ íí ÌÌ ìì ÆỈ æỉ ÓĨ óĩ ÒỊ òị ÎỴ îỵ"
    )

    /// For each vowel its letters with the marks that may follow.
    private static let marked: [UInt8: [UInt8: Unicode.Scalar]] = {
        let toned = "ØÙÛÕÏ"
        let circumflexed = "ÂÀÁÅÃÄ"
        let brevis = "ÊÈÉÚÜË"
        let rows: [(vowel: Unicode.Scalar, marks: String, letters: String)] = [
            ("A", toned + circumflexed + brevis, "ÀÁẢÃẠÂẦẤẨẪẬĂẰẮẲẴẶ"),
            ("E", toned + circumflexed, "ÈÉẺẼẸÊỀẾỂỄỆ"),
            ("O", toned + circumflexed, "ÒÓỎÕỌÔỒỐỔỖỘ"),
            ("U", toned, "ÙÚỦŨỤ"),
            ("Y", toned, "ỲÝỶỸỴ"),
            ("Ô", toned, "ỜỚỞỠỢ"),
            ("Ö", toned, "ỪỨỬỮỰ"),
        ]
        var marked: [UInt8: [UInt8: Unicode.Scalar]] = [:]
        for (vowel, marks, letters) in rows {
            let upper = UInt8(truncatingIfNeeded: vowel.value)
            for (mark, letter) in zip(marks.unicodeScalars, letters.unicodeScalars) {
                let markByte = UInt8(truncatingIfNeeded: mark.value)
                let small = letter.properties.lowercaseMapping.unicodeScalars.first ?? letter
                // Small letters stand 0x20 above capitals; a mark may have the case of its neighbours.
                for byte in [markByte, markByte + 0x20] {
                    marked[upper, default: [:]][byte] = letter
                    marked[upper + 0x20, default: [:]][byte] = small
                }
            }
        }
        return marked
    }()

    private static func pairs(_ text: String) -> [UInt8: Unicode.Scalar] {
        var pairs: [UInt8: Unicode.Scalar] = [:]
        for word in text.split(separator: " ") {
            let scalars = Array(word.unicodeScalars)
            pairs[UInt8(truncatingIfNeeded: scalars[0].value)] = scalars[1]
        }
        return pairs
    }

    /// Which vowel a byte is, from 1; 0 for other bytes.
    private static let vowelNumbers: [UInt8] = {
        var numbers = [UInt8](repeating: 0, count: 256)
        for (index, vowel) in marked.keys.sorted().enumerated() {
            numbers[Int(vowel)] = UInt8(index + 1)
        }
        return numbers
    }()

    /// 256 letters for each vowel, by the byte of the mark, packed as in `CodePage`.
    private static let markedLetters: [UInt32] = {
        var letters = [UInt32](repeating: 0, count: 256 * (marked.count + 1))
        for (vowel, marks) in marked {
            let start = 256 * Int(vowelNumbers[Int(vowel)])
            for (mark, letter) in marks { letters[start + Int(mark)] = CodePage.packed(letter) }
        }
        return letters
    }()

    private static let page: CodePage = {
        var page = CodePage.windows1252
        for (byte, letter) in singles { page.letters[Int(byte)] = CodePage.packed(letter) }
        return page
    }()

    /// The code page with U+FFFD, to count as a fault, for marks that have no vowel.
    private static let strictPage: CodePage = {
        var page = Self.page
        for mark in marked.values.flatMap(\.keys) where singles[mark] == nil {
            page.letters[Int(mark)] = 0
        }
        return page
    }()

    /// Appends the text; marks without their vowel stay the letters of Windows-1252 that they look like,
    /// or become U+FFFD when `isStrict`. Returns the offset of the first byte that means nothing.
    @discardableResult
    static func decode(
        _ bytes: some Collection<UInt8>,
        into text: inout [UInt8],
        isStrict: Bool = false
    ) -> Int? {
        let numbers = vowelNumbers
        let letters = markedLetters
        let page = isStrict ? strictPage.letters : page.letters
        var firstUndefined: Int?
        var held: UInt8?
        var offset = 0
        func append(_ letter: UInt32, _ text: inout [UInt8]) {
            guard letter != 0 else {
                text.append(contentsOf: [0xEF, 0xBF, 0xBD])
                return
            }
            for index in 0..<(letter >> 24) {
                text.append(UInt8(truncatingIfNeeded: letter >> (8 * index)))
            }
        }
        for byte in bytes {
            if let vowel = held {
                held = nil
                let letter = letters[256 * Int(numbers[Int(vowel)]) + Int(byte)]
                if byte >= 0xC0, letter != 0 {
                    append(letter, &text)
                    offset += 1
                    continue
                }
                append(page[Int(vowel)], &text)
            }
            if numbers[Int(byte)] != 0 {
                held = byte
            } else {
                let letter = page[Int(byte)]
                if letter == 0, firstUndefined == nil { firstUndefined = offset }
                append(letter, &text)
            }
            offset += 1
        }
        if let held { append(page[Int(held)], &text) }
        return firstUndefined
    }
}
