import Diagnostics
import DocumentModel
import Testing
import ThemeModel

@testable import RenderPDF

@Test func `gives each column what it wants and shares what is left`() {
    let widths = ColumnWidths(
        [
            ColumnDemand(minimum: 20, preferred: 40), ColumnDemand(minimum: 20, preferred: 30),
        ],
        available: 100
    )
    #expect(widths.fits)
    #expect(widths.widths == [55, 45])
}

@Test func `gives columns between their longest word and their whole text`() {
    let widths = ColumnWidths(
        [
            ColumnDemand(minimum: 20, preferred: 20), ColumnDemand(minimum: 20, preferred: 40),
            ColumnDemand(minimum: 20, preferred: 60),
        ],
        available: 90
    )
    #expect(widths.fits)
    // 60 is capped at 45 % of 90 = 40,5; 30 are shared as 0 : 20 : 20,5.
    let shared = 30 / 40.5
    #expect(widths.widths.count == 3)
    for (width, expected) in zip(widths.widths, [20, 20 + 20 * shared, 20 + 20.5 * shared]) {
        #expect(abs(width - expected) < 1e-9)
    }
}

@Test func `says when not even the longest words fit`() {
    let widths = ColumnWidths(
        [
            ColumnDemand(minimum: 150, preferred: 150), ColumnDemand(minimum: 50, preferred: 50),
        ],
        available: 100
    )
    #expect(!widths.fits)
    #expect(widths.widths == [75, 25])
}

@Test func `makes room for a heading over several columns`() {
    let widths = ColumnWidths(
        [
            ColumnDemand(minimum: 10, preferred: 10), ColumnDemand(minimum: 10, preferred: 10),
            ColumnDemand(minimum: 60, preferred: 60),
        ],
        spans: [SpanDemand(columns: 0..<2, minimum: 40)],
        available: 100
    )
    #expect(widths.fits)
    #expect(widths.widths == [20, 20, 60])
}

@Test(arguments: [
    ("1.234", "1.234", ""), ("72,84%", "72", ",84%"), ("-97,5", "-97", ",5"),
    ("+3", "+3", ""), ("12*", "12", "*"),
])
func `cuts figures at the decimal comma`(text: String, whole: String, rest: String) throws {
    let figure = try #require(FigureText(text))
    #expect(figure.whole == whole)
    #expect(figure.rest == rest)
}

@Test(arguments: ["-", "…", "", "4 - 5", "Khá", "năm 2020", "1,2,3 x", "."])
func `takes other text for no figure`(text: String) {
    #expect(FigureText(text) == nil)
}

@Test func `lines up decimal commas and the ends of dashes`() throws {
    let table = Table(
        anchor: "t",
        label: "Bảng 1",
        caption: "Thử",
        columns: [.init(.leading), .init(.decimal)],
        head: [[.init("Tên"), .init("Số")]],
        rows: [
            .init(["a", "1,25"]), .init(["b", "1.234,5"]), .init(["c", "-"]), .init(["d", "7"]),
        ]
    )
    let paragraphs = try sampleParagraphs()
    let setting = TableSetting(
        table: table,
        size: 11,
        width: 300,
        shaper: paragraphs.shaper,
        colours: sampleTheme.colours
    )
    let comma = setting.commaPosition(1)
    let style = setting.style(.regular)
    let ends = table.rows.map { row -> Double in
        let text = row.cells[1]
        var layout = RowLayout(
            setting: setting,
            paragraphs: paragraphs,
            frame: TableFrame(left: 0, width: 300, headHeight: 0, repeatedHead: [], headRules: []),
            maximum: 700
        )
        let boxes = layout.boxes(of: row, StructureElement(.tableRow))
        guard case .line(let line)? = boxes.first?.pieces.last?.content else { return -1 }
        let rest = FigureText(text).map { paragraphs.shaper.width(of: $0.rest, style) } ?? 0
        return line.x + line.width - rest
    }
    #expect(abs(ends[0] - comma) < 0.001)
    #expect(abs(ends[1] - comma) < 0.001)
    #expect(abs(ends[3] - comma) < 0.001)
    #expect(abs(ends[2] - setting.figureEnd(1)) < 0.001)
}

@Test func `makes letters smaller before it cuts words, and refuses to cut a figure`() throws {
    func table(_ columns: Int, _ figure: String, head: String) -> Table {
        Table(
            anchor: "t",
            label: "Bảng 9",
            caption: "Rộng",
            columns: (0..<columns).map { _ in .init(.decimal) },
            head: [(0..<columns).map { _ in .init(head) }],
            rows: [.init((0..<columns).map { _ in figure })]
        )
    }
    func log(
        _ columns: Int,
        _ figure: String = "1.234.567,89",
        head: String = "Cột"
    ) throws -> [Diagnostic] {
        try drawn(document([.table(table(columns, figure, head: head))])).log.sorted
    }
    // 12 characters need 55 points at 11 points, 30 at 6: 10 columns fit in 468 points, 40 do not.
    #expect(try log(10).isEmpty)
    let refused = try log(40)
    #expect(refused.map(\.code) == ["render.table.figures-cut"])
    #expect(refused.map(\.severity) == [.error])
    // 40 columns of short figures have room for them, not for their headings.
    let warned = try log(40, "24", head: "Số\u{A0}lượng")
    #expect(warned.map(\.code) == ["render.table.too-wide"])
    #expect(warned.map(\.severity) == [.warning])
    // Narrower than one letter.
    #expect(try log(200, "1").map(\.code) == ["render.table.figures-cut"])
}

@Test func `a row with more cells than a page may have marks is refused at its line`() throws {
    func log(_ columns: Int, place: Place) throws -> [Diagnostic] {
        var table = Table(
            anchor: "t",
            label: "Bảng 9",
            caption: "Rộng",
            columns: (0..<columns).map { _ in .init(.leading) },
            head: [],
            rows: [.init((0..<columns).map { _ in "1" })]
        )
        table.origin = place
        return try drawn(document([.table(table)])).log.sorted
    }
    let place = Place(file: "phan.md", line: 7)
    let refused = try log(8_192, place: place)
    #expect(refused.map(\.code) == ["render.table.too-many-cells"])
    #expect(refused.map(\.severity) == [.error])
    #expect(refused.map(\.place) == [place])
    // As many as fit are too narrow to be read, and the file can still be made.
    #expect(try log(7_000, place: place).allSatisfy { $0.code != "render.table.too-many-cells" })
}

@Test func `a long word takes room from words, not from figures`() {
    let columns = [
        ColumnDemand(minimum: 900, preferred: 900, firm: 20),
        ColumnDemand(minimum: 60, preferred: 60, firm: 60),
        ColumnDemand(minimum: 80, preferred: 80, firm: 50),
    ]
    let widths = ColumnWidths(columns, available: 400)
    #expect(!widths.fits && widths.holdsFigures)
    #expect(abs(widths.widths.reduce(0, +) - 400) < 1e-6)
    #expect(abs(widths.widths[1] - 60) < 1e-6)
    #expect(zip(widths.widths, columns).allSatisfy { $0 >= $1.firm - 1e-6 })
    #expect(!ColumnWidths(columns, available: 120).holdsFigures)
}
