extension String {
    /// The text with Vietnamese letters composed, as Unicode's form NFC writes them.
    ///
    /// Files from macOS and from Windows code page 1258 carry vowels and tone marks apart, in either
    /// order. Marks that make no Vietnamese letter stay as they are.
    package var composed: String {
        // All marks of Vietnamese are in U+0300…U+033F, whose first byte in UTF-8 is 0xCC.
        guard utf8.contains(0xCC) else { return self }
        var result = String.UnicodeScalarView()
        var cluster: [Unicode.Scalar] = []
        for scalar in unicodeScalars {
            if scalar.properties.canonicalCombiningClass == .notReordered {
                result.append(contentsOf: VietnameseLetters.composed(cluster))
                cluster = [scalar]
            } else {
                cluster.append(scalar)
            }
        }
        result.append(contentsOf: VietnameseLetters.composed(cluster))
        return String(result)
    }

    /// The text as a name to find something by: composed, in small letters, without blanks, with the
    /// tone mark where the old spelling puts it (`hoà` and `hòa` are one word).
    package var foldedName: String {
        VietnameseLetters.withOldTonePlaces(
            composed.lowercased().unicodeScalars.lazy.filter { !$0.isBlank }
        )
    }
}

extension Unicode.Scalar {
    /// Unicode's property White_Space, written out: asking for it costs a search in its tables.
    fileprivate var isBlank: Bool {
        switch value {
        case 0x09...0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
            0x3000:
            true
        default: false
        }
    }
}

/// The vowels of the Vietnamese alphabet with their marks.
enum VietnameseLetters {
    /// Each vowel without a tone, then with grave, acute, hook, tilde and dot below.
    static let rows: [[Unicode.Scalar]] = [
        "aàáảãạ", "ăằắẳẵặ", "âầấẩẫậ", "eèéẻẽẹ", "êềếểễệ", "iìíỉĩị", "oòóỏõọ", "ôồốổỗộ", "ơờớởỡợ",
        "uùúủũụ", "ưừứửữự", "yỳýỷỹỵ", "AÀÁẢÃẠ", "ĂẰẮẲẴẶ", "ÂẦẤẨẪẬ", "EÈÉẺẼẸ", "ÊỀẾỂỄỆ", "IÌÍỈĨỊ",
        "OÒÓỎÕỌ", "ÔỒỐỔỖỘ", "ƠỜỚỞỠỢ", "UÙÚỦŨỤ", "ƯỪỨỬỮỰ", "YỲÝỶỸỴ",
    ].map { Array($0.unicodeScalars) }

    /// The Latin letter under all marks, small; other characters as they are.
    static func base(of scalar: Unicode.Scalar) -> Unicode.Scalar {
        if scalar == "đ" { return "d" }
        guard let (row, _) = position(of: scalar) else { return scalar }
        switch rows[row][0] {
        case "ă", "â": return "a"
        case "ê": return "e"
        case "ô", "ơ": return "o"
        case "ư": return "u"
        case let letter: return letter
        }
    }

    /// Grave, acute, hook above, tilde, dot below: columns 1…5 of `rows`.
    static let tones: [Unicode.Scalar] = ["\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]

    /// Circumflex, breve and horn make another vowel.
    static let vowels: [Unicode.Scalar: [Unicode.Scalar: Unicode.Scalar]] = [
        "\u{302}": ["a": "â", "e": "ê", "o": "ô", "A": "Â", "E": "Ê", "O": "Ô"],
        "\u{306}": ["a": "ă", "A": "Ă"],
        "\u{31B}": ["o": "ơ", "u": "ư", "O": "Ơ", "U": "Ư"],
    ]

    /// A letter with the marks behind it, composed as far as the alphabet goes.
    static func composed(_ cluster: [Unicode.Scalar]) -> [Unicode.Scalar] {
        guard cluster.count > 1, let base = cluster.first,
            let (row, tone) = position(of: base)
        else { return cluster }
        var letter = rows[row][0]
        var toneColumn = tone
        var rest: [Unicode.Scalar] = []
        for mark in cluster.dropFirst() {
            if let changed = vowels[mark]?[letter] {
                letter = changed
            } else if let column = tones.firstIndex(of: mark), toneColumn == 0 {
                toneColumn = column + 1
            } else {
                rest.append(mark)
            }
        }
        guard let (row, _) = position(of: letter) else { return cluster }
        return [rows[row][toneColumn]] + rest
    }

    /// Moves the tone of `oà`, `oè` and `uỳ` to the first vowel.
    static func withOldTonePlaces(_ letters: some Sequence<Unicode.Scalar>) -> String {
        var bytes: [UInt8] = []
        // The letter before, which may still get the tone of the next one.
        var held: Unicode.Scalar?
        for letter in letters {
            guard let first = held else {
                held = letter
                continue
            }
            let pair = withOldTonePlace(first, letter) ?? (first, letter)
            append(pair.0, to: &bytes)
            held = pair.1
        }
        if let held { append(held, to: &bytes) }
        return String(decoding: bytes, as: UTF8.self)
    }

    /// The two letters with the tone of the second on the first; `nil` where it is not to be moved.
    private static func withOldTonePlace(
        _ first: Unicode.Scalar,
        _ second: Unicode.Scalar
    ) -> (Unicode.Scalar, Unicode.Scalar)? {
        guard first == "o" || first == "u", let (row, tone) = position(of: second), tone > 0,
            isOpenPair(first, rows[row][0]), let (firstRow, _) = position(of: first)
        else { return nil }
        return (rows[firstRow][tone], rows[row][0])
    }

    private static func append(_ letter: Unicode.Scalar, to bytes: inout [UInt8]) {
        if let units = UTF8.encode(letter) { bytes.append(contentsOf: units) }
    }

    private static func isOpenPair(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        switch (first, second) {
        case ("o", "a"), ("o", "e"), ("u", "y"): true
        default: false
        }
    }

    private static func position(of letter: Unicode.Scalar) -> (row: Int, tone: Int)? {
        positions[letter]
    }

    private static let positions: [Unicode.Scalar: (row: Int, tone: Int)] = {
        var positions: [Unicode.Scalar: (row: Int, tone: Int)] = [:]
        for (row, letters) in rows.enumerated() {
            for (tone, letter) in letters.enumerated() { positions[letter] = (row, tone) }
        }
        return positions
    }()
}
