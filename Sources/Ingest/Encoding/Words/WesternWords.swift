/// How much words look like those of a language in Latin letters that is read by the right code page.
struct WesternWords {
    private(set) var count = 0
    private(set) var oddCount = 0
    private var letters = 0
    private var plainLetters = 0
    private var otherScriptLetters = 0

    /// Letters with accents are the fewer ones, and signs or capitals inside words are rare.
    func isPlausible(oddPercent: Int) -> Bool {
        plainLetters * 2 >= letters && oddCount * 100 <= count * oddPercent
    }

    /// Nearly all letters beyond ASCII are of another script, and there are some.
    var isOtherScript: Bool {
        otherScriptLetters >= 6 && otherScriptLetters * 10 >= (letters - plainLetters) * 8
    }

    mutating func add(_ text: [UInt8]) {
        count += 1
        var isOdd = false
        var isAfterLetter = false
        var isAfterSmall = false
        var hasSignBehind = false
        for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
            let isLetter = scalar.properties.isAlphabetic
            if isLetter || scalar.properties.canonicalCombiningClass != .notReordered {
                letters += 1
                if scalar.isASCII { plainLetters += 1 }
                if scalar.value >= 0x370, !(0x1E00...0x1FFF).contains(scalar.value) {
                    otherScriptLetters += 1
                }
                let isCapital = scalar.properties.isUppercase
                if hasSignBehind || isAfterSmall && isCapital && !scalar.isASCII { isOdd = true }
                isAfterLetter = true
                isAfterSmall = scalar.properties.isLowercase
            } else {
                if Self.isNeverText(scalar) { isOdd = true }
                // An apostrophe, a hyphen or a dash may stand between letters.
                let mayJoin = [0xA0, 0xAD, 0xB7, 0x2013, 0x2014, 0x2019].contains(scalar.value)
                if isAfterLetter, !mayJoin { hasSignBehind = true }
                isAfterSmall = false
                if mayJoin { isAfterLetter = false }
            }
        }
        if isOdd { oddCount += 1 }
    }

    private static func isNeverText(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value < 0x20 || (0x80..<0xA0).contains(scalar.value) || scalar.value == 0xFFFD
    }
}
