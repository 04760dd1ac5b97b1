@_spi(_Unicode) import Swift
import Testing

@testable import Ingest

struct UnicodeNormalForm {
    private func composed(_ text: String) -> String {
        String(decoding: NormalForm.composed(Array(text.utf8)), as: UTF8.self)
    }

    private func isSame(_ left: String, _ right: String) -> Bool {
        Array(left.utf8) == Array(right.utf8)
    }

    /// The standard library's form of the whole text; here only clusters are asked for.
    private func whole(_ text: String) -> String {
        String(String.UnicodeScalarView(text._nfc))
    }

    @Test(arguments: [
        ("e\u{323}\u{302}", "ệ"), ("e\u{302}\u{323}", "ệ"), ("o\u{31B}\u{301}", "ớ"),
        ("o\u{301}\u{31B}", "ớ"), ("ê\u{323}", "ệ"), ("a\u{301}\u{302}", "á\u{302}"),
        ("\u{1112}\u{1161}\u{11AB}", "한"), ("\u{D558}\u{11AB}", "한"), ("か\u{3099}", "が"),
        ("α\u{301}\u{345}", "ᾴ"), ("\u{212B}", "Å"), ("\u{37E}", ";"),
        ("q\u{307}\u{323}", "q\u{323}\u{307}"),
    ])
    func `is that of Unicode's examples`(text: String, form: String) {
        #expect(isSame(composed(text), form))
    }

    @Test func `is that of Unicode for every letter, alone and in company`() {
        for value in UInt32(0x20)...0x1FFFF {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in [
                "\(scalar)", "a\(scalar)\u{301}x", "e\u{323}\(scalar)\u{302}", "\u{1100}\(scalar)",
            ] {
                let expected = whole(text)
                if !isSame(composed(text), expected) {
                    Issue.record("U+\(String(value, radix: 16)) in \(text)")
                    return
                }
                let survey = UTF8Survey(Array(text.utf8))
                if !survey.mayNeedComposing { #expect(isSame(text, expected)) }
            }
        }
    }

    @Test func `is that of Unicode for random texts`() {
        var generator = Seeded(state: 1)
        let pieces =
            Array(
                "aeơưêâđ ,\nxZ\u{300}\u{301}\u{302}\u{306}\u{309}\u{303}\u{323}\u{31B}\u{327}"
                    .unicodeScalars
            )
            + Array(
                "\u{1100}\u{1161}\u{11A8}가か\u{3099}α\u{345}ʼ漢Å\u{212B}\u{FB1D}𝅗\u{F900}"
                    .unicodeScalars
            )
        for _ in 0..<5000 {
            let scalars = (0..<Int.random(in: 0...14, using: &generator)).map { _ in
                pieces.randomElement(using: &generator) ?? "a"
            }
            let text = String(String.UnicodeScalarView(scalars))
            #expect(isSame(composed(text), whole(text)))
        }
    }

    @Test func `leaves a letter with very many marks`() {
        let text = "a" + String(repeating: "\u{301}\u{323}", count: 100_000)
        #expect(isSame(composed(text), text))
    }
}

struct UTF8Validity {
    @Test func `is that of the standard library for all short sequences`() {
        var generator = Seeded(state: 9)
        let bytes: [UInt8] = [
            0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC2, 0xDF, 0xE0, 0xE1, 0xED,
            0xEF,
            0xF0, 0xF4, 0xF5, 0xFF,
        ]
        for _ in 0..<30_000 {
            let text = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
                bytes.randomElement(using: &generator) ?? 0
            }
            let survey = UTF8Survey(text)
            let isValid = String(validating: text, as: UTF8.self) != nil
            #expect(survey.isValid == isValid)
            #expect(survey.isASCII == text.allSatisfy { $0 < 0x80 })
            #expect(UTF8Survey(utf8Replacing(invalidBytesOf: text)).isValid)
        }
    }

    @Test func `sees question marks and zeros at every offset`() {
        for length in 1...24 {
            for place in 0..<length {
                var text = [UInt8](repeating: 0x41, count: length)
                #expect(!UTF8Survey(text).hasQuestionMark)
                text[place] = 0x3F
                #expect(UTF8Survey(text).hasQuestionMark && !UTF8Survey(text).hasZero)
                text[place] = 0
                #expect(UTF8Survey(text).hasZero && !UTF8Survey(text).hasQuestionMark)
                text[place] = 0xFF
                #expect(UTF8Survey(text).firstInvalidByte == place)
            }
        }
    }
}
