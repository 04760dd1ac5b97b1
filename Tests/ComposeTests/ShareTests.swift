import Compose
import Compute
import DatasetModel
import Diagnostics
import DocumentModel
import PeriodModel
import StatisticsModel
import Testing
import Vocabulary

/// How shares of a table are rounded, and held against 100.
@Suite struct ShareTests {
    /// Three of sector X, one of Y, in units A and B; more rows with `sizes`.
    private func material(
        _ policy: RoundingPolicy.Shares = .each,
        given: [GivenFigure] = []
    ) -> ReportMaterial {
        var settings = Sample.settings()
        settings.rounding = RoundingPolicy(percent: .fixed(0), shares: policy)
        settings.given = given
        settings.populations = [
            Population(
                key: "good",
                label: "Hạng tốt",
                phrase: "thư viện hạng tốt",
                rule: .classes(column: "hang", codes: ["tot"])
            ),
            Population(
                key: "others",
                label: "Còn lại",
                phrase: "thư viện còn lại",
                rule: .not(.population("good"))
            ),
        ]
        settings.schema.columns[5].population = "good"
        settings.unitsOfMeasure.append(
            UnitOfMeasure(key: "pt", label: "%", dimension: "percent", factor: ExactDecimal(1))
        )
        var rows = Sample.rows
        for number in 5...6 {
            rows.append(
                Sample.Row(id: "\(number)", unit: 1, sector: 1, rating: 1, year: 2001)
            )
        }
        // X 3, Y 3 … and one more of X: 4 of 7 and 3 of 7.
        rows.append(Sample.Row(id: "7", unit: 1, sector: 0, rating: 1, year: 2001))
        let data = Sample.data(rows, settings)
        var log = DiagnosticLog()
        return ReportMaterial(
            settings: settings,
            dataset: data.dataset,
            statistics: Compute.statistics(of: data, log: &log),
            date: settings.period.cutoff,
            producer: "test"
        )
    }

    private func cells(
        _ table: String,
        _ material: ReportMaterial
    ) -> (cells: [[String]], codes: [String]) {
        let (document, doubts) = SampleTemplates(
            text: "```table t\n```",
            tables: "t:\n" + table
        ).document(material)
        guard case .table(let table)? = document?.body.first else {
            return ([], doubts.map(\.code))
        }
        return (table.rows.map(\.cells), doubts.map(\.code))
    }

    private let sectors = """
          caption: T
          rows: sectors
          total: last
          columns:
            - {heading: A, text: "{{ sector.code }}", total: Z}
            - {heading: B, figure: htx.share, format: number}
        """

    @Test func `are rounded each for itself, together, or to digits, as settings say`() {
        #expect(cells(sectors, material()).cells == [["X", "57"], ["Y", "43"], ["Z", "100"]])
        let digits = cells(sectors, material(.digits(4)))
        #expect(digits.cells == [["X", "57,14"], ["Y", "42,86"], ["Z", "100,0"]])
        #expect(digits.codes.isEmpty)
    }

    @Test func `rounded together are the same in sentences, tables and with other decimals`() {
        // 57,142… and 42,857…: at one decimal 57,1 + 42,9 as well.
        let material = material(.largestRemainder)
        let text = "{{ htx.share.all.X | number 1 }} {{ htx.share.all.Y | number 1 }}"
        let (document, doubts) = SampleTemplates(text: text).document(material)
        #expect(doubts.isEmpty)
        #expect(outline(of: document?.body ?? []) == "paragraph body 57,1 42,9\n")
        #expect(cells(sectors, material).cells == [["X", "57"], ["Y", "43"], ["Z", "100"]])
    }

    @Test func `that leave out a part of their total are an error`() {
        let part = sectors.replacing(
            "rows: sectors",
            with: "rows: sectors\n  by: htx.count\n  top: 1"
        )
        #expect(cells(part, material()).codes == ["compose.shares.miss-whole"])
        // Without the total they do not claim to be all.
        let free = part.replacing("  total: last\n", with: "")
        #expect(cells(free, material()).codes.isEmpty)
    }

    @Test func `of sectors beside units make no false alarm`() {
        let table = """
              caption: T
              rows: units
              total: last
              columns:
                - {heading: A, text: "{{ unit.code }}", total: Z}
                - {each: sectors, heading: "{{ sector.code }}", figure: htx.share, format: number}
                - {heading: C, figure: htx.share, format: number}
            """
        #expect(cells(table, material()).codes.isEmpty)
    }

    @Test func `that are given must add up within their rounding`() throws {
        func given(_ key: String, _ value: String) throws -> GivenFigure {
            GivenFigure(
                key: key,
                label: key,
                value: try #require(ExactDecimal(plain: value)),
                unitOfMeasure: "pt",
                source: "S",
                date: Sample.settings().period.cutoff
            )
        }
        let table = """
              caption: T
              rows: items
              columns:
                - {heading: A, item: label}
                - {heading: B, item: share, format: number 2, shares: true}
              items:
                - {label: a, share: given.a}
                - {label: b, share: given.b}
                - {label: c, share: given.c}
            """
        let right = try [given("a", "72.84"), given("b", "10.35"), given("c", "16.8")]
        #expect(cells(table, material(given: right)).codes.isEmpty)  // 99,99: within 0,015
        let wrong = try [given("a", "72.84"), given("b", "10.34"), given("c", "16.8")]
        let (cells, codes) = cells(table, material(given: wrong))
        #expect(codes == ["compose.shares.miss-whole"])  // 99,98
        #expect(cells.map { $0[1] } == ["72,84", "10,34", "16,80"])
    }

    @Test(arguments: [
        ("{{ htx@good.count | number }}", "02"),
        ("{{ htx@good.count | population }}", "thư viện hạng tốt"),
        ("{{ nam.median | population }}", "thư viện hạng tốt"),
        ("{{ htx.count | population }}", "thư viện"),
        ("{{ nam.median | answers }}", "2/2"),
        ("{{ nam@others.median | answers }}", "5/5"),
        ("{{ nam@others.median }}", "2001"),
        ("{{ population.good.label }}", "Hạng tốt"),
        ("{{ column.nam.population }}", "thư viện hạng tốt"),
        ("{{ von@good.mean.A }}", "1.500,5 triệu đồng"),
    ])
    func `state the population that a figure speaks of`(text: String, printed: String) {
        let (document, doubts) = SampleTemplates(text: text).document(material())
        #expect(doubts.isEmpty, "\(doubts)")
        let outline = outline(of: document?.body ?? []).replacing("~", with: " ")
        #expect(outline == "paragraph body \(printed)\n")
    }

    @Test func `stand in a table of populations`() {
        let table = """
              caption: T
              rows: populations
              columns:
                - {heading: A, text: "{{ population.label }}"}
                - {heading: B, figure: htx.count, format: number}
                - {heading: C, figure: von.mean, format: answers}
            """
        let (cells, codes) = cells(table, material())
        #expect(codes.isEmpty)
        #expect(cells == [["Hạng tốt", "2", "2/2"], ["Còn lại", "5", "2/5"]])
    }

    @Test func `of a distribution's quartiles are those of its population`() {
        let charts = """
            c:
              caption: C
              alt: "{{ chart-data }}."
              mark: distribution
              of: von@others
              rows: sectors
              series: [{figure: von@others.median, format: number}]
            """
        let (document, doubts) = SampleTemplates(text: "```chart c\n```", charts: charts)
            .document(material())
        #expect(doubts.isEmpty, "\(doubts)")
        guard case .chart(let chart)? = document?.body.first else {
            Issue.record("no chart")
            return
        }
        #expect(chart.spec.panels.first?.values == [[1000], [499.5]])
    }
}
