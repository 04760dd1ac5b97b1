import Diagnostics
import Testing
import Vocabulary

@testable import Audit

/// How numbers, lines and tags are read.
@Suite struct ReadingTests {
    private func kinds(_ text: String) -> [String] {
        TokenScanner.tokens(of: Array(text.unicodeScalars)).map { token in
            switch token.kind {
            case .word: "w:\(token.word)"
            case .mark: "m:\(token.word)"
            case .number(let number): "n:\(number.value)/\(number.places)"
            case .fraction(let part, let whole): "f:\(part.value)/\(whole.value)"
            case .date(let date): "d:\(date.day ?? 0).\(date.month).\(date.year ?? 0)"
            case .code: "c:\(token.word)"
            }
        }
    }

    @Test func `tells figures from dates, codes and phones`() {
        let cases: [(String, [String])] = [
            ("1.234,50", ["n:1234.5/2"]),
            ("3.664", ["n:3664/0"]),
            ("72.84", ["n:72.84/2"]),
            ("1,234,567.5", ["n:1234567.5/1"]),
            ("0.975", ["n:0.975/3"]),
            ("1.2.3", ["c:1.2.3"]),
            ("31/12/2020", ["d:31.12.2020"]),
            ("31.12.2020", ["d:31.12.2020"]),
            ("31-12-2020", ["d:31.12.2020"]),
            ("12/2020", ["d:0.12.2020"]),
            ("09/3", ["d:9.3.0"]),
            ("225/232", ["f:225/232"]),
            ("23/2012/QH13", ["c:23/2012/qh13"]),
            ("70-KL/TW", ["c:70-kl/tw"]),
            ("134/NQ-CP", ["c:134/nq-cp"]),
            ("Covid-19", ["c:covid-19"]),
            ("0296.3852.456", ["c:0296.3852.456"]),
            ("0913456789", ["c:0913456789"]),
            ("91C", ["c:91c"]),
            ("10ha", ["n:10/0", "w:ha"]),
            ("4-5", ["n:4/0", "m:-", "n:5/0"]),
            ("(-24,6)", ["m:(", "n:-24.6/1", "m:)"]),
            ("06", ["n:6/0"]),
            ("1,2/HTX", ["n:1.2/1", "m:/", "w:htx"]),
        ]
        for (text, expected) in cases { #expect(kinds(text) == expected, "\(text)") }
    }

    private func quantities(_ text: String) throws -> [Quantity] {
        let tokens = TokenScanner.tokens(of: Array(text.unicodeScalars))
        return QuantityReader.quantities(of: tokens, words: try auditWords())
    }

    @Test func `reads units, roles and what a figure is for one of`() throws {
        let found = try quantities(
            "Năm 2020 có 06 HTX, tăng khoảng 2,5% (chiếm 10 điểm phần trăm), bình quân 1,2 tỷ đồng/HTX/năm."
        )
        #expect(found.count == 4)
        #expect(found[0].dimension == .counted("HTX") && found[0].year == 2020)
        #expect(found[1].dimension == .percent && found[1].role == .rise && found[1].isApproximate)
        #expect(found[2].dimension == .points && found[2].role == .share && found[2].depth == 1)
        #expect(found[3].per == ["HTX"] && found[3].isPerPeriod && found[3].isAverage)
        #expect(found[3].base == ExactDecimal(1_200_000_000))
    }

    @Test func `leaves numbers of documents, tables and streets alone`() throws {
        let text =
            "Theo Điều 5, khoản 2, Bảng 3, Phụ lục 1, ngày 9 tháng 3 năm 2020, phường 1, khóa 12, quý 3"
        #expect(try quantities(text).isEmpty)
    }

    @Test func `gathers wrapped lines, lists and tables of a page`() {
        let text = AuditedText(
            pages: """
                                       2
                Toàn tỉnh có 60 HTX, trong đó phần lớn hoạt động trong lĩnh vực nông nghiệp và
                dịch vụ, gồm:
                - Nông nghiệp 40 HTX;
                - Vận tải 20 HTX.

                Huyện          Số HTX
                A                  12
                B                   8
                """
        )
        // The heading of the table has no figures: it stands alone.
        #expect(text.passages.count == 3)
        guard case .block(let block)? = text.passages.first,
            case .table(let table)? = text.passages.last
        else {
            Issue.record("\(text.passages)")
            return
        }
        let written = block.text.reduce(into: "") { $0.unicodeScalars.append($1) }
        #expect(written.hasSuffix("dịch vụ, gồm: Nông nghiệp 40 HTX; Vận tải 20 HTX."))
        #expect(block.place(at: block.text.count - 1) == LinePlace(line: 5, page: 1))
        #expect(table.rows.map(\.cells) == [["A", "12"], ["B", "8"]])
    }

    @Test func `takes text and tables out of HTML, drawings and scripts left out`() {
        let text = AuditedText(
            html: """
                <html><head><title>5%</title></head><body><p>Có&nbsp;<b>232</b> HTX</p>
                <svg><text>9</text></svg><SCRIPT>var a = 1 < 2;</SCRIPT>
                <table><tr><th colspan=2>Năm</th></tr><tr><td>A<td>1</table><p>Hết &lt;1&#37;
                """
        )
        let blocks = text.passages.compactMap { passage -> String? in
            guard case .block(let block) = passage else { return nil }
            return block.text.reduce(into: "") { $0.unicodeScalars.append($1) }
        }
        #expect(
            blocks.map { $0.split(separator: " ").joined(separator: " ") } == [
                "Có 232 HTX", "Hết <1%",
            ]
        )
        let tables = text.passages.compactMap { passage -> [[String]]? in
            guard case .table(let table) = passage else { return nil }
            return table.rows.map(\.cells)
        }
        #expect(tables == [[["Năm", "Năm"], ["A", "1"]]])
    }

    @Test func `reports a wrong list of words with its place`() {
        var log = DiagnosticLog()
        let source = SourceText(path: "Templates/audit.yaml", bytes: Array("percent: 5\n".utf8))
        #expect(readAuditWords(from: source, log: &log) == nil)
        #expect(log.sorted.contains { $0.place?.line == 1 })
    }
}
