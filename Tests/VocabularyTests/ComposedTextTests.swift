import Foundation
import Testing
import Vocabulary

private let letters =
    "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵđ"

struct ComposedText {
    @Test func `composes each Vietnamese letter as Unicode's NFC does`() {
        for letter in letters + letters.uppercased() {
            let text = String(letter)
            let decomposed = text.decomposedStringWithCanonicalMapping
            #expect(Array(decomposed.composed.utf8) == Array(text.utf8), "\(text)")
        }
    }

    @Test func `composes marks in any order, on letters half composed too`() {
        // Windows code page 1258 gives the vowel composed and the tone apart.
        for text in ["ê\u{323}", "e\u{302}\u{323}", "e\u{323}\u{302}", "ẹ\u{302}"] {
            #expect(Array(text.composed.utf8) == Array("ệ".utf8))
        }
        #expect(Array("o\u{31B}\u{301}".composed.utf8) == Array("ớ".utf8))
        #expect(Array("o\u{301}\u{31B}".composed.utf8) == Array("ớ".utf8))
    }

    @Test func `leaves other text as it is`() {
        for text in ["", "abc", "n\u{303}", "\u{301}", "a\u{301}\u{300}b", "👨‍👩‍👧", "é\u{323}x"] {
            #expect(text.composed == text)
        }
        let sentence = "Hợp tác xã Mỹ Hòa Hưng"
        #expect(
            Array(sentence.decomposedStringWithCanonicalMapping.composed.utf8)
                == Array(sentence.utf8)
        )
    }

    @Test func `folds case, blanks, composition and the place of the tone`() {
        #expect("  MỸ  Hoà\u{A0}Hưng ".foldedName == "mỹ hòa hưng".foldedName)
        #expect("Thuỷ".foldedName == "thủy".foldedName)
        #expect("khoẻ".foldedName == "khỏe".foldedName)
        #expect("Hoà".decomposedStringWithCanonicalMapping.foldedName == "Hòa".foldedName)
        #expect("Hòa".foldedName != "Hoa".foldedName)
        #expect("Hòa".foldedName != "Hóa".foldedName)
        #expect("ĐỒNG".foldedName == "đồng".foldedName)
    }

    @Test func `folds each letter alone as Unicode makes it small`() {
        for value in UInt32(0)..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let letter = String(scalar)
            let isBlank = scalar.properties.isWhitespace
            let small = isBlank ? "" : letter.composed.lowercased()
            // A Vietnamese letter beside it keeps a text of ASCII from being folded as such.
            let beside = (letter + "đ").foldedName
            #expect(Array(beside.unicodeScalars) == Array((small + "đ").unicodeScalars))
            #expect(Array(letter.foldedName.unicodeScalars) == Array(small.unicodeScalars))
        }
    }

    @Test(arguments: [
        ("hoà", "hòa"), ("khoẻ", "khỏe"), ("thuý", "thúy"), ("uỷ", "ủy"), ("quý", "qúy"),
        ("HUỲNH", "hùynh"), ("Thoả", "thỏa"), ("xoè", "xòe"),
    ])
    func `knows old and new places of the tone`(new: String, old: String) {
        #expect(new.foldedName == old.foldedName)
    }

    @Test(arguments: [
        ("của", "cuả"), ("mý", "mí"), ("kỹ", "kĩ"), ("thúy", "thúi"), ("hòa", "hóa"),
        ("lào", "loà"),
        ("mùa", "muà"), ("chìa", "chià"), ("dừa", "dưà"), ("hòa", "họa"), ("o", "ô"),
    ])
    func `does not join words that differ`(first: String, second: String) {
        #expect(first.foldedName != second.foldedName)
    }
}

struct ExactDivision {
    private func value(_ text: String) throws -> ExactDecimal {
        try #require(ExactDecimal(plain: text))
    }

    @Test(arguments: [
        ("1", "1000000", "0.000001"), ("1000000", "1", "1000000"), ("1", "3", nil),
        ("7.5", "2.5", "3"), ("-1", "8", "-0.125"), ("1", "0", nil), ("0", "3", "0"),
        ("1", "0.001", "1000"), ("0.5", "1000", "0.0005"),
    ])
    func `divides exactly or not at all`(first: String, second: String, quotient: String?) throws {
        let result = try value(first).dividedExactly(by: try value(second))
        #expect(result?.description == quotient)
    }
}
