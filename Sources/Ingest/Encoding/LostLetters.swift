/// Letters that a program dropped on the way: nothing can bring them back, and nobody may guess them.
struct LostLetters {
    /// How the letters went.
    enum Kind {
        /// U+FFFD stands where a letter was.
        case replaced
        /// `?` stands in Vietnamese words: a Western code page had no such letters.
        case questionMarks
        /// TCVN3's `ư`, a soft hyphen to other programs, went when text was copied.
        case softHyphens
        /// UTF-8 was read as Windows-1252, and letters that it lacks went.
        case halfRead
    }

    let kind: Kind
    /// Offsets of the words in the text, in order.
    private(set) var words: [Range<Int>] = []
    private(set) var count = 0

    static let keptWords = 5
    /// Question marks that are looked at; a file with more has lost all it had.
    fileprivate static let checkLimit = 20_000

    fileprivate init(_ kind: Kind) { self.kind = kind }

    fileprivate mutating func note(_ word: Range<Int>) {
        count += 1
        if words.count < Self.keptWords { words.append(word) }
    }

    /// Counts the words of a later stretch of the text.
    mutating func add(_ other: LostLetters) { count += other.count }
}

extension LostLetters {
    /// The words with U+FFFD in them.
    static func replaced(in bytes: [UInt8]) -> LostLetters? {
        var lost = LostLetters(.replaced)
        var position = 0
        while position + 2 < bytes.count {
            guard bytes[position] == 0xEF, bytes[position + 1] == 0xBF, bytes[position + 2] == 0xBD
            else {
                position += 1
                continue
            }
            let word = wordRange(in: bytes, around: position) { isLetter($0) }
            lost.note(word)
            position = max(position + 3, word.upperBound)
        }
        return lost.count > 0 ? lost : nil
    }

    /// Vietnamese words with `?` for a letter: `H?p`, `Nguy?n`; no questions, no addresses of pages.
    static func questionMarks(in bytes: [UInt8]) -> LostLetters? {
        var lost = LostLetters(.questionMarks)
        var position = 0
        var checked = 0
        while position < bytes.count, checked < checkLimit {
            guard bytes[position] == 0x3F else {
                position += 1
                continue
            }
            checked += 1
            let word = wordRange(in: bytes, around: position) { isLetter($0) || $0 == 0x3F }
            if isWordWithGap(bytes, word) { lost.note(word) }
            position = max(position + 1, word.upperBound)
        }
        return lost.count > 0 ? lost : nil
    }

    private static func isWordWithGap(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
        let letters = bytes[word]
        guard word.count <= 24, let last = letters.lastIndex(where: { $0 != 0x3F }),
            letters[..<last].contains(0x3F)
        else { return false }
        // `?` between letters, or at the beginning where only `đ` can be lost.
        let addressSigns = Array("/=&.:@-_%+".utf8)
        if word.lowerBound > 0, addressSigns.contains(bytes[word.lowerBound - 1]) { return false }
        if word.upperBound < bytes.count, addressSigns.contains(bytes[word.upperBound]),
            bytes[word.upperBound] != UInt8(ascii: ".")
        {
            return false
        }
        guard let codes = Word.codes(of: letters[...last], gap: 0x3F) else { return false }
        return Syllable.canBeLegal(codes)
    }

    /// Words of TCVN3 text that lack the `ư` before `ơ`, and consonants that stand alone inside a phrase.
    static func softHyphens(in bytes: [UInt8], areSomeLeft: Bool) -> LostLetters? {
        var lost = LostLetters(.softHyphens)
        var position = 0
        var previousEnd = -2
        while position < bytes.count {
            guard isLetter(bytes[position]) else {
                position += 1
                continue
            }
            let start = position
            while position < bytes.count, isLetter(bytes[position]) { position += 1 }
            let word = start..<position
            // Nearly all words are neither short nor have an `ơ`: they are passed over.
            let isShort = word.count <= 3 && !areSomeLeft
            if word.count <= 24, isShort || hasHornedO(bytes, word),
                let codes = Word.codes(of: bytes[word], gap: nil)
            {
                let followsWord = previousEnd + 1 == start && bytes[start - 1] == 0x20
                let precedesWord =
                    position + 1 < bytes.count && bytes[position] == 0x20
                    && isLetter(bytes[position + 1])
                if Syllable.lacksHornedU(codes)
                    || !areSomeLeft && followsWord && precedesWord && Syllable.isLoneOnset(codes)
                        && bytes[word].allSatisfy({ $0 >= 0x80 || $0 & 0x20 != 0 })
                {
                    lost.note(word)
                }
            }
            previousEnd = position
        }
        return lost.count > 0 ? lost : nil
    }

    /// Whether a letter is `ơ` with any tone, small or capital: U+01A0, U+01A1, U+1EDA…U+1EE3.
    private static func hasHornedO(_ bytes: [UInt8], _ word: Range<Int>) -> Bool {
        for position in word.dropLast() {
            switch bytes[position] {
            case 0xC6: if bytes[position + 1] & 0xFE == 0xA0 { return true }
            case 0xBB: if (0x9A...0xA3).contains(bytes[position + 1]) { return true }
            default: continue
            }
        }
        return false
    }

    /// What is left of UTF-8 letters that were read as Windows-1252: their first byte without the next.
    static func halfRead(in bytes: [UInt8]) -> LostLetters? {
        var lost = LostLetters(.halfRead)
        var position = 0
        while position + 1 < bytes.count {
            // `Ä`, `Å`, `Æ`, `Ã`, or `á` with `º` or `»`.
            let isLead =
                bytes[position] == 0xC3 && (0x83...0x86).contains(bytes[position + 1])
                || position + 3 < bytes.count && bytes[position] == 0xC3
                    && bytes[position + 1] == 0xA1 && bytes[position + 2] == 0xC2
                    && (bytes[position + 3] == 0xBA || bytes[position + 3] == 0xBB)
            guard isLead else {
                position += 1
                continue
            }
            let word = wordRange(in: bytes, around: position) { isLetter($0) }
            var score = WordScore()
            score.add(bytes[word])
            if score.illegal > 0 { lost.note(word) }
            position = max(position + 2, word.upperBound)
        }
        return lost.count > 0 ? lost : nil
    }

    private static func wordRange(
        in bytes: [UInt8],
        around position: Int,
        _ isPart: (UInt8) -> Bool
    ) -> Range<Int> {
        let reach = 64
        var start = position
        var end = position + 1
        while start > 0, position - start < reach, isPart(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, end - position < reach, isPart(bytes[end]) { end += 1 }
        return start..<end
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20)
    }
}
