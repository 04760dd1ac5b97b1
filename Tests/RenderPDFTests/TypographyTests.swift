import CairoKit
import DocumentModel
import Foundation
import TestSupport
import Testing
import ThemeModel

@testable import RenderPDF

/// The same numbers in every run.
private struct Numbers: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return state ^ (state >> 29)
    }
}

private func text(_ words: Int, _ numbers: inout Numbers) -> String {
    let all = prose.split(separator: " ")
    return (0..<words).map { _ in all.randomElement(using: &numbers).map(String.init) ?? "" }
        .joined(separator: " ")
}

/// Each element's lines in the order of drawing: on which page they stand.
private func linePages(_ document: PagedDocument) -> [(element: StructureElement, pages: [Int])] {
    var lines: [(element: StructureElement, pages: [Int])] = []
    for (number, page) in document.pages.enumerated() {
        for piece in page.pieces {
            guard case .line = piece.content, case .element(let element) = piece.owner else {
                continue
            }
            if let index = lines.lastIndex(where: { $0.element === element }) {
                lines[index].pages.append(number)
            } else {
                lines.append((element, [number]))
            }
        }
    }
    return lines
}

private func table(_ rows: [Table.Row], columns: Int = 3) -> Table {
    Table(
        anchor: "t",
        label: "Bảng 1",
        caption: "Kết quả theo đơn vị",
        columns: [.init(.leading)] + (1..<columns).map { _ in .init(.decimal) },
        head: [(0..<columns).map { _ in .init("Cột") }],
        rows: rows
    )
}

@Suite struct PageBreaks {
    @Test(arguments: 1...12)
    func `leave no first and no last line of a paragraph alone`(seed: UInt64) throws {
        var numbers = Numbers(state: seed)
        let body = (0..<40).map { _ in
            Block.paragraph(
                Paragraph([.text(text(Int.random(in: 3...160, using: &numbers), &numbers))])
            )
        }
        var broken = 0
        for (_, pages) in linePages(try RenderPDFTests.pages(of: document(body)))
        where pages.count > 1 && Set(pages).count > 1 {
            broken += 1
            for page in Set(pages) { #expect(pages.count { $0 == page } >= 2) }
        }
        #expect(broken > 0)
    }

    @Test(arguments: 1...12)
    func `leave no heading without its text and no caption without its table`(seed: UInt64) throws {
        var numbers = Numbers(state: seed &+ 100)
        var body: [Block] = []
        for number in 0..<24 {
            body.append(
                .heading(
                    Heading(
                        level: 1 + number % 2,
                        number: "\(number).",
                        text: [.text(text(Int.random(in: 2...30, using: &numbers), &numbers))],
                        anchor: "h\(number)"
                    )
                )
            )
            if number % 3 == 1 {
                let rows = (0..<Int.random(in: 1...70, using: &numbers)).map {
                    Table.Row(["đơn vị \($0)", "\($0),5", "7"])
                }
                body.append(.table(table(rows)))
            } else {
                let words = Int.random(in: 3...120, using: &numbers)
                body.append(.paragraph(Paragraph([.text(text(words, &numbers))])))
            }
        }
        let lines = linePages(try RenderPDFTests.pages(of: document(body)))
        for (this, next) in zip(lines, lines.dropFirst()) {
            switch this.element.role {
            case .heading1, .heading2, .heading3, .heading4, .caption:
                #expect(this.pages.last == next.pages.first)
            default: break
            }
        }
    }

    @Test(arguments: 1...6)
    func `part no row that fits on a page, and lose none`(seed: UInt64) throws {
        var numbers = Numbers(state: seed &+ 200)
        let rows = (0..<60).map { row in
            Table.Row([
                "\(row) " + text(Int.random(in: 1...90, using: &numbers), &numbers), "\(row),25",
                "9",
            ])
        }
        let lines = linePages(try RenderPDFTests.pages(of: document([.table(table(rows))])))
        let cells = lines.filter { $0.element.role == .dataCell }
        #expect(cells.count == 180)
        for cell in cells { #expect(Set(cell.pages).count == 1) }
        for row in stride(from: 0, to: cells.count, by: 3) {
            #expect(Set(cells[row..<(row + 3)].flatMap(\.pages)).count == 1)
        }
    }
}

@Suite struct Figures {
    @Test func `have digits of one width in every face`() throws {
        let shaper = try sampleParagraphs().shaper
        for face in [Face.regular, .bold, .italic, .boldItalic] {
            let style = TextStyle(face: face, size: 11, colour: sampleTheme.colours.text)
            let widths = (0...9).map { shaper.width(of: "\($0)", style) }
            for width in widths { #expect(abs(width - widths[0]) < 1e-9) }
        }
    }

    @Test func `have their commas under each other on the page itself`() throws {
        let values = ["1,5", "12.345,25", "-0,125", "7", "100.000,0", "-", "3,75%", "88,8"]
        let rows =
            values.map { Table.Row(["đơn vị", $0, "7"]) } + [
                Table.Row(["Tổng số", "112.345,9", "49"], kind: .total)
            ]
        let places = try commas(try file(document([.table(table(rows))])).bytes)
        #expect(places.count == 7)
        for place in places { #expect(abs(place - places[0]) < 0.02) }
    }

    /// Where the commas of figures stand, from the left edge in points.
    private func commas(_ bytes: [UInt8]) throws -> [Double] {
        try withScratchFolder { folder in
            let path = folder.appendingPathComponent("a.pdf")
            try Data(bytes).write(to: path)
            var places: [Double] = []
            var size = 0.0
            func number(_ name: String, _ line: Substring) throws -> Double {
                let tail = try #require(line.components(separatedBy: " \(name)=\"").last)
                return try #require(Double(tail.prefix { $0 != "\"" && $0 != " " }))
            }
            for line in try run("mutool", ["trace", path.path]).text.split(separator: "\n") {
                if line.contains("<span ") { size = try number("trm", line) }
                guard line.contains("<g unicode=\",\""), abs(size - 11) < 0.1 else { continue }
                let x = try number("x", line)
                // The list of recipients is as small, but stands at the left.
                if x > 200 { places.append(x) }
            }
            return places
        }
    }
}

@Suite struct Words {
    @Test(arguments: [82.0, 95, 110, 230])
    func `are never parted inside a syllable where a line can hold it`(width: Double) throws {
        let shaper = try sampleParagraphs().shaper
        let style = TextStyle(face: .regular, size: 11, colour: sampleTheme.colours.text)
        var numbers = Numbers(state: 5)
        let boxes = shaper.boxes(of: text(400, &numbers), style)
        let longest = boxes.map(\.width).max() ?? 0
        try #require(longest < width)
        for filling in [LineFilling.justified, .ragged, .balanced] {
            let lines = setLines(
                boxes,
                width: width,
                alignment: .left,
                filling: filling,
                shaper: shaper
            )
            #expect(lines.flatMap(\.boxes).count == boxes.count)
        }
    }

    @Test func `of hostile cells stay on the page, all of them`() throws {
        let endless = String(repeating: "khôngcókhoảngtrắng", count: 12)
        let long = String(repeating: prose + " ", count: 1 + 100_000 / prose.utf8.count)
        let rows = [
            Table.Row(["a", endless, "1"]), Table.Row([long, "2,5", endless]),
            Table.Row(["c", "3", "4"]),
        ]
        let made = try pages(of: document([.table(table(rows))]))
        var letters = 0
        for page in made.pages {
            for piece in page.pieces {
                guard case .line(let line) = piece.content else { continue }
                #expect(piece.x + line.x >= 85 - 0.1)
                #expect(piece.x + line.x + line.width <= page.width - 42.5 + 0.6)
                #expect(piece.y <= page.height - 56.6)
                if case .element(let element) = piece.owner, element.role == .dataCell {
                    letters += line.boxes.reduce(0) {
                        $0 + $1.fragments.reduce(0) { $0 + $1.word.text.count { $0 != " " } }
                    }
                }
            }
        }
        let wanted = rows.flatMap(\.cells).reduce(0) { $0 + $1.count { $0 != " " } }
        #expect(letters == wanted)
    }
}
