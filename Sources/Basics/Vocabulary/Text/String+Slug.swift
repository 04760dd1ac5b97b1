extension String {
    /// The text as part of a file's name: ASCII small letters and digits, `-` between words; at most 60.
    package var slug: String {
        var bytes: [UInt8] = []
        for scalar in composed.lowercased().unicodeScalars {
            let letter = VietnameseLetters.base(of: scalar)
            let isPlain =
                letter.isASCII && (letter.properties.isAlphabetic || ("0"..."9").contains(letter))
            if isPlain {
                bytes.append(UInt8(ascii: letter))
            } else if let last = bytes.last, last != UInt8(ascii: "-") {
                bytes.append(UInt8(ascii: "-"))
            }
            if bytes.count == 60 { break }
        }
        while bytes.last == UInt8(ascii: "-") { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}
