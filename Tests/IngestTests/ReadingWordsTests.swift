import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

struct ReadingWordsFile {
    private func read(_ text: String) -> (words: ReadingWords?, codes: [String]) {
        var log = DiagnosticLog()
        let words = readReadingWords(
            from: SourceText(path: "reading.yaml", bytes: Array(text.utf8)),
            log: &log
        )
        return (words, log.sorted.map { "\($0.place?.line ?? 0) \($0.code)" })
    }

    @Test func `reads every key of the office's file`() throws {
        let words = try readingWords()
        #expect(words.totals.contains("Tổng cộng") && words.totals.contains("Cộng"))
        #expect(words.footers.contains("Người lập biểu"))
        #expect(words.unitLines.contains("ĐVT"))
        #expect(words.footnotes.contains("(*)"))
        #expect(words.none.contains("-") && !words.unknown.contains("-"))
        #expect(words.unknown.contains("…") && words.unknown.contains("#N/A"))
        #expect(words.abbreviations["H"] == "huyện")
    }

    @Test(arguments: [
        ("totals: [Cộng]\n", "1 settings.key.missing"),
        ("missing: {none: [], unknown: []}\ntotal: [Cộng]\n", "2 settings.key.unknown"),
        ("missing: {none: [~], unknown: []}\n", "1 settings.value.type"),
        ("missing: {none: [], unknown: []}\nabbreviations: {H: [a]}\n", "2 settings.value.type"),
    ])
    func `tells each fault at its place`(text: String, fault: String) {
        let (words, codes) = read(text)
        #expect(words == nil)
        #expect(codes == [fault])
    }

    @Test(arguments: [
        ("Tổng cộng", true), ("TỔNG CỘNG:", true), ("Tổng  cộng toàn huyện", true), ("Cộng", true),
        ("cộng.", true), ("Cộng Lực", false), ("Tổng hợp tác xã Mơ", false),
        ("HTX Tổng hợp", false),
        ("Toàn huyện", true), ("", false),
    ])
    func `knows what a total is called`(text: String, isTotal: Bool) throws {
        #expect(ReadingMatcher(try readingWords()).isTotal(text) == isTotal)
    }

    @Test func `knows units, notes and footers by their first words`() throws {
        let matcher = ReadingMatcher(try readingWords())
        #expect(matcher.isUnitLine("ĐVT:triệu đồng") && matcher.isUnitLine("Đơn vị tính: đồng"))
        #expect(!matcher.isUnitLine("Đơn vịx"))
        #expect(matcher.isFootnote("Ghi chú: xem sau") && matcher.isFootnote("(*) mới lập"))
        #expect(matcher.isFooter("NGƯỜI LẬP BIỂU") && !matcher.isFooter("Ông giám đốc"))
        #expect(matcher.isMissingMark("N/A") && !matcher.isMissingMark("5"))
    }
}
