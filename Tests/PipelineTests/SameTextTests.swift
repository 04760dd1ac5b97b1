import Foundation
import TestSupport
import Testing

/// One document model makes both products, so both must say the same.
@Suite struct SameTextTests {
    /// The PDF's words, without the page numbers that stand alone on top of pages.
    private func pdfText() throws -> String {
        let pdf = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        return try pages(of: pdf).map { page in
            let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
            let isNumbered = lines.first.map { Int($0) != nil } ?? false
            return plain(lines.dropFirst(isNumbered ? 1 : 0).joined(separator: "\n"))
        }.joined(separator: " ")
    }

    private func webPage() throws -> WebPage {
        try WebPage(BuiltFixture.folder.get().appendingPathComponent("bao-cao.html"))
    }

    private func count(_ words: some Sequence<Substring>) -> [Substring: Int] {
        words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
    }

    @Test func `every paragraph and item of the HTML stands in the PDF`() throws {
        let pdf = try pdfText()
        let page = try webPage()
        let texts = page.texts(of: "p") + page.texts(of: "li")
        #expect(texts.count > 60)
        let packed = pdf.filter { !$0.isWhitespace }
        // The producer stands in the PDF's metadata; the reference has blanks to be filled in by hand.
        let known = ["baocao ", "(Kèm theo "]
        for text in texts where !known.contains(where: text.hasPrefix) {
            // Blanks are left out: a line may end where the HTML has none.
            #expect(packed.contains(text.filter { !$0.isWhitespace }), "\(text)")
        }
    }

    @Test func `every table cell of the HTML stands in the PDF as often`() throws {
        let page = try webPage()
        // The figures of a chart unfold in the HTML; the PDF has them in the chart itself.
        let cells =
            page.texts(of: "td", outside: "details") + page.texts(of: "th", outside: "details")
        #expect(cells.count > 232 * 13)
        let wanted = count(cells.flatMap { $0.split(separator: " ") })
        let found = count(try pdfText().split(separator: " "))
        let missing = wanted.filter { word, times in
            word.contains { $0.isNumber } && found[word, default: 0] < times
        }
        #expect(missing.isEmpty, "\(missing.keys.sorted().prefix(20))")
    }

    @Test func `every cooperative of every file stands in both`() throws {
        let pdf = count(try pdfText().split(separator: " "))
        let page = try webPage().text
        var seen = 0
        let folder = fixtures.appendingPathComponent("an-giang-2020/submissions")
        for (_, bytes) in try contents(of: folder).sorted(by: { $0.key < $1.key }) {
            let text = String(decoding: bytes, as: UTF8.self)
            for line in text.split(whereSeparator: \.isNewline).dropFirst() {
                let code = line.prefix { $0 != "," && $0 != ";" }
                seen += 1
                #expect(pdf[code] == 1, "\(code)")
                #expect(page.contains(code), "\(code)")
            }
        }
        #expect(seen == 232)
    }

    @Test func `both have the same tables and charts in the same order`() throws {
        let pdf = try pdfText()
        let captions = try webPage().texts(of: "caption") + webPage().texts(of: "figcaption")
        let numbered = captions.filter { $0.hasPrefix("Bảng ") || $0.hasPrefix("Biểu đồ ") }
        #expect(numbered.count >= 20)
        let packed = pdf.filter { !$0.isWhitespace }
        for caption in numbered {
            let words = caption.prefix { $0 != ":" }.filter { !$0.isWhitespace }.prefix(40)
            #expect(packed.contains(words), "\(caption)")
        }
    }
}
