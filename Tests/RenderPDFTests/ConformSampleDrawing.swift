import CCairoPango
import Vocabulary

@testable import RenderPDF

extension SampleCanvas {
    static let metadata = FileMetadata(
        title: "Báo cáo (thử) \\ \"50 < 60 & 70\" 𝄞",
        author: "Sở Kế hoạch",
        subject: "Hợp tác xã",
        keywords: ["hợp tác xã", "báo cáo"],
        language: "vi-VN",
        date: CalendarDate(secondsSince1970: 1_609_372_800),
        producer: "baocao thử"
    )

    /// Two pages with all that the structure knows: headings, mixed text with links, a list, a table
    /// with sections and spans, a figure, a note, a paragraph over both pages, artifacts.
    static func sample(metadata: FileMetadata = SampleCanvas.metadata) -> TaggedDrawing {
        let canvas = SampleCanvas()
        canvas.artifact(.header, text: "ĐẦU TRANG", y: 30)
        let title = canvas.text("I. TÌNH HÌNH HỢP TÁC XÃ", y: 60, font: boldFont, tag: "H1")
        let before = canvas.text("Xem ", y: 90)
        let linkText = canvas.text("phụ lục", x: 110, y: 90, tag: "Span")
        let inner = canvas.link(.place(page: 1, x: 72, y: 800), y: 90, description: "Tới phụ lục")
        let webText = canvas.text("trang web", x: 200, y: 90, tag: "Span")
        let outer = canvas.link(
            .address("https://example.org/báo cáo?(a)\\b"),
            y: 90,
            description: "Trang (web)"
        )
        let first = canvas.text("Đoạn văn dài bắt đầu ở đây", y: 110)
        let label = canvas.text("-", y: 130, tag: "Lbl")
        let item = canvas.text("Mục thứ nhất (a\\b)", x: 90, y: 130, tag: "LBody")
        let rows = drawRows(canvas)
        canvas.artifact(.layout) { context in
            cairo_move_to(context, 72, 150)
            cairo_line_to(context, 500, 150)
            cairo_stroke(context)
        }
        let bars = canvas.mark("Figure") { context in
            cairo_set_source_rgb(context, 0.1, 0.3, 0.6)
            cairo_rectangle(context, 72, 300, 200, 60)
            cairo_fill(context)
        }
        canvas.artifact(.footer, text: "Trang 1", y: 800)
        canvas.nextPage()
        let second = canvas.text("và kết thúc ở trang sau.", y: 60)
        let heading = canvas.text("1. Phụ lục", y: 90, font: boldFont, tag: "H2")
        let note = canvas.text("Ghi chú: số liệu sơ bộ.", y: 120)
        canvas.artifact(.watermark, text: "DỰ THẢO", y: 400)
        let figure = child(.figure, [bars]) {
            $0.alternative = "Biểu đồ: 31 hợp tác xã (tăng 2)"
            $0.boundingBox = PageBox(left: 72, bottom: 482, right: 272, top: 542.5)
        }
        let document = element(
            .document,
            [
                child(.heading1, [title]),
                child(
                    .paragraph,
                    [before, child(.link, [linkText, inner]), child(.link, [webText, outer])]
                ),
                child(.paragraph, [first, second]),
                child(
                    .list,
                    [child(.listItem, [child(.listLabel, [label]), child(.listBody, [item])])]
                ) { $0.listNumbering = .disc },
                .element(rows),
                figure,
                child(.heading2, [heading]),
                child(.note, [note]),
            ]
        )
        let outline = [
            OutlineEntry(level: 1, title: "I. TÌNH HÌNH", page: 0, y: 780),
            OutlineEntry(level: 2, title: "1. Phụ lục (a)", page: 1, y: 750),
            OutlineEntry(level: 1, title: "II. 𝄞", page: 1, y: 700),
        ]
        return canvas.finish(document, outline: outline, metadata: metadata)
    }

    private static let boldFont = "Liberation Serif Bold 13"

    private static func drawRows(_ canvas: SampleCanvas) -> StructureElement {
        func cell(_ words: String, _ column: Int, _ y: Double) -> StructureChild {
            canvas.text(words, x: 72 + Double(column) * 150, y: y, tag: "TD")
        }
        let corner = child(.headerCell, [cell("Huyện", 0, 170)]) { $0.scope = .column }
        let wide = child(.headerCell, [cell("Số hợp tác xã", 1, 170)]) {
            $0.scope = .column
            $0.columnSpan = 2
        }
        let side = child(.headerCell, [cell("Phú Thọ", 0, 190)]) { $0.scope = .row }
        let values = [
            child(.dataCell, [cell("1.234", 1, 190)]), child(.dataCell, [cell("56,7", 2, 190)]),
        ]
        return element(
            .table,
            [
                child(.tableHead, [child(.tableRow, [corner, wide])]),
                child(.tableBody, [child(.tableRow, [side] + values)]),
            ]
        )
    }

    /// One page with as many rows as asked for.
    static func longTable(rows: Int) -> TaggedDrawing {
        let canvas = SampleCanvas()
        var children: [StructureChild] = []
        for row in 0..<rows {
            if row > 0, row % 4_000 == 0 { canvas.nextPage() }
            let mark = canvas.mark("TD") { context in
                cairo_rectangle(context, 72, Double(row % 700), 1, 1)
                cairo_fill(context)
            }
            children.append(child(.tableRow, [child(.dataCell, [mark])]))
        }
        return canvas.finish(element(.document, [child(.table, children)]))
    }
}
