import CharsetKit
import Diagnostics

/// Text in another script or in an older code page of Latin letters: Cyrillic, Greek, Chinese, DOS.
struct ForeignText {
    /// The encoding's usual name, in small letters.
    let name: String
    let bytes: [UInt8]
    let evidence: Bilingual

    private static let sampleLength = 64 * 1024
    /// So many words tell a code page of Latin letters from Windows-1252; other scripts show themselves.
    private static let enoughWords = 5
    /// Code pages that are tried when the words are odd as Windows-1252.
    private static let westernNames = ["WINDOWS-1250", "IBM850", "MACINTOSH"]

    /// `nil` when the bytes make sense as Windows-1252, or nothing else makes more sense of them.
    init?(_ bytes: [UInt8], firstHighByte: Int, words: [ArraySlice<UInt8>]) {
        var western = WesternWords()
        for word in words.prefix(200) { western.add(ByteReading.windows1252.decoded(word)) }
        guard !western.isPlausible(oddPercent: 15) else { return nil }
        // From the beginning of the first line that is not plain ASCII.
        let start = (bytes[..<firstHighByte].lastIndex(of: Byte.lineFeed) ?? -1) + 1
        let sample = bytes[start..<min(bytes.count, start + Self.sampleLength)]
        let guess = guessedCharset(of: sample)
        for name in [guess].compactMap({ $0 }) + Self.westernNames {
            guard let table = Iconv(from: name) else { continue }
            guard
                let text = Self.plausible(
                    sample,
                    table,
                    isLatinTold: words.count >= Self.enoughWords
                )
            else { continue }
            let isGuess = name == guess
            let whole = sample.count == bytes.count ? text : Self.decoded(bytes, table)
            guard let whole else { continue }
            self.name = name.lowercased()
            self.bytes = whole
            evidence = Bilingual(
                vi: isGuess
                    ? "Tần suất các chữ giống \(name), và mọi byte đều có nghĩa trong đó"
                    : "Các từ đọc theo \(name) không có dấu lạ giữa chữ, theo windows-1252 thì có",
                en: isGuess
                    ? "The frequencies of letters are like \(name), and every byte means something in it"
                    : "No word has odd signs as \(name); as windows-1252 \(western.oddCount) of "
                        + "\(western.count) have"
            )
            return
        }
        return nil
    }

    private static func plausible(
        _ sample: ArraySlice<UInt8>,
        _ table: borrowing Iconv,
        isLatinTold: Bool
    ) -> [UInt8]? {
        let (text, firstInvalid, _) = table.decode(Array(sample))
        // A letter may be cut at the end of the sample.
        guard firstInvalid.map({ $0 + 4 > sample.count && sample.count == sampleLength }) ?? true
        else { return nil }
        var words = WesternWords()
        let survey = UTF8Survey(text)
        for word in WordSample(text, firstHighByte: survey.firstHighByte, controlsAreLetters: false)
            .words.prefix(200)
        {
            words.add(Array(word))
        }
        let makesSense = words.isOtherScript || isLatinTold && words.isPlausible(oddPercent: 5)
        return makesSense ? text : nil
    }

    private static func decoded(_ bytes: [UInt8], _ table: borrowing Iconv) -> [UInt8]? {
        let (text, firstInvalid, _) = table.decode(bytes)
        return firstInvalid == nil ? text : nil
    }
}

/// Whether the C library decodes an encoding of this name.
package func isEncoding(_ name: String) -> Bool {
    let isName = name.utf8.allSatisfy { byte in
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 || "-_.:+()".utf8.contains(byte)
    }
    return isName && !name.isEmpty && Iconv(from: name) != nil
}

extension TextDecoding {
    /// The text in an encoding that someone named and the C library knows.
    mutating func text(in charset: String) -> Text? {
        guard let table = Iconv(from: charset) else { return text() }
        let (bytes, firstInvalid, count) = table.decode(source)
        if let firstInvalid {
            let before = table.decode(Array(source[..<firstInvalid])).text
            log.append(
                EncodingFault.invalid(
                    byte: source[firstInvalid],
                    count: count,
                    encoding: charset.lowercased(),
                    at: place(of: before.count, in: bytes)
                )
            )
            guard isLenient else { return nil }
        }
        let isMarked = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        return Text(
            bytes: NormalForm.composed(isMarked ? Array(bytes.dropFirst(3)) : bytes),
            encoding: charset.lowercased(),
            evidence: Self.given
        )
    }
}
