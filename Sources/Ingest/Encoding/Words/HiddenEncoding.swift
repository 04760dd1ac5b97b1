import Diagnostics
import PeriodModel

/// An encoding inside Unicode text: letters that are really the bytes of TCVN3, VNI … or of UTF-8.
///
/// This happens where a program read the bytes as Windows-1252, or where text for an old font was pasted.
/// It is decided for a whole file, or for all cells of a workbook together.
struct HiddenEncoding: Sendable {
    /// How the letters are read.
    enum Way: Hashable, Sendable {
        case bytes(ByteReading)
        /// UTF-8 shown once as Windows-1252.
        case twiceBy1252
        /// UTF-8 shown once as a Vietnamese Windows shows bytes.
        case twiceBy1258

        static let all: [Way] =
            [.twiceBy1252, .twiceBy1258]
            + [.windows1258, .abc, .vni, .tcvn5712, .viscii, .vps].map(Way.bytes)

        var encoding: TextEncoding {
            switch self {
            case .bytes(let reading): reading.encoding
            case .twiceBy1252, .twiceBy1258: .utf8Twice
            }
        }

        /// A word as it would be read, to be judged.
        func trial(_ word: ArraySlice<UInt8>) -> [UInt8] {
            guard case .bytes(let reading) = self else { return decoded(word) }
            return LatinBytes.windows1252.decoding(word) { $1 += reading.trial($0) }
        }

        func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
            switch self {
            case .bytes(let reading):
                LatinBytes.windows1252.decoding(text) { reading.decode($0, into: &$1) }
            case .twiceBy1252:
                LatinBytes.windows1252.decoding(text) {
                    LatinBytes.decodeUTF8($0, shownBy: .windows1252, into: &$1)
                }
            case .twiceBy1258:
                LatinBytes.windows1258.decoding(text) {
                    LatinBytes.decodeUTF8($0, shownBy: .windows1258, into: &$1)
                }
            }
        }
    }

    let way: Way
    let evidence: Bilingual
    var encoding: TextEncoding { way.encoding }

    /// The whole text, or a cell of it, as it was meant, in NFC.
    func decoded(_ text: some Collection<UInt8>) -> [UInt8] {
        NormalForm.composed(way.decoded(text))
    }

    /// As a person said.
    init?(pinned encoding: TextEncoding) {
        if encoding == .utf8Twice {
            way = .twiceBy1252
        } else if let reading = ByteReading(encoding), reading != .windows1252, reading != .latin1 {
            way = .bytes(reading)
        } else {
            return nil
        }
        evidence = Bilingual(
            vi: "Do người dùng chọn; tệp là Unicode với các chữ của \(encoding.rawValue)",
            en: "Given; the file is Unicode with letters of \(encoding.rawValue)"
        )
    }

    private init(_ way: Way, score: WordScore, asIs: WordScore) {
        self.way = way
        let name = way.encoding.rawValue
        evidence = Bilingual(
            vi: "Tệp là Unicode nhưng chữ là của \(name): đọc lại thì \(score.legal) trên "
                + "\(score.counted) từ có dấu là âm tiết tiếng Việt, để nguyên chỉ \(asIs.legal) trên "
                + "\(asIs.counted)",
            en:
                "Unicode with letters of \(name): read so \(score.legal) of \(score.counted) accented "
                + "words are Vietnamese syllables, as they are \(asIs.legal) of \(asIs.counted)"
        )
    }

    /// What the words of a Unicode text say.
    enum Finding {
        /// The text is what it seems.
        case none
        case found(HiddenEncoding)
        /// Some words are Unicode and some are in another encoding; the first of those.
        case mixed(TextEncoding, word: ArraySlice<UInt8>)
        /// Too few words to be sure that they are in this encoding.
        case doubtful(TextEncoding)
    }

    private static let percent = 70
    private static let safeWordCount = 3

    /// Decides by the words of UTF-8 text in NFC.
    ///
    /// A sign that stands alone is no word: nearly each is a syllable of one letter somewhere.
    static func find(in sample: [ArraySlice<UInt8>]) -> Finding {
        let words = sample.filter { word in word.count { $0 & 0xC0 != 0x80 } > 1 }
        let asIs = words.map { verdict($0) }
        let total = asIs.reduce(into: WordScore()) { $0.add($1) }
        guard total.illegal > 0 else { return .none }
        // Vietnamese that no program ever read as Windows-1252.
        let isProper = zip(words, asIs).map { word, score in
            score.legal > 0 && !LatinBytes.windows1252.covers(word)
        }
        let properCount = isProper.count { $0 }
        var best: (way: Way, score: WordScore, gained: [Int])?
        for way in Way.all {
            var score = WordScore()
            var gained: [Int] = []
            for (index, word) in words.enumerated() {
                let decoded = way.trial(word)
                guard !decoded.elementsEqual(word) else {
                    score.add(asIs[index])
                    continue
                }
                let new = verdict(NormalForm.composed(decoded)[...])
                score.add(new)
                if new.legal > 0, new.illegal == 0, asIs[index].illegal > 0 { gained.append(index) }
            }
            if gained.isEmpty { continue }
            if best.map({ $0.score.points < score.points }) ?? true { best = (way, score, gained) }
        }
        guard let best else { return .none }
        let isTwice = best.way.encoding == .utf8Twice
        if properCount > 0, !isTwice {
            // Letters of Latin-1 would be changed in the words that are right.
            guard best.gained.count >= 2, let first = best.gained.first else { return .none }
            return .mixed(best.way.encoding, word: words[first])
        }
        guard best.score.isVietnamese(percent: percent), best.score.points > total.points + 1 else {
            return .none
        }
        guard best.score.legal >= safeWordCount || isTwice else {
            return .doubtful(best.way.encoding)
        }
        return .found(HiddenEncoding(best.way, score: best.score, asIs: total))
    }

    private static func verdict(_ word: ArraySlice<UInt8>) -> WordScore {
        var score = WordScore()
        score.add(word)
        return score
    }
}

extension HiddenEncoding {
    /// The encoding inside a text, or inside the cells of a workbook joined by line ends; `nil`, perhaps with
    /// a doubt, when the letters are to stay as they are.
    static func found(
        in text: [UInt8],
        _ survey: UTF8Survey,
        path: String,
        place: (_ offset: Int) -> Place,
        log: inout DiagnosticLog
    ) -> HiddenEncoding? {
        let sample = WordSample(
            text,
            firstHighByte: min(survey.firstHighByte, text.count),
            controlsAreLetters: false
        )
        switch find(in: sample.words) {
        case .none: return nil
        case .found(let hidden): return hidden
        case .mixed(let encoding, let word):
            log.append(
                EncodingFault.mixed(
                    encoding.rawValue,
                    word: String(decoding: word, as: UTF8.self),
                    at: place(word.startIndex)
                )
            )
        case .doubtful(let encoding):
            log.append(
                EncodingFault.doubtful(
                    TextEncoding.utf8.rawValue,
                    rival: encoding.rawValue,
                    path: path
                )
            )
        }
        return nil
    }
}

extension LatinBytes {
    /// Whether each letter of the word stands for a byte.
    fileprivate func covers(_ word: ArraySlice<UInt8>) -> Bool {
        String(decoding: word, as: UTF8.self).unicodeScalars.allSatisfy {
            $0.isASCII || byte(of: $0) != nil
        }
    }
}
