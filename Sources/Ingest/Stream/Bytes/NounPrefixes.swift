import CByteMarks
import PeriodModel
import Vocabulary

/// The nouns that names begin with, and what they add to the sums by which names are compared: `HTX Hòa An` is
/// `Hợp tác xã Hòa An`.
///
/// It looks at bytes as they are; what may be a noun in another spelling needs a closer look.
struct NounPrefixes: Sendable {
    /// What a name begins with.
    enum Finding {
        case nothing
        /// A noun that adds this to the sums.
        case letters(UInt32)
        /// To be folded.
        case unclear
    }

    /// Folded, as `RowRegister` takes them off.
    let nouns: [String]
    private let forms: [Form]
    /// The short spellings, by their first bytes as one number: most names begin with one of them.
    private let short: [Short]

    /// The consonants with which nouns begin, a bit for each from `a`.
    private let consonants: UInt32

    private struct Short {
        var word: UInt64
        var mask: UInt64
        var length: Int
        var letters: UInt32
        var endsInVowel: Bool
    }

    private struct Form {
        /// As most write it.
        var spellings: [(bytes: [UInt8], letters: UInt32)]
        /// Its letters that folding never changes.
        var skeleton: [UInt8]
        /// A vowel behind it may take its tone.
        var endsInVowel: Bool
    }

    init(_ wording: Wording) {
        nouns = wording.nouns
        forms = [wording.organisationName, wording.organisation].map(Self.form)
            .filter { !$0.skeleton.isEmpty }
        short = Self.short(of: forms)
        consonants = forms.reduce(0) { $0 | Self.bit(of: $1.skeleton[0]) }
    }

    @inline(__always)
    private static func bit(of consonant: UInt8) -> UInt32 {
        1 &<< UInt32(consonant &- UInt8(ascii: "a"))
    }

    private static func short(of forms: [Form]) -> [Short] {
        var short: [Short] = []
        for (index, form) in forms.enumerated() {
            // What an earlier noun begins with as well is for it to judge.
            let isOwn = forms[..<index].allSatisfy { earlier in
                zip(earlier.skeleton, form.skeleton).contains { $0 != $1 }
            }
            guard isOwn else { continue }
            for spelling in form.spellings where spelling.bytes.count <= 8 {
                let word = spelling.bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
                short.append(
                    Short(
                        word: word,
                        mask: UInt64.max >> UInt64(64 - 8 * spelling.bytes.count),
                        length: spelling.bytes.count,
                        letters: spelling.letters,
                        endsInVowel: form.endsInVowel
                    )
                )
            }
        }
        return short
    }

    private static func form(_ noun: String) -> Form {
        let words = noun.composed.split(separator: " ").map(String.init)
        let small: [String] = words.map { $0.lowercased() }
        let capital: [String] = small.map { $0.prefix(1).uppercased() + String($0.dropFirst()) }
        let large: [String] = small.map { $0.uppercased() }
        let sentence: [String] = Array(capital.prefix(1)) + Array(small.dropFirst())
        let texts: [[String]] = [words, small, capital, sentence, large]
        var spellings: [(bytes: [UInt8], letters: UInt32)] = []
        for text in Set(texts.map { $0.joined(separator: " ") }).sorted() {
            let sums = NameHash.sums(of: text)
            // One with figures or odd letters is always folded.
            if sums.digit_count == 0 { spellings.append((Array(text.utf8), sums.letters)) }
        }
        let folded = Array(noun.foldedName.utf8)
        return Form(
            spellings: spellings,
            skeleton: folded.filter(isFixed),
            endsInVowel: !(folded.last.map(isFixed) ?? false)
        )
    }

    /// Eight bytes from `start` must be readable.
    @inline(__always)
    func find(_ start: UnsafePointer<UInt8>, _ count: Int) -> Finding {
        let word = ByteWord.load(start, 0)
        for noun in short where word & noun.mask == noun.word && count >= noun.length {
            return Self.finding(start, count, noun.length, noun.letters, noun.endsInVowel)
        }
        let first = start[0] | 0x20
        if Self.isFixed(first), consonants & Self.bit(of: first) == 0 { return .nothing }
        return findLong(start, count)
    }

    @inline(__always)
    private static func finding(
        _ start: UnsafePointer<UInt8>,
        _ count: Int,
        _ length: Int,
        _ letters: UInt32,
        _ endsInVowel: Bool
    ) -> Finding {
        var next = length
        while next < count, start[next] <= Byte.blank { next += 1 }
        // The noun alone is a name.
        guard next < count else { return .unclear }
        return !endsInVowel || isFixed(start[next] | 0x20) ? .letters(letters) : .unclear
    }

    private func findLong(_ start: UnsafePointer<UInt8>, _ count: Int) -> Finding {
        for form in forms {
            for spelling in form.spellings where Self.begins(start, count, spelling.bytes) {
                let length = spelling.bytes.count
                return Self.finding(start, count, length, spelling.letters, form.endsInVowel)
            }
            if Self.hasSkeleton(start, count, form.skeleton) { return .unclear }
        }
        return .nothing
    }

    @inline(__always)
    private static func begins(
        _ start: UnsafePointer<UInt8>,
        _ count: Int,
        _ bytes: [UInt8]
    ) -> Bool {
        guard count >= bytes.count, start[0] == bytes[0] else { return false }
        return bytes.indices.allSatisfy { start[$0] == bytes[$0] }
    }

    /// Whether the first fixed letters are these.
    @inline(__always)
    private static func hasSkeleton(
        _ start: UnsafePointer<UInt8>,
        _ count: Int,
        _ skeleton: [UInt8]
    ) -> Bool {
        var found = 0
        for offset in 0..<count {
            let byte = start[offset] | 0x20
            guard isFixed(byte) else { continue }
            guard byte == skeleton[found] else { return false }
            found += 1
            if found == skeleton.count { return true }
        }
        return false
    }

    /// Consonants of ASCII, in small letters.
    @inline(__always)
    private static func isFixed(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
            UInt8(ascii: "u"), UInt8(ascii: "y"):
            false
        default: byte &- UInt8(ascii: "a") < 26
        }
    }
}
