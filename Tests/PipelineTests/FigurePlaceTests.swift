import Foundation
import TestSupport
import Testing

/// Where tables and charts of the report stand.
@Suite struct FigurePlaceTests {
    @Test func `every figure of the report stands on the page of its mention or on the next`()
        throws
    {
        let report = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        let all = try pages(of: report)
        // Figures of annexes are told by the mention of the annex.
        let body = all.prefix { !$0.components(separatedBy: "\n").contains("Phụ lục I") }
        #expect(body.count > 10 && body.count < all.count)
        var captions: [(label: String, page: Int)] = []
        var mentions: [String: Set<Int>] = [:]
        for (number, page) in body.enumerated() {
            var text = page.replacingOccurrences(of: "\u{A0}", with: " ")
            for match in text.matches(of: /\n((?:Bảng|Biểu đồ) \d+)\. \p{Lu}/) {
                captions.append((String(match.output.1), number))
            }
            text.replace(/\n(?:Bảng|Biểu đồ) \d+\. \p{Lu}/, with: "\n")
            for match in plain(text).matches(of: /(?:Bảng|Biểu đồ) \d+/) {
                mentions[String(match.output), default: []].insert(number)
            }
        }
        #expect(captions.count >= 20, "\(captions)")
        for (label, page) in captions {
            let places = try #require(mentions[label], "nothing mentions \(label)")
            #expect(places.contains { (0...1).contains(page - $0) }, "\(label): \(page), \(places)")
        }
    }
}
