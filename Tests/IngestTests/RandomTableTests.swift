import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

/// Tables whose dialect and cells are known, written in many ways.
struct RandomTables {
    @Test func `finds the dialect, the heading and every cell of nearly all random tables`() throws
    {
        var generator = Seeded(state: 2020)
        let words = try readingWords()
        let all = 300
        var dialects = 0
        var headings = 0
        var tables = 0
        for _ in 0..<all {
            let table = RandomTable(using: &generator)
            var log = DiagnosticLog()
            let text = try #require(
                ReceivedText(SourceText(path: "a.csv", bytes: table.bytes), log: &log)
            )
            let (dialect, settings) = sniffDialect(text, pins: ReadingPins())
            let cells = CellTable(text, dialect: dialect)
            let layout = tableLayout(of: cells, words: words, pins: ReadingPins())
            let values = Dictionary(settings.map { ($0.name, $0.value) }) { $1 }
            if values["delimiter"] == table.delimiter,
                (values["quote"] ?? nil) == (table.hasQuotes ? table.quote.map(String.init) : nil)
            {
                dialects += 1
            }
            if layout.headings.count == (table.hasHeading ? 1 : 0) { headings += 1 }
            let read = layout.kinds.indices
                .filter { layout.kinds[$0] == .heading || layout.kinds[$0].isKept }
                .map { row in
                    let record = cells.records[row]
                    return (0..<max(layout.width, record.fields.count)).map { column in
                        column < record.fields.count
                            ? cells.rawText(cells.field(column, of: record)) : ""
                    }
                }
            if read == table.rows { tables += 1 }
        }
        #expect(dialects * 100 >= all * 98, "\(dialects)/\(all)")
        #expect(headings * 100 >= all * 97, "\(headings)/\(all)")
        #expect(tables * 100 >= all * 96, "\(tables)/\(all)")
    }
}
