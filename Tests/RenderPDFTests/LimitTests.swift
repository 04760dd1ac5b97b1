import DocumentModel
import Testing
import ThemeModel

@testable import RenderPDF

/// What PDF/A-1 limits (ISO 19005-1, 6.1.12; PDF Reference 1.4, appendix C), and what a table may not be.
struct LimitTests {
    @Test func `more objects than a file may have are refused`() throws {
        var file = FileWriter(profile: .a1a, capacity: 0)
        for _ in 0..<Profile.a1a.mostObjects { _ = file.reserve() }
        // As many as may be are not what is wrong: here they were never written.
        #expect(
            throws: ConformFailure.unexpected(object: 1, expected: "an object for each number")
        ) { try file.finish(root: 1, info: 2) }
        _ = file.reserve()
        #expect(throws: ConformFailure.tooLong("the list of objects")) {
            try file.finish(root: 1, info: 2)
        }
    }

    @Test func `a page with more marks than an array may have is broken before`() throws {
        var theme = sampleTheme
        theme.sizes.body = 4
        // Every second word is a link, so that each takes a mark of its own: one page would have them all.
        let words = (0..<5_000).flatMap { number -> [Inline] in
            [.link(.address("https://a.vn/\(number)"), [.text("x")]), .text(" y ")]
        }
        let made = try drawn(document([.paragraph(Paragraph(words))]), theme: theme).drawing
        let dump = try FileDump(try assemble(made, profile: .a1a))
        let kids = try #require(
            dump.at("/Root", "/StructTreeRoot", "/ParentTree", "/Kids") as? [Any]
        )
        let marks = kids.flatMap { dump.step("/Nums", from: $0) as? [Any] ?? [] }
        let lengths = marks.compactMap { (dump.resolve($0) as? [Any])?.count }
        #expect((lengths.max() ?? 0) > 5_000)
        #expect((lengths.max() ?? 0) <= 8_191)
        #expect(lengths.reduce(0, +) > 10_000)
    }

    @Test func `a text that points to another is cut`() throws {
        var out = PDFBytes()
        try out.pointer(String(repeating: "ế", count: 100_000))
        // Two bytes a letter, each two digits, the mark of order and the brackets.
        #expect(out.bytes.count == 4 * 2_001 + 6)
        var short = PDFBytes()
        try short.pointer("ế")
        #expect(String(decoding: short.bytes, as: UTF8.self) == "<FEFF1EBF>")
    }

    @Test func `a tree of keys has short leaves`() throws {
        var file = FileWriter(profile: .a1a, capacity: 0)
        let catalog = file.reserve()
        let entries = (0..<20_000).map { number -> (key: [UInt8], value: [UInt8]) in
            (Array(String(number).utf8), Array("null".utf8))
        }
        let tree = try SortedTree(kind: .numbers, entries: entries).write(to: &file)
        let information = try file.add { $0.raw("<<>>") }
        try file.write(catalog) { out in
            out.raw("<</Type/Catalog/Tree ")
            out.reference(tree)
            out.raw("/Pages<</Type/Pages/Kids[]/Count 0>>>>")
        }
        let dump = try FileDump(try file.finish(root: catalog, info: information))
        let kids = try #require(dump.at("/Root", "/Tree", "/Kids") as? [Any])
        #expect(kids.count == 20)
        for kid in kids {
            let leaf = try #require(dump.step("/Nums", from: kid) as? [Any])
            #expect(leaf.count == 2_000)
            let limits = try #require(dump.step("/Limits", from: kid) as? [Int])
            #expect(limits == [leaf[0] as? Int, leaf[1_998] as? Int])
        }
    }

    private func elements(_ document: Document) throws -> [StructureElement] {
        let root = StructureElement(.document)
        let layout = DocumentLayout(document: document, paragraphs: try sampleParagraphs())
        _ = layout.pages(of: layout.sections(root: root))
        func all(_ element: StructureElement) -> [StructureElement] {
            [element]
                + element.children.flatMap { child -> [StructureElement] in
                    if case .element(let inner) = child { all(inner) } else { [] }
                }
        }
        return all(root)
    }

    @Test func `a head without rows stands in no section`() throws {
        var table = sectorTable
        table.rows = []
        let file = try drawn(document([.table(table)])).drawing
        let dump = try FileDump(try assemble(file, profile: .a3a))
        #expect(dump.all("/S", "/THead").isEmpty)
        #expect(dump.all("/S", "/TR").count == 2)
    }

    @Test func `each row of a table covers all its columns`() throws {
        for table in [sectorTable, registerTable(30)] {
            let all = try elements(document([.table(table)]))
            /// Cells of rows above that reach down, by row.
            var covered: [Int: Int] = [:]
            for (number, row) in all.filter({ $0.role == .tableRow }).enumerated() {
                var columns = covered[number, default: 0]
                for case .element(let cell) in row.children {
                    columns += cell.columnSpan
                    for below in 1..<max(cell.rowSpan, 2) where below < cell.rowSpan {
                        covered[number + below, default: 0] += cell.columnSpan
                    }
                }
                #expect(columns == table.columns.count, "row \(number)")
            }
        }
    }

    @Test func `headings never leave out a level`() throws {
        let blocks: [Block] = [
            heading(3, "a)", "Sâu", "a"), heading(1, "I.", "Nông", "b"),
            heading(3, "a)", "Sâu", "c"), heading(2, "1.", "Giữa", "d"),
        ]
        let levels = try elements(document(blocks)).map(\.role.rawValue)
            .filter { $0.first == "H" && $0.count == 2 }.compactMap { $0.last?.wholeNumberValue }
        #expect(levels.count == 5)
        #expect(levels.first == 1)
        for (above, below) in zip(levels, levels.dropFirst()) { #expect(below <= above + 1) }
    }
}
