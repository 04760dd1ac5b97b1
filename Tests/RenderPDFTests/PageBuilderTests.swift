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
        let mark = Piece(
            x: 0,
            y: 0,
            content: .fill(width: 1, height: Double(number), sampleTheme.colours.text),
            owner: .artifact(.layout)
        )
        box.pieces.append(mark)
        if let tightened = box.tightened {
            box.tightened = { density in
                var tight = tightened(density)
                tight.pieces.append(mark)
                return tight
            }
        }
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
    var text = box(19, space: 1)
    text.isRunningText = true
    #expect(fill([box(50), chart, text, text, text]) == [[0, 2, 3], [1, 4]])
    // No chart parts a paragraph: its lines go together, or none.
    var line = box(20)
    line.isRunningText = true
    #expect(fill([box(50), chart, text, line, text]) == [[0, 2, 3], [1, 4]])
    #expect(fill([box(50), chart, text, line, line]) == [[0], [1, 2], [3, 4]])
    #expect(fill([box(50), chart, box(20)]) == [[0], [1, 2]])
}

@Test func `sets charts of the page closer for what nearly fits`() {
    func chart(_ height: Double, least: Double) -> FlowBox {
        var chart = box(height)
        chart.floats = true
        chart.tightened = { [chart] density in
            var tight = chart
            tight.height -= (height - least) * density
            return tight
        }
        return chart
    }
    // The next box lacks 10 points of 100, and a chart of this page can give away 15 …
    #expect(fill([box(20), chart(60, least: 45), box(30)]) == [[0, 1, 2]])
    // … or is itself the one that lacks them.
    #expect(fill([box(50), chart(60, least: 45), box(5)]) == [[0, 1], [2]])
    // Not when it would help too little, nor for a small gap.
    #expect(fill([box(20), chart(60, least: 55), box(30)]) == [[0, 1], [2]])
    #expect(fill([box(30), chart(60, least: 45), box(15)]) == [[0, 1], [2]])
}

@Test func `sets all charts of a page closer again when more comes to it`() {
    func chart(_ height: Double, least: Double) -> FlowBox {
        var chart = box(height)
        chart.tightened = { [chart] density in
            var tight = chart
            tight.height -= (height - least) * density
            return tight
        }
        return chart
    }
    // A quarter of what it can give away lets the second box in, a half of it the third too.
    #expect(fill([chart(80, least: 0), box(25), box(30)]) == [[0, 1, 2]])
    #expect(fill([chart(40, least: 20), chart(65, least: 55), box(20)]) == [[0, 1], [2]])
}

@Test func `moves a heading up with its text only before a very big gap`() {
    var chart = box(70)
    chart.floats = true
    var heading = box(5, keeps: true)
    heading.isInnerHeading = true
    var text = box(10)
    text.isRunningText = true
    #expect(fill([box(70), chart, heading, text]) == [[0, 2, 3], [1]])
    #expect(fill([box(82), chart, heading, text]) == [[0], [1, 2, 3]])
    // A new chapter never begins before a figure of the last one.
    heading.isInnerHeading = false
    #expect(fill([box(70), chart, heading, text]) == [[0], [1, 2, 3]])
}

@Test func `parts what is kept together where it may be, rather than leave a big gap`() {
    func rows(_ count: Int) -> [FlowBox] {
        (0..<count).map { number in
            var row = box(10, keeps: number < count - 1)
            row.mayPart = (2..<count - 2).contains(number)
            return row
        }
    }
    #expect(fill([box(50)] + rows(8)) == [[0, 1, 2, 3, 4, 5], [6, 7, 8]])
    #expect(fill([box(75)] + rows(8)).first == [0])
    #expect(fill([box(90)] + rows(8)).first == [0])
    #expect(fill([box(20)] + rows(8)) == [Array(0...8)])
}

@Test func `keeps a table whole that is no longer than half a page`() throws {
    func parts(of count: Int, below lines: Int) throws -> [Int] {
        let table = Table(
            anchor: "t",
            label: "Bảng 1",
            caption: "Nhiều dòng",
            columns: [.init(.leading), .init(.decimal)],
            head: [[.init("a"), .init("b")]],
            rows: (1...count).map { .init(["dòng\u{A0}\($0)", "\($0)"]) }
        )
        let blocks = Array(repeating: paragraph("Một dòng"), count: lines) + [Block.table(table)]
        let pages = try pages(of: document(blocks)).pages.map { page in
            page.pieces.count { piece in
                guard case .line(let line) = piece.content else { return false }
                return line.boxes.first?.fragments.first?.word.text.hasPrefix("dòng") == true
            }
        }
        return pages.filter { $0 > 0 }
    }
    for count in [7, 8, 14] {
        for lines in 1...24 {
            #expect(try parts(of: count, below: lines) == [count], "\(lines)")
        }
    }
    // Rows of one that no page can hold stand on as many pages as they need.
    #expect(try parts(of: 100, below: 1).count > 2)
}

@Test func `moves no text up that would stand two pages before a figure it mentions`() throws {
    func figure(_ height: Double, _ anchor: String) -> FlowBox {
        var figure = box(height)
        figure.floats = true
        figure.anchors = [anchor]
        return figure
    }
    let paragraphs = try sampleParagraphs()
    let style = TextStyle(face: .regular, size: 10, colour: sampleTheme.colours.text)
    func text(mentioning anchor: String) -> FlowBox {
        var text = box(20)
        text.isRunningText = true
        let words: [Inline] = [.link(.anchor(anchor), [.text("Hình")])]
        let line = SetLine(boxes: paragraphs.shaper.boxes(of: words, style), x: 0)
        text.pieces.append(
            Piece(x: 0, y: 0, content: .line(line), owner: .artifact(.layout))
        )
        return text
    }
    // Both figures fit on the next page …
    #expect(
        fill([box(50), figure(60, "a"), text(mentioning: "b"), figure(40, "b")])
            == [[0, 2], [1, 3]]
    )
    // … or the second does not, and the text stays with it.
    #expect(
        fill([box(50), figure(60, "a"), text(mentioning: "b"), figure(60, "b")])
            == [[0], [1, 2], [3]]
    )
    // What is mentioned far before it anyway, or stands before its mention, holds nothing back.
    let far = [figure(90, "b"), box(90), box(90), figure(90, "c")]
    #expect(
        fill([box(50), figure(60, "a"), text(mentioning: "c")] + far)
            == [[0, 2], [1], [3], [4], [5], [6]]
    )
    #expect(fill([box(50), figure(60, "a"), text(mentioning: "a")]) == [[0, 2], [1]])
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
