import Vocabulary

/// How a Vietnamese syllable is built: an initial consonant or none, a rime, one tone.
///
/// Nearly every written word is one syllable, and of the letters that a wrong code page shows few make
/// one by chance: this tells code pages apart.
enum Syllable {
    /// The alphabet; a letter's code is its place here, from 1. Vowels stand first.
    private static let alphabet = Array("aăâeêioôơuưybcdđghklmnpqrstvx".unicodeScalars)
    private static let vowelCount: UInt8 = 12
    /// Any letter that no syllable has.
    static let foreign: UInt8 = 31

    private static let rimes =
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng
        eo ep et ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac
        oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc
        oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uây uân uâng uât uc ui um un ung up ut uê
        uêch uên uênh uy uya uych uyn uynh uyp uyt uyu uyên uyêt uôc uôi uôm uôn uông uôt uơ ư ưa ưc ưi ưng
        ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu
        """
        .split(whereSeparator: \.isWhitespace).map { codes(String($0)) }

    private static let rimeKeys = Set(rimes.map { key($0[...]) })

    private static let onsetKeys = Set(
        "b c ch d đ g gh h k kh l m n ng ngh nh p ph r s t th tr v x".split(separator: " ")
            .map { key(codes(String($0))[...]) } + [0]
    )

    /// Codes of small ASCII letters.
    private static let asciiCodes: [UInt8] = (UInt8(ascii: "a")...UInt8(ascii: "z")).map {
        byte in
        UInt8(alphabet.firstIndex(of: Unicode.Scalar(byte)).map { $0 + 1 } ?? Int(foreign))
    }

    /// The codes of the vowels by their row in `VietnameseLetters`, which has the same order.
    static func vowelCode(row: Int) -> UInt8 { UInt8(row % 12) + 1 }

    static func code(ascii byte: UInt8) -> UInt8 {
        let index = Int(byte | 0x20) - 0x61
        return asciiCodes.indices.contains(index) ? asciiCodes[index] : foreign
    }

    static let barredD = code("đ")

    static func isVowel(_ code: UInt8) -> Bool { (1...vowelCount).contains(code) }

    static func code(_ letter: Unicode.Scalar) -> UInt8 {
        UInt8(alphabet.firstIndex(of: letter).map { $0 + 1 } ?? Int(foreign))
    }

    static func codes(_ word: String) -> [UInt8] { word.unicodeScalars.map(code) }

    /// Up to six codes in one number; longer words are no syllables.
    private static func key(_ codes: ArraySlice<UInt8>) -> UInt32 {
        codes.count > 6 ? .max : codes.reduce(0) { $0 << 5 | UInt32($1) }
    }

    private static let (c, g, i, k, q, u) = (
        code("c"), code("g"), code("i"), code("k"), code("q"), code("u")
    )
    private static let stops = [key(codes("c")[...]), key(codes("p")[...]), key(codes("t")[...])]
    /// Vowels before which `k`, `gh` and `ngh` stand for `c`, `g` and `ng`.
    private static let front = Set(codes("eêiy"))
    private static let (gh, ng, ngh) = (
        key(codes("gh")[...]), key(codes("ng")[...]), key(codes("ngh")[...])
    )
    private static let (ch, h) = (codes("ch"), code("h"))

    /// Whether the letters with this tone (0 for none, else as in `VietnameseLetters`) make a syllable.
    static func isLegal(_ word: ArraySlice<UInt8>, tone: Int) -> Bool {
        guard word.count <= 7, let last = word.last else { return false }
        let isStopped =
            stops.contains(UInt32(last)) || last == h && word.dropLast().last == c
        // A stopped syllable has the acute tone or the one below, and no other.
        guard !isStopped || tone == 2 || tone == 5 else { return false }
        let onset = word.prefix { !isVowel($0) }
        let rest = word[onset.endIndex...]
        guard let first = rest.first else { return false }
        if onset.count == 1, onset.first == q {
            guard first == u else { return false }
            return isRime(rest) || isRime(rest.dropFirst()) && rest.dropFirst().first != u
        }
        if onset.count == 1, onset.first == g, first == i {
            return isRime(rest) || isRime(rest.dropFirst())
        }
        let onsetKey = key(onset)
        guard onsetKeys.contains(onsetKey), isRime(rest) else { return false }
        switch onsetKey {
        case UInt32(k), gh, ngh: return front.contains(first)
        case UInt32(c), UInt32(g), ng: return !front.contains(first)
        default: return true
        }
    }

    private static func isRime(_ codes: ArraySlice<UInt8>) -> Bool {
        rimeKeys.contains(key(codes))
    }

    /// Whether some vowel, or `đ` at the beginning, in each place of code 0 makes a syllable.
    static func canBeLegal(_ word: [UInt8]) -> Bool {
        guard word.count <= 7 else { return false }
        // Where the rime begins is not known when the gap may be a consonant: only `đ` is lost so.
        if word.first == 0, word.count > 1, isVowel(word[1]) || word[1] == 0 {
            if canBeLegal([barredD] + word.dropFirst()) { return true }
        }
        let onset = word.prefix { !isVowel($0) && $0 != 0 }
        let rest = word[onset.endIndex...]
        guard !rest.isEmpty else { return false }
        return rimes.contains { rime in
            let tail =
                onset.first == q && onset.count == 1 && rest.first == u
                ? rest.dropFirst() : rest
            let glide =
                onset.first == g && onset.count == 1 && rest.first == i
                ? rest.dropFirst() : rest
            return [rest, tail, glide].contains { matches($0, rime) }
                && (onset.first == q && onset.count == 1 || onsetKeys.contains(key(onset)))
        }
    }

    private static func matches(_ word: ArraySlice<UInt8>, _ rime: [UInt8]) -> Bool {
        word.count == rime.count
            && zip(word, rime).allSatisfy { $0 == $1 || $0 == 0 && isVowel($1) }
    }
}
