import Vocabulary

/// How many words of a text are Vietnamese syllables; only words with a letter beyond ASCII count.
struct WordScore {
    private(set) var legal = 0
    private(set) var illegal = 0

    var counted: Int { legal + illegal }
    /// Each wrong word takes back a right one.
    var points: Int { legal - illegal }

    /// Whether at least so many hundredths of the words are syllables.
    func isVietnamese(percent: Int) -> Bool { legal > 0 && legal * 100 >= counted * percent }

    /// Counts the words of a piece of UTF-8 text.
    mutating func add(_ text: some Collection<UInt8>) {
        var word = Word()
        var decoder = UTF8()
        var bytes = text.makeIterator()
        decoding: while true {
            switch decoder.decode(&bytes) {
            case .scalarValue(let scalar):
                if Word.endsWord(scalar) {
                    count(word)
                    word = Word()
                } else {
                    word.append(scalar)
                }
            case .error: word.append("\u{FFFD}")
            case .emptyInput: break decoding
            }
        }
        count(word)
    }

    /// Adds what other words scored.
    mutating func add(_ other: WordScore) {
        legal += other.legal
        illegal += other.illegal
    }

    private mutating func count(_ word: Word) {
        switch word.verdict {
        case .legal: legal += 1
        case .illegal: illegal += 1
        case .none: break
        }
    }
}

/// A word that is being read, as codes of `Syllable`.
struct Word {
    enum Verdict {
        case legal
        case illegal
    }

    private(set) var codes: [UInt8] = []
    private var tone = 0
    private var hasAccent = false
    private var isBroken = false
    /// Signs behind the letters; a letter after one, or a second one, makes the word a wrong one.
    private var signsBehind = 0
    /// A sign that opens no word stands before the letters.
    private var hasStrangeSign = false
    private var endsSmall = false

    /// What stands between words. A sign between letters is no end: wrong code pages put it there.
    static func endsWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA0: true
        case 0x80...0x10FFFF: false
        default: !(0x61...0x7A).contains(scalar.value | 0x20) && scalar.value >= 0x20
        }
    }

    /// `nil` when the word tells nothing: ASCII only, or an abbreviation such as `ĐVT`.
    var verdict: Verdict? {
        guard hasAccent else { return nil }
        if isBroken || signsBehind > 1 { return .illegal }
        guard codes.contains(where: Syllable.isVowel) else {
            return codes.contains(Syllable.foreign) ? .illegal : nil
        }
        return Syllable.isLegal(codes[...], tone: tone) ? .legal : .illegal
    }

    mutating func append(_ scalar: Unicode.Scalar) {
        guard codes.count < 40 else { return isBroken = true }
        if scalar.value < 0x80 {
            guard scalar.value >= 0x20 else {
                hasAccent = true
                return isBroken = true
            }
            let isSmall = scalar.value & 0x20 != 0
            append(Syllable.code(ascii: UInt8(scalar.value)), isSmall: isSmall, isPlain: true)
        } else if let (row, tone) = VietnameseLetters.position(of: scalar) {
            append(Syllable.vowelCode(row: row), isSmall: row < 12, isPlain: false)
            setTone(tone)
        } else if scalar == "đ" || scalar == "Đ" {
            append(Syllable.barredD, isSmall: scalar == "đ", isPlain: false)
        } else if let tone = VietnameseLetters.tones.firstIndex(of: scalar) {
            hasAccent = true
            if codes.last.map(Syllable.isVowel) != true { isBroken = true }
            setTone(tone + 1)
        } else if let changes = VietnameseLetters.vowels[scalar] {
            change(by: changes)
        } else if Self.isSign(scalar) {
            if !codes.isEmpty {
                signsBehind += 1
            } else if !Self.mayOpen(scalar) {
                hasStrangeSign = true
            }
        } else {
            append(Syllable.foreign, isSmall: true, isPlain: false)
        }
    }

    private mutating func append(_ code: UInt8, isSmall: Bool, isPlain: Bool) {
        if !isPlain {
            hasAccent = true
            // Nobody writes `xÃ`; wrong code pages do.
            if endsSmall, !isSmall { isBroken = true }
        }
        if signsBehind > 0 || hasStrangeSign {
            hasAccent = true
            isBroken = true
        }
        endsSmall = isSmall
        codes.append(code)
    }

    private mutating func setTone(_ newTone: Int) {
        guard newTone > 0 else { return }
        if tone != 0 { isBroken = true }
        tone = newTone
    }

    /// Circumflex, breve or horn behind its vowel.
    private mutating func change(by changes: [Unicode.Scalar: Unicode.Scalar]) {
        hasAccent = true
        let changed = changes.first { base, _ in
            VietnameseLetters.position(of: base).map { Syllable.vowelCode(row: $0.row) }
                == codes.last
        }
        guard let letter = changed?.value, let (row, _) = VietnameseLetters.position(of: letter)
        else { return isBroken = true }
        codes[codes.count - 1] = Syllable.vowelCode(row: row)
    }

    /// Quotes, bullets, and marks of money, of notes and of questions stand before words.
    private static func mayOpen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xA1, 0xA3, 0xA5, 0xAB, 0xB0, 0xB2, 0xB3, 0xB7, 0xB9, 0xBF: true
        case 0xA2...0xBE, 0xD7, 0xF7: false
        default: true
        }
    }

    /// What no letter is: signs of Latin-1 and of punctuation, as far as they look like none.
    private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0xAA, 0xB5, 0xBA: false
        case 0xA1...0xBF, 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20BF, 0x2100...0x2BFF: true
        default: false
        }
    }
}
