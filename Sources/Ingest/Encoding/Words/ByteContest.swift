import Diagnostics
import PeriodModel

/// Decides how bytes that are not UTF-8 are to be read, by the words that each reading makes.
struct ByteContest {
    let reading: ByteReading
    let evidence: Bilingual
    /// Another reading that is nearly as likely and makes another text.
    private(set) var rival: ByteReading?
    /// How many words there were to decide by.
    let wordCount: Int
    /// Whether the words are Vietnamese; otherwise the reading is only the usual one of the West.
    let isProved: Bool

    /// Points by which a reading must be ahead to be beyond doubt.
    private static let safeMargin = 4
    private static let percent = 60
    private static let fewWords = 3

    init(_ sample: WordSample) {
        wordCount = sample.words.count
        var texts: [[[UInt8]]] = []
        var scores: [WordScore] = []
        for reading in ByteReading.vietnamese {
            var score = WordScore()
            let words = sample.words.map { reading.trial($0) }
            for word in words { score.add(word) }
            texts.append(words.map { NormalForm.composed($0) })
            scores.append(score)
        }
        // Nothing but the order decides between equals: the text may even be the same.
        let ranking = scores.indices.sorted {
            (-scores[$0].points, $0) < (-scores[$1].points, $1)
        }
        let best = ranking[0]
        isProved = scores[best].isVietnamese(percent: Self.percent)
        // The two forms of TCVN differ in capitals; any word that one of them reads better decides.
        let others = ranking.dropFirst().filter {
            texts[$0] != texts[best]
                && ByteReading.vietnamese[$0].encoding != ByteReading.vietnamese[best].encoding
        }
        guard isProved else {
            reading = .windows1252
            evidence = Self.westernEvidence(scores[0], of: sample.words.count)
            // A few words of any language may look like anything.
            if sample.words.count < Self.fewWords {
                let next = ranking.first { texts[$0] != texts[0] } ?? 1
                rival = ByteReading.vietnamese[next]
            }
            return
        }
        reading = ByteReading.vietnamese[best]
        let second = others.first
        evidence = Self.evidence(
            scores[best],
            reading,
            second.map { (scores[$0], ByteReading.vietnamese[$0]) }
        )
        if let second, scores[best].points - scores[second].points < Self.safeMargin {
            rival = ByteReading.vietnamese[second]
        }
    }

    private static func evidence(
        _ score: WordScore,
        _ reading: ByteReading,
        _ second: (score: WordScore, reading: ByteReading)?
    ) -> Bilingual {
        let name = reading.encoding.rawValue
        var vi =
            "\(score.legal) trên \(score.counted) từ có dấu là âm tiết tiếng Việt khi đọc theo \(name)"
        var en =
            "\(score.legal) of \(score.counted) accented words are Vietnamese syllables as \(name)"
        if let second {
            let other = second.reading.encoding.rawValue
            vi += "; theo \(other) chỉ \(second.score.legal) trên \(second.score.counted)"
            en += "; as \(other) \(second.score.legal) of \(second.score.counted)"
        }
        return Bilingual(vi: vi, en: en)
    }

    private static func westernEvidence(_ score: WordScore, of count: Int) -> Bilingual {
        Bilingual(
            vi:
                "Tệp không phải UTF-8, và không bảng mã tiếng Việt nào đọc \(count) từ có dấu thành "
                + "tiếng Việt; đọc như văn bản phương Tây",
            en: "Not UTF-8, and no Vietnamese code page makes Vietnamese of its \(count) accented "
                + "words; read as Western text"
        )
    }
}
