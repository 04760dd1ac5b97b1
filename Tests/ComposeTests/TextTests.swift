import Compose
import Diagnostics
import DocumentModel
import TestSupport
import Testing

@Suite struct TextTests {
    private let tables = """
        sectors:
          caption: Số thư viện theo loại
          rows: sectors
          by: htx.count
          total: last
          columns:
            - {heading: Loại, text: "{{ sector.label }}", total: Tổng số}
            - {heading: Số lượng, group: "Năm {{ period.year }}", figure: htx.count, format: number}
            - {heading: Tỷ trọng (%), group: "Năm {{ period.year }}", figure: htx.share, format: number}
            - {heading: Tăng, figure: htx.change, format: signed | number, when: previous}
          notes: ["Số sách: {{ sach.sum | answers }}."]
          source: "{{ source }}"
        ratings:
          caption: Xếp hạng
          rows: classes hang
          total: first
          columns:
            - {heading: Hạng, text: "{{ class.label }}", total: Tổng số}
            - {each: sectors, heading: "{{ sector.label }}", figure: class.count, format: number}
            - {heading: Tỷ trọng, figure: class.share}
        summary:
          caption: Chỉ tiêu
          rows: items
          columns: [{heading: Chỉ tiêu, item: label}, {heading: ĐVT, item: unit}, {heading: Nay, item: now}, {heading: Trước, item: before}]
          items:
            - {label: Số thư viện, unit: TV, now: htx.count, before: previous.htx.count}
            - {label: Vốn, unit: tỷ đồng, now: von.sum, format: ty 1}
            - {label: Không có, now: khong.sum, when: column khong}
        """
    private let charts = """
        units:
          caption: Theo huyện
          alt: "{{ phrase.leading }} đứng đầu."
          mark: bar
          rows: units
          by: htx.count
          panels: sectors
          series: [{figure: htx.count, format: number, label: "{{ htx.count | number }}"}]
        """

    @Test func `composes headings, lists, tables and charts from a text`() {
        let text = """
            ---
            when: [previous, column von]
            ---
            *Căn cứ Luật Thư viện;*

            # Tình hình

            Xem {{ table.sectors }}, {{ chart.units }} và {{ annex.list }}.
            Dòng thứ hai *nghiêng* và **đậm**.

            ## Theo loại

            ```each sectors by=htx.count nonzero
            {{ sector.phrase }}: {{ htx.count }}
            ```

            - Một
              - Hai
            - Ba

            ```table sectors
            ```

            <!-- when: not previous -->
            Không in đoạn này {{ htx.count }}.

            ### Chi tiết

            ```chart units
            ```

            ```table ratings
            ```

            ### Thêm

            ```table summary
            ```

            # Kết luận {{ period.year }}

            1. Đầu
            2. Sau
            """
        let phrases = "leading: {each: units, by: htx.count, top: 1, text: \"{{ unit.title }}\"}"
        let (document, doubts) = SampleTemplates(
            text: text,
            phrases: phrases,
            tables: tables,
            charts: charts,
            annexes: "[{name: list, title: Danh sách, text: annex}]"
        ).document()
        #expect(doubts.isEmpty, "\(doubts)")
        expectGolden(outline(of: document?.body ?? []), "report.txt")
    }

    @Test func `lists every measure with what is computed of its type`() {
        let tables = """
            all:
              caption: Các cột
              rows: measures
              columns:
                - {heading: Cột, text: "{{ measure.label }} ({{ measure.unit }})"}
                - {heading: n/N, figure: measure.max, format: answers}
                - {heading: Tổng, figure: measure.sum}
                - {heading: Lớn nhất, figure: measure.max}
            """
        let (document, doubts) = SampleTemplates(text: "```table all\n```", tables: tables)
            .document()
        #expect(doubts.isEmpty)
        guard case .table(let table)? = document?.body.first else {
            Issue.record("no table")
            return
        }
        #expect(
            table.rows.map(\.cells) == [
                ["Năm ()", "4/4", "x", "2020"],
                ["Vốn (triệu đồng)", "4/4", "6.000", "3.000"],
                ["Sách (cuốn)", "3/4", "1.247", "1.200"],
            ]
        )
    }

    @Test func `refuses columns that do not go with the rows`() {
        let tables = """
            a: {caption: A, rows: sectors, columns: [{heading: A, cell: ten}]}
            b: {caption: B, rows: organisations, columns: [{cell: tne}, {cell: ten}]}
            c: {caption: C, rows: items, columns: [{heading: A, item: lable}], items: [{label: A, now: htx.count}]}
            """
        for (name, code) in [
            ("a", "compose.specification.invalid"), ("b", "compose.placeholder.unknown"),
            ("c", "compose.placeholder.unknown"),
        ] {
            let (_, doubts) = SampleTemplates(text: "```table \(name)\n```", tables: tables)
                .document()
            #expect(doubts.map(\.code) == [code])
        }
    }

    @Test(arguments: ["- ", "> ", "*a **b "])
    func `refuses deep nesting instead of running out of stack`(piece: String) {
        let text = String(repeating: piece, count: 20_000) + "x"
        let (document, doubts) = SampleTemplates(text: text).document()
        #expect(document != nil)
        #expect(doubts.isEmpty || doubts.allSatisfy { $0.code == "compose.text.markup" })
    }

    @Test func `leaves out a text whose condition fails`() {
        let (document, doubts) = SampleTemplates(text: "---\nwhen: previous\n---\nNăm trước.")
            .document(Sample.material(hasPrevious: false))
        #expect(doubts.isEmpty)
        #expect(document?.body.isEmpty == true)
    }

    @Test(arguments: [
        ("# Một\n\n### Ba\n", "compose.heading.skipped", 3),
        ("<div>x</div>\n", "compose.text.markup", 1),
        ("Chữ ![ảnh](a.png)\n", "compose.text.markup", 1),
        ("Chữ\n\n```bảng x\n```\n", "compose.text.markup", 3),
        ("```table sector\n```\n", "compose.placeholder.unknown", 1),
        ("<!-- when: sometimes -->\nChữ\n", "compose.condition.unknown", 1),
        ("```each sectors order=x\n{{ sector.label }}\n```\n", "compose.specification.invalid", 1),
    ])
    func `reports what a text may not hold at its line`(text: String, code: String, line: Int) {
        let (_, doubts) = SampleTemplates(text: text, tables: tables).document()
        #expect(doubts.map(\.code) == [code])
        #expect(doubts.first?.place?.line == line)
    }

    @Test func `reports unknown keys of a table with the nearest one`() {
        let wrong = tables + "\nx: {caption: A, rows: sectors, colums: []}\n"
        let (_, doubts) = SampleTemplates(text: "A", tables: wrong).document()
        #expect(doubts.contains { $0.value == "colums" && $0.hint?.en.contains("columns") == true })
    }

    @Test func `leaves number, date and signer blank unless they are given`() {
        let (document, _) = SampleTemplates(text: "A").document()
        let form = document?.form
        #expect(form?.number == "Số:      /BC-HTV")
        #expect(form?.placeAndDate.hasPrefix("Bình Minh, ngày\u{A0}") == true)
        #expect(document?.closing.signer == nil)
        #expect(document?.closing.position == [])
        #expect(document?.closing.recipients == ["- Như trên;", "- Lưu: VT."])
    }
}
