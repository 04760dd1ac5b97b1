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
