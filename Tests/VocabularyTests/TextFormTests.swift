import Testing
import Vocabulary

struct TextFormTests {
    @Test(arguments: [
        ("Sông Mơ", "song-mo"), ("  Đường Đá / Hòa-An 2 ", "duong-da-hoa-an-2"),
        ("Ho\u{300}a", "hoa"), ("../../etc", "etc"), ("日本", ""), ("QUỸ ỨNG Ỷ", "quy-ung-y"),
    ])
    func `a slug has ASCII letters only`(text: String, slug: String) {
        #expect(text.slug == slug)
    }

    @Test(arguments: ["=1+1", "+84", "-x", "@a", "\tb", "\rc", "'=1", "''", "'a", "a", "", "-5,5"])
    func `a guarded text comes back as it was`(text: String) {
        #expect(SpreadsheetGuard.removed(from: SpreadsheetGuard.added(to: text)) == text)
    }

    @Test func `formulas are guarded, numbers are not`() {
        #expect(SpreadsheetGuard.added(to: "=A1") == "'=A1")
        #expect(SpreadsheetGuard.added(to: "-1.234,5") == "-1.234,5")
        #expect(SpreadsheetGuard.added(to: "-1+2") == "'-1+2")
        #expect(SpreadsheetGuard.added(to: "-") == "'-")
    }

    @Test func `what cannot be seen is shown by its number`() {
        #expect("a\u{0}b\nc\u{202E}".printable == "a\\u{0}b c\\u{202E}")
    }
}
