import DocumentModel
import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite struct `A block` {
    @Test func `of text keeps every letter`() {
        let html = bodyHTML([.paragraph(Paragraph([.text("A*B <script> & \"C\" 'D' &lt;")]))])
        #expect(html == "<p>A*B &lt;script&gt; &amp; &quot;C&quot; &#39;D&#39; &amp;lt;</p>\n")
    }

    @Test func `of text has no character that HTML forbids`() {
        let html = bodyHTML([.paragraph(Paragraph([.text("a\u{0}b\u{1B}c\u{7F}")]))])
        #expect(html == "<p>a\u{FFFD}b\u{FFFD}c\u{FFFD}</p>\n")
    }

    @Test func `of a picture holds its bytes and words`() throws {
        let html = bodyHTML([
            .picture(
                Picture(
                    anchor: "picture-a",
                    label: "Ảnh 1",
                    caption: "A & B",
                    alternative: "C \"D\"",
                    image: PictureImage(
                        format: .png,
                        bytes: SamplePictures.png,
                        width: 6,
                        height: 4
                    )
                )
            )
        ])
        let parts = html.components(separatedBy: "data:image/png;base64,")
        let text = try #require(parts.last?.components(separatedBy: "\"").first)
        #expect(Data(base64Encoded: text).map { [UInt8]($0) } == SamplePictures.png)
        #expect(html.contains("alt=\"C &quot;D&quot;\" width=\"6\" height=\"4\""))
        #expect(html.contains("<figcaption><strong>Ảnh 1.</strong> A &amp; B</figcaption>"))
    }

    @Test func `links to pages and mailboxes and to nothing that acts`() {
        let link = { (address: String) in
            bodyHTML([.paragraph(Paragraph([.link(.address(address), [.text("x")])]))])
        }
        #expect(
            link("https://a.vn/?b=\"&c") == "<p><a href=\"https://a.vn/?b=&quot;&amp;c\""
                + " rel=\"noreferrer\">x</a></p>\n"
        )
        #expect(link("mailto:a@b.vn").contains("href"))
        #expect(link("javascript:alert(1)") == "<p>x</p>\n")
        #expect(link(" JAVASCRIPT:alert(1)") == "<p>x</p>\n")
        #expect(link("data:text/html,x") == "<p>x</p>\n")
    }

    @Test func `of a list nests and counts`() {
        let inner = List(marker: .plus, items: [List.Item(text: [.text("c;")])])
        let html = bodyHTML([
            .list(
                List(
                    marker: .dash,
                    items: [
                        List.Item(text: [.text("a;")], sublist: inner),
                        List.Item(text: [.emphasis([.text("b.")])]),
                    ]
                )
            ),
            .list(List(marker: .number(start: 3), items: [List.Item(text: [.text("d")])])),
        ])
        expectGolden(html, "lists.html")
    }

    @Test func `of a table has scopes, groups, totals, notes and source`() {
        let table = Table(
            anchor: "bang-1",
            label: "Bảng 1",
            caption: "Số HTX",
            unit: "HTX",
            columns: [.init(.leading, isRowHeader: true), .init(.decimal), .init(.centre)],
            head: [
                [.init("", rowSpan: 2), .init("Năm 2020", columnSpan: 2)],
                [.init("Số"), .init("Loại")],
            ],
            rows: [
                .init(["Tổng", "1.234,5", "-"], kind: .total), .init(["Huyện A"], kind: .group),
                .init(["A*B <b>", "-12,0", "…"]), .init(["Huyện B"], kind: .group),
                .init(["C", "4", "Khá"]),
            ],
            notes: ["một", "hai"],
            source: "nơi gửi",
            isWide: true
        )
        expectGolden(bodyHTML([.table(table)]), "table.html")
    }

    @Test func `of a chart has a caption, two drawings and its figures`() {
        let chart = Chart(
            anchor: "bieu-do-1",
            label: "Biểu đồ 1",
            caption: "Số HTX",
            unit: "HTX",
            spec: ChartSpec(
                mark: .bar,
                categories: ["A <b>", "B"],
                panels: ["Nông nghiệp", "Vận tải"].map { title in
                    .init(
                        title: title,
                        series: [
                            .init(name: "2019", points: [.init(magnitude: 1, label: "1"), nil]),
                            .init(name: "2020", points: [.init(magnitude: 2, label: "2")]),
                        ]
                    )
                },
                tickStyle: NumberStyle()
            ),
            alternative: "A tăng.",
            notes: ["một"],
            source: "nơi gửi"
        )
        expectGolden(bodyHTML([.chart(chart)]), "chart.html")
    }

    @Test func `of contents links to headings and annexes`() {
        var document = sampleDocument
        document.body = document.body.filter {
            switch $0 {
            case .heading, .contents: true
            case .paragraph, .list, .table, .chart, .picture: false
            }
        }
        let html = page(of: document)
        let start = html.range(of: "<nav")?.lowerBound ?? html.startIndex
        let end = html.range(of: "</nav>\n")?.upperBound ?? html.endIndex
        expectGolden(String(html[start..<end]), "contents.html")
    }
}
