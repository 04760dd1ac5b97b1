import DatasetModel
import Diagnostics
import PeriodModel
import Testing

@testable import Ingest

/// Files larger in one direction than any office's: they are read or refused, at once and in words.
struct Limits {
    private let period: Period

    init() throws {
        period = try Period()
    }

    private func convert(_ bytes: [UInt8]) -> (output: [UInt8]?, log: DiagnosticLog) {
        var log = DiagnosticLog()
        let source = SourceText(path: "1.csv", bytes: bytes)
        let conversion = Ingest.convertTable(
            from: source,
            words: period.words,
            pins: ReadingPins(),
            log: &log
        )
        return (conversion?.output, log)
    }

    @Test func `refuses a row of more cells than the memory should hold`() {
        let wide = Array("a,b\n1,2\n".utf8) + [UInt8](repeating: 0x2C, count: 2_200_000)
        let (output, log) = convert(wide)
        #expect(output == nil)
        #expect(faults(log) == ["A3 ingest.row.too-wide"])
        let submitted = period.read([SourceText(path: "1.csv", bytes: wide)])
        #expect(faults(submitted.log).contains("A3 ingest.row.too-wide"))
    }

    @Test(arguments: 0..<6)
    func `takes no value from a cell longer than Excel's longest`(column: Int) {
        var cells = ["A1", "Một", "001", "NN", "1", "2"]
        cells[column] += String(repeating: "1", count: 100_000)
        let text = head + cells.joined(separator: ",") + "\nA2,Hai,001,NN,3,4\n"
        let (dataset, log) = period.read(text)
        let letter = Array("ABCDEF")[column]
        #expect(faults(log) == ["\(letter)2 ingest.cell.too-long"])
        #expect(dataset.rows.count == 1)
        #expect(log.entries.allSatisfy { ($0.value ?? "").count < 200 })
        // As a tool, the reader gives out what is there.
        #expect(convert(Array(text.utf8)).output?.count ?? 0 > 100_000)
    }

    @Test
    func `a remark a hundred thousand times over is listed so many times, the rest is counted`() {
        let remarks = String(repeating: "# ghi chú\n", count: 100_010)
        let (output, log) = convert(Array(("ten,so\nx,1\ny,2\n" + remarks + "z,3\n").utf8))
        let untold = log.entries.first { $0.code == "ingest.row.more-left-out" }
        #expect(output == Array("ten,so\r\nx,1\r\ny,2\r\nz,3\r\n".utf8))
        #expect(untold?.value == "10")
        #expect(untold?.severity == .warning)
    }

    @Test func `zero bytes that convert lets through are told with their place`() {
        let (output, log) = convert(Array("a,b\n1,x\0y\n2,z\n".utf8))
        #expect(output == Array("a,b\r\n1,x\0y\r\n2,z\r\n".utf8))
        #expect(log.entries.map(\.code) == ["ingest.text.zero-byte"])
        #expect(log.entries.first?.place?.line == 2)
        #expect(log.entries.first?.place?.column == 4)
    }

    @Test func `long headings take no longer than short ones`() {
        let words = String(repeating: "T ", count: 2_000_000)
        let started = ContinuousClock.now
        _ = period.read(head.dropLast() + "," + words + "\nA1,Một,001,NN,1,2,3\n")
        let groups = head.dropLast() + "," + words + String(repeating: ",", count: 5_000) + "\n"
        let names = ",,,,," + (0..<5_000).map { ",c\($0)" }.joined() + "\n"
        _ = period.read(groups + names + "A1,Một,001,NN,1,2\n")
        #expect(started.duration(to: .now) < .seconds(20))
    }
}
