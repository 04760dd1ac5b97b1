extension Syllable {
    private static let hornedO = code("ơ")
    private static let hornedU = code("ư")

    /// Whether the word is no syllable, and is one with `ư` before its `ơ`: `nớc`, `đờng`.
    static func lacksHornedU(_ word: [UInt8]) -> Bool {
        guard let position = word.firstIndex(of: hornedO), word.count <= 6,
            position == 0 || !isVowel(word[position - 1])
        else { return false }
        var whole = word
        whole.insert(hornedU, at: position)
        // The tone is not looked at: 2 is legal in every syllable.
        return isLegal(whole[...], tone: 2) && !isLegal(word[...], tone: 2)
    }

    /// Consonants that begin many words whose rime is `ư`: `tư`, `thư`, `như`.
    static func isLoneOnset(_ word: [UInt8]) -> Bool {
        loneOnsets.contains(word)
    }

    private static let loneOnsets = Set(
        "t th nh ch s tr d đ gi x c l".split(separator: " ").map {
            codes(String($0))
        }
    )
}

extension Word {
    /// Codes of a word's letters, 0 for the byte `gap`; `nil` when some letter is not Vietnamese.
    static func codes(of letters: ArraySlice<UInt8>, gap: UInt8?) -> [UInt8]? {
        var word = Word()
        var gaps: [Int] = []
        for scalar in String(decoding: letters, as: UTF8.self).unicodeScalars {
            if let gap, scalar.value == UInt32(gap) {
                gaps.append(word.codes.count + gaps.count)
            } else {
                guard !endsWord(scalar) else { return nil }
                word.append(scalar)
            }
        }
        guard !word.codes.contains(Syllable.foreign) else { return nil }
        var codes = word.codes
        for position in gaps where position <= codes.count { codes.insert(0, at: position) }
        return codes
    }
}
