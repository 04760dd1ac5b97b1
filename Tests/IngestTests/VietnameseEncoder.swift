import PeriodModel

/// Writes Vietnamese in old encodings, from letters to bytes; the program's tables go the other way.
struct VietnameseEncoder {
    /// Each vowel without a tone, with grave, acute, hook, tilde, dot below; then `đ`; then the capitals.
    static let letters: [Character] = {
        let small =
            "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"
        return Array(small + small.uppercased())
    }()

    private static let viscii =
        "61e0e1e4e3d5e5a2a1c6c7a3e2a5a4a6e7a765e8e9eba8a9eaabaaacadae69ecedefeeb8"
        + "6ff2f3f6f5f7f4b0afb1b2b5bdb6beb7defe75f9fafcfbf8dfd7d1d8e6f179cffdd6dbdcf0"
        + "41c0c1c4c380c58281020583c2858486068745c8c9cb8889ca8b8a8c8d8e49cccd9bce98"
        + "4fd2d399a09ad4908f919293b4969597b39455d9da9c9d9ebfbbbabcffb9599fdd14191ed0"
    private static let tcvnSmall =
        "61b5b8b6b7b9a8bbbebcbdc6a9c7cac8c9cb65ccd0cecfd1aad2d5d3d4d669d7ddd8dcde"
        + "6fdfe3e1e2e4abe5e8e6e7e9aceaedebecee75eff3f1f2f4adf5f8f6f7f979fafdfbfcfeae"
    private static let tcvnCapital =
        "418083818284a1afc0babf85a2c1c4c2c38645878a88898ba3c5dacdd98c498d908e8f91"
        + "4f9295939496a4dbffe0f097a5989b999a9c559d019e9f02a60411050612591316141517a7"
    /// Capitals with a tone are the small letters, which a font of capitals draws.
    private static let abcCapital =
        "41b5b8b6b7b9a1bbbebcbdc6a2c7cac8c9cb45ccd0cecfd1a3d2d5d3d4d649d7ddd8dcde"
        + "4fdfe3e1e2e4a4e5e8e6e7e9a5eaedebecee55eff3f1f2f4a6f5f8f6f7f959fafdfbfcfea7"
    private static let vps =
        "61e0e1e4e3e5e6a2a1a3a4a5e2c0c3c4c5c665e8e9c8ebcbea8a898bcd8c69ecedccefce"
        + "6ff2f3d5f586f4d2d3b087b6d6a9a7aaabae75f9fafbdbf8dcd8d9babbbf79ff9a9bcf9cc7"
        + "4180c1818202888e8d8ff004c28483851c0345d7c9defe05ca939094950649b5b4b7b810"
        + "4fbcb9bdbe11d497969899" + "12f79e9d9fa61355a8dad1ac14d0afadb11d1559b2ddfdb319f1"

    /// The vowel and its mark, in hexadecimal; a mark alone where the letter is one byte.
    private static let vni =
        "61 61f8 61f9 61fb 61f5 61ef 61ea 61e8 61e9 61fa 61fc 61eb 61e2 61e0 61e1 61e5 61e3 61e4 "
        + "65 65f8 65f9 65fb 65f5 65ef 65e2 65e0 65e1 65e5 65e3 65e4 69 ec ed e6 f3 f2 "
        + "6f 6ff8 6ff9 6ffb 6ff5 6fef 6fe2 6fe0 6fe1 6fe5 6fe3 6fe4 f4 f4f8 f4f9 f4fb f4f5 f4ef "
        + "75 75f8 75f9 75fb 75f5 75ef f6 f6f8 f6f9 f6fb f6f5 f6ef 79 79f8 79f9 79fb 79f5 ee f1 "
        + "41 41d8 41d9 41db 41d5 41cf 41ca 41c8 41c9 41da 41dc 41cb 41c2 41c0 41c1 41c5 41c3 41c4 "
        + "45 45d8 45d9 45db 45d5 45cf 45c2 45c0 45c1 45c5 45c3 45c4 49 cc cd c6 d3 d2 "
        + "4f 4fd8 4fd9 4fdb 4fd5 4fcf 4fc2 4fc0 4fc1 4fc5 4fc3 4fc4 d4 d4d8 d4d9 d4db d4d5 d4cf "
        + "55 55d8 55d9 55db 55d5 55cf d6 d6d8 d6d9 d6db d6d5 d6cf 59 59d8 59d9 59db 59d5 ce d1"

    private let codes: [Character: [UInt8]]

    /// What is written; some are written in two ways.
    enum Kind: CaseIterable {
        case utf8
        case decomposed
        case utf8Marked
        case utf16LittleEndian
        case utf16BigEndian
        case utf16LittleEndianUnmarked
        case utf16BigEndianUnmarked
        case windows1258
        case viscii
        case abc
        case tcvn5712
        case vni
        case vps
        case twiceBy1252
        case twiceByLatin1
        case twiceBy1258
        case abcInUnicode
        case vniInUnicode

        var encoding: TextEncoding {
            switch self {
            case .utf8, .decomposed: .utf8
            case .utf8Marked: .utf8Marked
            case .utf16LittleEndian, .utf16LittleEndianUnmarked: .utf16LittleEndian
            case .utf16BigEndian, .utf16BigEndianUnmarked: .utf16BigEndian
            case .windows1258: .windows1258
            case .viscii: .viscii
            case .abc, .tcvn5712, .abcInUnicode: .tcvn3
            case .vni, .vniInUnicode: .vni
            case .vps: .vps
            case .twiceBy1252, .twiceByLatin1, .twiceBy1258: .utf8Twice
            }
        }
    }

    let kind: Kind

    init(_ kind: Kind) {
        self.kind = kind
        var codes: [Character: [UInt8]] = [:]
        func fill(_ hex: String) {
            for (index, letter) in Self.letters.enumerated() {
                codes[letter] = Self.bytes(hex.dropFirst(index * 2).prefix(2))
            }
        }
        switch kind {
        case .viscii: fill(Self.viscii)
        case .abc, .abcInUnicode: fill(Self.tcvnSmall + Self.abcCapital)
        case .tcvn5712: fill(Self.tcvnSmall + Self.tcvnCapital)
        case .vps: fill(Self.vps)
        case .vni, .vniInUnicode:
            for (letter, hex) in zip(Self.letters, Self.vni.split(separator: " ")) {
                codes[letter] = Self.bytes(hex)
            }
        case .windows1258: codes = Self.windows1258Codes
        default: break
        }
        self.codes = codes
    }

    private static func bytes(_ hex: some StringProtocol) -> [UInt8] {
        let digits = hex.compactMap(\.hexDigitValue)
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            UInt8(digits[$0] * 16 + digits[$0 + 1])
        }
    }

    /// A vowel of Windows-1258 and the mark of its tone.
    private static let windows1258Codes: [Character: [UInt8]] = {
        let vowels: [Character: UInt8] = [
            "ă": 0xE3, "â": 0xE2, "ê": 0xEA, "ô": 0xF4, "ơ": 0xF5, "ư": 0xFD, "đ": 0xF0,
            "Ă": 0xC3, "Â": 0xC2, "Ê": 0xCA, "Ô": 0xD4, "Ơ": 0xD5, "Ư": 0xDD, "Đ": 0xD0,
        ]
        // Windows writes these as one byte.
        let whole: [Character: UInt8] = [
            "à": 0xE0, "á": 0xE1, "è": 0xE8, "é": 0xE9, "í": 0xED, "ó": 0xF3, "ù": 0xF9, "ú": 0xFA,
            "À": 0xC0, "Á": 0xC1, "È": 0xC8, "É": 0xC9, "Í": 0xCD, "Ó": 0xD3, "Ù": 0xD9, "Ú": 0xDA,
        ]
        let tones: [[UInt8]] = [[], [0xCC], [0xEC], [0xD2], [0xDE], [0xF2]]
        var codes: [Character: [UInt8]] = [:]
        for (index, letter) in letters.enumerated() {
            let inHalf = index % 73
            if inHalf == 72 {
                codes[letter] = vowels[letter].map { [$0] }
            } else {
                let vowel = letters[index - inHalf % 6]
                let base = vowels[vowel] ?? vowel.asciiValue ?? 0
                codes[letter] = whole[letter].map { [$0] } ?? [base] + tones[inHalf % 6]
            }
        }
        return codes
    }()

    /// What can be read back: fonts of capitals are not in the file.
    func expected(_ text: String) -> String {
        guard kind == .abc || kind == .abcInUnicode else { return text }
        return String(
            text.map { letter in
                guard let index = Self.letters.firstIndex(of: letter), index >= 73,
                    index % 73 != 72, index % 73 % 6 != 0
                else { return letter }
                return Self.letters[index - 73]
            }
        )
    }

    func encode(_ text: String) -> [UInt8] {
        switch kind {
        case .utf8: return Array(text.utf8)
        case .utf8Marked: return [0xEF, 0xBB, 0xBF] + text.utf8
        case .decomposed: return text.flatMap { Array(Self.decomposed($0).utf8) }
        case .utf16LittleEndian: return [0xFF, 0xFE] + Self.units(text, isBig: false)
        case .utf16LittleEndianUnmarked: return Self.units(text, isBig: false)
        case .utf16BigEndian: return [0xFE, 0xFF] + Self.units(text, isBig: true)
        case .utf16BigEndianUnmarked: return Self.units(text, isBig: true)
        case .twiceBy1252: return Self.shown(Array(text.utf8)) { windows1252Letter($0) }
        case .twiceByLatin1: return Self.shown(Array(text.utf8)) { Unicode.Scalar($0) }
        case .twiceBy1258: return Self.shown(Array(text.utf8)) { windows1258Letter($0) }
        case .abcInUnicode, .vniInUnicode:
            return Self.shown(coded(text)) { windows1252Letter($0) }
        case .windows1258, .viscii, .abc, .tcvn5712, .vni, .vps: return coded(text)
        }
    }

    private func coded(_ text: String) -> [UInt8] {
        text.unicodeScalars.flatMap { codes[Character($0)] ?? Array(String($0).utf8) }
    }

    private static func shown(_ bytes: [UInt8], _ letter: (UInt8) -> Unicode.Scalar) -> [UInt8] {
        bytes.flatMap { Array(String($0 < 0x80 ? Unicode.Scalar($0) : letter($0)).utf8) }
    }

    private static func units(_ text: String, isBig: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
            return isBig ? bytes.reversed() : bytes
        }
    }

    /// The letter and its marks, as macOS writes names.
    private static func decomposed(_ letter: Character) -> String {
        guard let index = letters.firstIndex(of: letter), index % 73 != 72 else {
            return String(letter)
        }
        let vowels = "a a\u{306} a\u{302} e e\u{302} i o o\u{302} o\u{31B} u u\u{31B} y"
        let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"]
        let vowel = vowels.split(separator: " ")[index % 73 / 6]
        let base = index >= 73 ? vowel.uppercased() : String(vowel)
        let tone = tones[index % 6 == index % 73 % 6 ? index % 6 : index % 73 % 6]
        // Marks below come before marks above.
        guard tone == "\u{323}" else { return base + tone }
        var scalars = Array(base.unicodeScalars)
        let place = scalars.last == "\u{306}" || scalars.last == "\u{302}" ? 1 : scalars.count
        scalars.insert("\u{323}", at: place)
        return String(String.UnicodeScalarView(scalars))
    }
}

/// Marks of Windows-1252 in 0x80…0x9F; bytes without one are shown as the controls of Latin-1.
func windows1252Letter(_ byte: UInt8) -> Unicode.Scalar {
    let marks: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039,
        0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
        0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    ]
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return Unicode.Scalar(marks[Int(byte) - 0x80]) ?? Unicode.Scalar(byte)
}

/// As a Vietnamese Windows shows the bytes that UTF-8 has for Vietnamese.
func windows1258Letter(_ byte: UInt8) -> Unicode.Scalar {
    switch byte {
    case 0xC3: "Ă"
    case 0x8A, 0x8E, 0x9A, 0x9E: Unicode.Scalar(byte)
    default: windows1252Letter(byte)
    }
}
