import DatasetModel
import Diagnostics
import Foundation
import PeriodModel
import TestSupport
import Testing

@testable import Ingest

/// Vietnamese that nobody wrote: syllables of all shapes, and tables of them.
struct VietnameseWords {
    private static let onsets =
        " b c ch d đ g gh gi h k kh l m n ng ngh nh ph qu r s t th tr v x"
        .split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    /// Vowels with a place for the tone, and what follows.
    private static let rimes =
        """
        a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e em en eng eo
        et ê êch ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oa oac oai oan
        oang oanh oat oăn oăng oc oe oi om on ong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uân
        uât uc ui um un ung up ut uê uy uyên uyêt uynh uôc uôi uôm uôn uông uôt ư ưa ưc ưi ưng ưt ưu ươc
        ươi ươm ươn ương ươp ươt
        """
        .split(whereSeparator: \.isWhitespace).map(String.init)

    var generator: Seeded

    init(seed: UInt64) { generator = Seeded(state: seed) }

    mutating func syllable() -> String {
        while true {
            let onset = Self.onsets.randomElement(using: &generator) ?? ""
            let rime = Self.rimes.randomElement(using: &generator) ?? "a"
            guard let first = rime.first else { continue }
            let isFront = "eêiy".contains(first)
            switch onset {
            case "k", "gh", "ngh": guard isFront else { continue }
            case "c", "g", "ng": guard !isFront else { continue }
            case "gi": guard first != "i", !rime.hasPrefix("u") else { continue }
            case "qu": guard "aăâeêy".contains(first) else { continue }
            default: break
            }
            return onset + toned(rime)
        }
    }

    private mutating func toned(_ rime: String) -> String {
        let isStopped =
            rime.hasSuffix("c") || rime.hasSuffix("ch") || rime.hasSuffix("p")
            || rime.hasSuffix("t")
        let tone =
            isStopped
            ? [2, 5][Int.random(in: 0...1, using: &generator)]
            : Int.random(in: 0...5, using: &generator)
        var letters = Array(rime)
        let vowels = letters.indices.filter { "aăâeêioôơuưy".contains(letters[$0]) }
        let place =
            vowels.last { "ăâêôơ".contains(letters[$0]) }
            ?? (vowels.count > 1 && vowels.last == letters.count - 1
                ? vowels[vowels.count - 2] : vowels.last) ?? 0
        if let index = VietnameseEncoder.letters.firstIndex(of: letters[place]) {
            letters[place] = VietnameseEncoder.letters[index + tone]
        }
        return String(letters)
    }

    mutating func phrase(of count: Int, isCapital: Bool) -> String {
        (0..<count).map { _ in
            let word = syllable()
            return isCapital ? word.prefix(1).uppercased() + word.dropFirst() : word
        }.joined(separator: " ")
    }

    /// A table with headings, names and numbers.
    mutating func table(rows: Int, columns: Int = 4) -> String {
        var lines = [
            (0..<columns).map { _ in phrase(of: 2, isCapital: false) }.joined(separator: ";")
        ]
        for _ in 0..<rows {
            lines.append(
                (0..<columns).map { column in
                    column % 2 == 0
                        ? "HTX " + phrase(of: 2, isCapital: true)
                        : "\(Int.random(in: 1...99_999, using: &generator)),5"
                }.joined(separator: ";")
            )
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}

private func received(_ bytes: [UInt8], pinned: TextEncoding? = nil) -> (
    text: ReceivedText?, log: DiagnosticLog
) {
    var log = DiagnosticLog()
    let text = ReceivedText(SourceText(path: "1.csv", bytes: bytes), pinned: pinned, log: &log)
    return (text, log)
}

private func accentedWords(_ text: String) -> Int {
    Set(text.split { !$0.isLetter }).count { !$0.allSatisfy(\.isASCII) }
}

struct EncodingDetection {
    @Test(arguments: VietnameseEncoder.Kind.allCases)
    func `reads each letter of the alphabet back`(kind: VietnameseEncoder.Kind) {
        let encoder = VietnameseEncoder(kind)
        for letter in VietnameseEncoder.letters {
            let text = "b\(letter)n"
            let bytes = encoder.encode(text)
            guard let pin = pin(of: kind) else { continue }
            let read = received(bytes, pinned: pin).text.map {
                String(decoding: $0.bytes, as: UTF8.self)
            }
            #expect(read.map { Array($0.utf8) } == Array(encoder.expected(text).utf8), "\(letter)")
        }
    }

    /// TCVN in full is found, not pinned.
    private func pin(of kind: VietnameseEncoder.Kind) -> TextEncoding? {
        switch kind {
        case .tcvn5712, .utf8Marked, .twiceBy1258: nil
        default: kind.encoding
        }
    }

    @Test(arguments: VietnameseEncoder.Kind.allCases)
    func `finds the encoding of tables of twenty accented words and more`(
        kind: VietnameseEncoder.Kind
    ) {
        let encoder = VietnameseEncoder(kind)
        var words = VietnameseWords(seed: 11)
        var wrong = 0
        let count = 150
        for number in 0..<count {
            let table = words.table(rows: 5 + number % 20)
            guard accentedWords(table) >= 20 else { continue }
            let (text, log) = received(encoder.encode(table))
            let expected = encoder.expected(table)
            if text?.encoding.value != kind.encoding.rawValue
                || text.map({ $0.bytes == Array(expected.utf8) }) != true || !log.entries.isEmpty
            {
                wrong += 1
                print(
                    "WRONG",
                    kind,
                    text?.encoding as Any,
                    log.entries.map { ($0.code, $0.value, $0.message.en) },
                    text.map { String(decoding: $0.bytes, as: UTF8.self).prefix(100) } as Any
                )
            }
        }
        #expect(wrong == 0, "\(wrong) of \(count)")
    }

    @Test(arguments: VietnameseEncoder.Kind.allCases)
    func `finds the encoding of whole submissions`(kind: VietnameseEncoder.Kind) throws {
        let encoder = VietnameseEncoder(kind)
        let folder = projectRoot.appendingPathComponent("Fixtures/an-giang-2020/submissions")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let url = folder.appendingPathComponent(name)
            // Curly quotes and the like are in none of the old encodings.
            let letters = Set(VietnameseEncoder.letters)
            let text = try String(contentsOf: url, encoding: .utf8).filter {
                $0.isASCII || letters.contains($0)
            }
            let (read, log) = received(encoder.encode(text))
            #expect(read?.encoding.value == kind.encoding.rawValue, "\(name)")
            #expect(read?.bytes == Array(encoder.expected(text).utf8), "\(name)")
            #expect(log.entries.isEmpty, "\(name)")
        }
    }

    @Test(arguments: VietnameseEncoder.Kind.allCases)
    func `doubts what it reads wrongly for want of words`(kind: VietnameseEncoder.Kind) {
        let encoder = VietnameseEncoder(kind)
        var words = VietnameseWords(seed: 5)
        var wrong: [String] = []
        for number in 0..<300 {
            let table = words.phrase(of: 1 + number % 8, isCapital: number % 3 == 0) + ";1\n"
            let (text, log) = received(encoder.encode(table))
            let isRight = text.map { $0.bytes == Array(encoder.expected(table).utf8) } == true
            if !isRight, log.entries.isEmpty { wrong.append(table) }
        }
        // One or two words may be words in both readings, or be plain ASCII with a control.
        #expect(wrong.allSatisfy { accentedWords($0) < 3 }, "\(wrong)")
        #expect(wrong.count < 10, "\(wrong)")
    }
}
