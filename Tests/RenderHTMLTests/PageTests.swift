import DocumentModel
import Foundation
import TestSupport
import Testing

@Suite struct `A page` {
    @Test func `has the form of an official document, landmarks and a skip link`() {
        var html = page(of: emptyDocument([.paragraph(Paragraph([.text("Nội dung.")]))]))
        if let start = html.range(of: "<style>"), let end = html.range(of: "</style>") {
            html.replaceSubrange(start.upperBound..<end.lowerBound, with: "…")
        }
        expectGolden(html, "page.html")
    }

    @Test func `is the same each time`() {
        #expect(page(of: sampleDocument) == page(of: sampleDocument))
    }

    @Test func `loads nothing from anywhere`() throws {
        let html = page(of: sampleDocument)
        #expect(!html.contains("src="))
        #expect(!html.contains("<script"))
        #expect(!html.contains("url("))
        #expect(!html.contains("@import"))
        let links = html.components(separatedBy: "<link ").dropFirst()
        #expect(links.map { $0.hasPrefix("rel=\"icon\" href=\"data:,\"") } == [true])
    }

    @Test func `gives every id once and every reference an id`() {
        let html = page(of: sampleDocument)
        let ids = values(of: " id=\"", in: html)
        #expect(ids.count == Set(ids).count)
        let references =
            values(of: " aria-labelledby=\"", in: html).flatMap { $0.split(separator: " ") }
            + values(of: " href=\"#", in: html).map { $0[...] }
        #expect(references.count > 20)
        #expect(references.filter { !ids.contains(String($0)) }.isEmpty)
    }

    @Test func `marks a draft`() {
        var document = emptyDocument()
        #expect(!page(of: document).contains("DỰ THẢO"))
        document.draft = Draft(mark: "DỰ THẢO")
        #expect(page(of: document).contains("<p class=\"draft\" role=\"note\">DỰ THẢO</p>"))
    }

    @Test func `never skips a level of headings`() {
        let levels = page(of: sampleDocument).components(separatedBy: "<h").dropFirst()
            .compactMap { Int($0.prefix(1)) }
        #expect(levels.first == 1)
        #expect(levels.count == 8)
        for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }

    private func values(of start: String, in html: String) -> [String] {
        html.components(separatedBy: start).dropFirst().map { String($0.prefix { $0 != "\"" }) }
    }
}
