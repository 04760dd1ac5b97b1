import Foundation
import TestSupport
import Testing

/// The figures of the paragraph published for 2020, searched in the text of the PDF and of the HTML.
@Suite struct PublishedParagraphTests {
    private static let figures = [
        "232 HTX thuộc 06 lĩnh vực",
        "HTX nông nghiệp: 169 HTX, chiếm 72,84%",
        "Quỹ tín dụng nhân dân: 24 HTX, chiếm 10,34%",
        "HTX vận tải: 24 HTX, chiếm 10,34%",
        "HTX tiểu thủ công nghiệp: 04 HTX, chiếm 1,72%",
        "HTX thương mại du lịch: 10 HTX, chiếm 4,31%",
        "HTX tài nguyên môi trường (khai thác cát): 01 HTX, chiếm 0,43%",
        "140.749 người",
        "vốn điều lệ đạt 3.664 tỷ đồng",
        "tổng tài sản đạt 5.234 tỷ đồng",
        "doanh thu đạt 278,4 tỷ đồng, bình quân 1,2 tỷ đồng/HTX",
        "lợi nhuận đạt 22,62 tỷ đồng, bình quân 97,5 triệu đồng/HTX",
        "từ 4 đến 5 triệu đồng/người/tháng",
        "tăng 34 HTX (tăng 17,17%) so với năm 2019",
    ]

    @Test(arguments: figures)
    func `stands in the PDF`(figure: String) throws {
        let pdf = try BuiltFixture.folder.get().appendingPathComponent("bao-cao.pdf")
        #expect(plain(try pages(of: pdf).joined(separator: " ")).contains(figure))
    }

    @Test(arguments: figures)
    func `stands in the HTML`(figure: String) throws {
        let text = try WebPage(BuiltFixture.folder.get().appendingPathComponent("bao-cao.html"))
            .text
        #expect(text.contains(figure))
    }

    @Test func `no blank that could break stands between a figure and its unit`() throws {
        let html = try String(
            contentsOf: BuiltFixture.folder.get().appendingPathComponent("bao-cao.html"),
            encoding: .utf8
        )
        let apart = html.matches(of: /[0-9.,\/]*[0-9] (?:HTX|tỷ đồng|triệu đồng)/)
            .map(\.output).filter { !$0.contains("/") }
        #expect(apart.isEmpty, "\(apart)")
        #expect(html.contains("3.664\u{00A0}tỷ"))
    }
}
