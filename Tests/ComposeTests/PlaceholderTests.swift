import Compose
import Diagnostics
import DocumentModel
import Testing

/// The first paragraph that a text becomes, blanks that do not break shown as `~`.
private func printed(
    _ text: String,
    phrases: String = "{}",
    _ material: ReportMaterial = Sample.material()
) -> String {
    let (document, doubts) = SampleTemplates(text: text, phrases: phrases).document(material)
    #expect(doubts.isEmpty, "\(doubts)")
    return outline(of: document?.body ?? [])
}

@Suite struct PlaceholderTests {
    @Test(arguments: [
        ("{{ htx.count }}", "04~TV"),
        ("{{ htx.count | number }}", "04"),
        ("{{ htx.count.B }}", "01~TV"),
        ("{{ htx.share.all.X }}", "75,00%"),
        ("{{ von.sum }}", "6.000~triệu đồng"),
        ("{{ von.sum | ty }}", "6~tỷ đồng"),
        ("{{ von.mean | ty 3 }}", "1,500~tỷ đồng"),
        ("{{ von.mean | ty | number }}", "1,5"),
        ("{{ sach.sum | answers }}", "3/4"),
        ("{{ sach.median }}", "40~cuốn"),
        ("{{ nam.median }}", "2014,5"),
        ("{{ nam.min }}", "2001"),
        ("{{ hang=tot.share }}", "66,67%"),
        ("{{ htx.change | signed }}", "+1~TV"),
        ("{{ htx.growth | size }}", "33,33%"),
        ("{{ previous.htx.count }}", "03~TV"),
        ("{{ htx.entered }} {{ htx.left }}", "02~TV 01~TV"),
        ("{{ period.cutoff }}", "31/12/2024"),
        ("{{ province.title }}", "tỉnh Bình Minh"),
    ])
    func `prints a figure as its format says`(placeholder: String, expected: String) {
        #expect(printed(placeholder) == "paragraph body \(expected)\n")
    }

    @Test func `pads counts only when the wording asks for it`() {
        #expect(
            printed("{{ htx.count }}", Sample.material(padsCounts: false))
                == "paragraph body 4~TV\n"
        )
    }

    @Test func `reports an unknown name at its line and column with the nearest names`() throws {
        let text = "# Mục\n\nMột dòng.\nCó {{ htx.cuont }} và **{{ von.sum | tyy }}**.\n"
        let (document, doubts) = SampleTemplates(text: text).document()
        #expect(document != nil)
        try #require(doubts.count == 2)
        #expect(doubts[0].code == "compose.placeholder.unknown")
        #expect(
            doubts[0].place == Place(file: "Templates/sample/main.md", line: 4, column: 4)
        )
        #expect(doubts[0].hint?.vi.contains("htx.count") == true)
        #expect(doubts[1].code == "compose.placeholder.format")
        #expect(doubts[1].place?.column == 25)
        #expect(doubts[1].hint?.vi.contains("“ty”") == true)
    }

    @Test func `reports a figure that cannot be computed instead of leaving a gap`() {
        let (_, doubts) = SampleTemplates(text: "Tăng {{ htx.growth }}.")
            .document(Sample.material(hasPrevious: false))
        #expect(doubts.map(\.code) == [Compose.noValueCode])
    }

    @Test func `reports a placeholder that is never closed`() {
        let (_, doubts) = SampleTemplates(text: "Có {{ htx.count\n}} đơn vị.").document()
        #expect(doubts.map(\.code) == ["compose.placeholder.unclosed"])
    }

    @Test func `reports a conversion between unlike units`() {
        let (_, doubts) = SampleTemplates(text: "{{ sach.sum | ty }}").document()
        #expect(doubts.map(\.code) == ["compose.figure.unit"])
    }

    @Test func `keeps the letters of a name and never reads them as markup`() {
        let tables = """
            list:
              caption: Danh sách
              rows: organisations
              group: units
              columns: [{heading: STT, ordinal: true}, {cell: ten}, {cell: nam}, {cell: von}, {cell: hang}]
            """
        let (document, doubts) = SampleTemplates(text: "```table list\n```", tables: tables)
            .document()
        #expect(doubts.isEmpty)
        guard case .table(let table)? = document?.body.first else {
            Issue.record("no table")
            return
        }
        #expect(table.rows.map(\.cells)[0] == ["Huyện Đông (3\u{A0}TV)"])
        #expect(table.rows.map(\.cells)[1] == ["1", "A*B <script>", "2014", "1.500,5", "Tốt"])
        #expect(table.rows.map(\.cells)[2] == ["2", "Thư viện", "2020", "1.000", "…"])
    }
}

@Suite struct PhraseTests {
    private let change = """
        change: {of: htx.change, increase: ", tăng {{ htx.change | size }}", decrease: ", giảm {{ htx.change | size }}", same: ", không đổi"}
        books: {of: sach.change, increase: "Sách tăng.", decrease: "Sách giảm.", same: "Sách không đổi."}
        """

    @Test func `chooses the words by the sign of the change`() {
        #expect(
            printed("Có {{ htx.count }}{{ phrase.change }}.", phrases: change)
                == "paragraph body Có 04~TV, tăng 01~TV.\n"
        )
        let fewer = Sample.material(rows: [Sample.rows[0]])
        #expect(
            printed("Có {{ htx.count }}{{ phrase.change }}.", phrases: change, fewer)
                == "paragraph body Có 01~TV, giảm 02~TV.\n"
        )
        let same = Sample.material(rows: Array(Sample.rows.prefix(3)))
        #expect(
            printed("Có {{ htx.count }}{{ phrase.change }}.", phrases: change, same)
                == "paragraph body Có 03~TV, không đổi.\n"
        )
    }

    @Test func `drops the words and the blank around them when there is nothing to compare`() {
        let first = Sample.material(hasPrevious: false)
        #expect(
            printed(
                "Có {{ htx.count }}{{ phrase.change }}. {{ phrase.books }} Hết.\n\n{{ phrase.books }}",
                phrases: change,
                first
            ) == "paragraph body Có 04~TV. Hết.\n"
        )
    }

    @Test func `names the leading members in order`() {
        let phrases = """
            leading: {each: units, by: htx.count, top: 2, text: "{{ unit.title }} ({{ htx.count }})", last: " và "}
            """
        #expect(
            printed("Nhiều nhất là {{ phrase.leading }}.", phrases: phrases)
                == "paragraph body Nhiều nhất là huyện Đông (03~TV) và thị xã Tây (01~TV).\n"
        )
    }

    @Test func `names all that are equal to the last leader, and nobody when all are equal`() {
        let phrases = """
            leading: {each: units, by: htx.count, top: 1, before: "Nhiều nhất: ", text: "{{ unit.name }}", separator: ", ", after: "."}
            """
        let row = Sample.Row(id: "5", unit: 1, sector: 0, rating: 0, year: 2001)
        #expect(printed("A. {{ phrase.leading }}", phrases: phrases).contains("Nhiều nhất: Đông."))
        let even = Sample.material(rows: [Sample.rows[0], row])
        #expect(
            printed("A. {{ phrase.leading }}", phrases: phrases, even) == "paragraph body A. \n"
        )
    }

    @Test func `reports a phrase that uses itself`() {
        let (_, doubts) = SampleTemplates(
            text: "{{ phrase.a }}",
            phrases: "a: \"{{ phrase.b }}\"\nb: \"{{ phrase.a }}\""
        ).document()
        #expect(doubts.map(\.code) == ["compose.specification.invalid"])
    }
}
