import CairoKit
import DocumentModel
import Foundation
import Testing
import ThemeModel

@testable import RenderPDF

/// A column of 100 points with these boxes; each is marked by a fill as high as its number.
private func fill(_ boxes: [FlowBox]) -> [[Int]] {
    var document = PagedDocument()
    let numbered = boxes.enumerated().map { number, box in
        var box = box
        box.pieces.append(
            Piece(
                x: 0,
                y: 0,
                content: .fill(width: 1, height: Double(number), sampleTheme.colours.text),
                owner: .artifact(.layout)
            )
        )
        return box
    }
    PageBuilder.append(
        FlowSection(
            width: 100,
            height: 120,
            top: 10,
            bottom: 10,
            left: 0,
            right: 0,
            labelPrefix: "",
            boxes: numbered
        ),
        to: &document,
        theme: sampleTheme
    )
    return document.pages.map { page in
        page.pieces.compactMap { piece in
            if case .fill(1, let height, _) = piece.content { Int(height) } else { nil }
        }
    }
}

private func box(_ height: Double, space: Double = 0, keeps: Bool = false) -> FlowBox {
    FlowBox(height: height, spaceBefore: space, keepsWithNext: keeps, pieces: [])
}

@Test func `fills pages in order`() {
    #expect(fill([box(60), box(40), box(1)]) == [[0, 1], [2]])
}

@Test func `leaves out the space at the top of a page`() {
    #expect(fill([box(100), box(100, space: 30), box(5)]) == [[0], [1], [2]])
}

@Test func `moves a heading to the page of what it heads`() {
    #expect(fill([box(70), box(20, keeps: true), box(20)]) == [[0], [1, 2]])
}

@Test func `breaks what is kept together when no page can hold it`() {
    #expect(
        fill([box(60, keeps: true), box(60, keeps: true), box(60)]) == [[0], [1], [2]]
    )
}

@Test func `lets running text move up before a chart that does not fit`() {
    var chart = box(70)
    chart.floats = true
    var text = box(20)
    text.isRunningText = true
    #expect(fill([box(50), chart, text, text, text]) == [[0, 2, 3], [1, 4]])
    #expect(fill([box(50), chart, box(20)]) == [[0], [1, 2]])
}

@Test func `keeps the first and the last two lines of a paragraph together`() throws {
    let paragraphs = try sampleParagraphs()
    func keeps(_ lines: Int) -> [Bool] {
        paragraphs.flow(
            Array(repeating: SetLine(boxes: [], x: 0), count: lines),
            style: TextStyle(face: .regular, size: 14, colour: sampleTheme.colours.text),
            spaceBefore: 0,
            owner: StructureElement(.paragraph)
        ).map(\.keepsWithNext)
    }
    #expect(keeps(1) == [false])
    #expect(keeps(2) == [true, false])
    #expect(keeps(3) == [true, true, false])
    #expect(keeps(5) == [true, false, false, true, false])
}

@Test func `repeats the head of a table on each of its pages`() throws {
    let annex = Annex(
        anchor: "a",
        label: "Phụ lục",
        title: "DANH SÁCH",
        reference: "",
        blocks: [.table(registerTable(120, grouped: false))],
        isLandscape: true
    )
    let pages = try pages(of: document([], annexes: [annex])).pages
        .filter { $0.labelPrefix == "Phụ lục-" }
    #expect(pages.count > 3)
    for (number, page) in pages.enumerated() {
        let texts = page.pieces.compactMap { piece -> String? in
            guard case .line(let line) = piece.content, case .artifact(.header) = piece.owner
            else { return nil }
            return line.boxes.first?.fragments.first?.word.text
        }
        // The first page has the head itself, and no page number.
        #expect(texts.contains("STT") == (number > 0))
    }
}

@Test func `sets a row that is taller than a page on several`() throws {
    let text = String(repeating: prose + " ", count: 12)
    let table = Table(
        anchor: "t",
        label: "Bảng 1",
        caption: "Hàng cao",
        columns: [.init(.leading), .init(.leading)],
        head: [[.init("a"), .init("b")]],
        rows: [.init(["x", text])]
    )
    let made = document([.table(table)])
    #expect(try pages(of: made).pages.count > 2)
    let printed = try poppler("pdftotext", ["-raw"], try file(made).bytes)
    let read = words(printed).joined(separator: " ")
    #expect(read.components(separatedBy: "triệu đồng/người/tháng.").count == 13)
}
