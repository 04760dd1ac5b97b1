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
        if let folded = foldedASCII { return folded }
        if let letters = smallLetters { return VietnameseLetters.withOldTonePlaces(letters) }
        return VietnameseLetters.withOldTonePlaces(
            composed.lowercased().unicodeScalars.lazy.filter { !$0.isBlank }
        )
    }

    /// The same for texts of ASCII alone, which is most of them; `nil` for others.
    private var foldedASCII: String? {
        guard utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
        return String(unsafeUninitializedCapacity: utf8.count) { buffer in
            var count = 0
            for byte in utf8 where byte != 0x20 && !(0x09...0x0D).contains(byte) {
                buffer[count] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
                count += 1
            }
            return count
        }
    }

    /// The letters of a Vietnamese text in small letters, without blanks; `nil` for texts with others. Asking
    /// for each scalar's own small letter takes long.
    private var smallLetters: [Unicode.Scalar]? {
        var letters: [Unicode.Scalar] = []
        letters.reserveCapacity(utf8.count)
        for scalar in unicodeScalars where !scalar.isBlank {
            guard let letter = scalar.small else { return nil }
            letters.append(letter)
        }
        return letters
    }
}

extension Unicode.Scalar {
    /// The small letter of ASCII and of composed Vietnamese letters, themselves for small ones; `nil` for others.
    fileprivate var small: Unicode.Scalar? {
        let isCapital: Bool
        switch value {
        case 0..<0x80: return (0x41...0x5A).contains(value) ? Unicode.Scalar(value | 0x20) : self
        case 0xC0...0xD6, 0xD8...0xDE: return Unicode.Scalar(value | 0x20)
        case 0xE0...0xF6, 0xF8...0xFE: return self
        case 0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1A0, 0x1A1, 0x1EA0...0x1EF9:
            isCapital = value & 1 == 0
        case 0x1AF, 0x1B0: isCapital = value & 1 == 1
        default: return nil
        }
        return isCapital ? Unicode.Scalar(value + 1) : self
    }

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
