import DatasetModel
import Diagnostics
import Testing

@testable import Ingest

/// Whatever a file holds, reading ends, and no row is taken from a file without its faults told.
struct HostileInput {
    let period: Period
    private let good = Array(
        "\u{FEFF}\(head)A1,\"HTX \"\"Một\"\"\",001,NN,1.234,\"1,5\"\r\nA2,Hai,Hòa An,VT,5,\r\n".utf8
    )

    init() throws {
        period = try Period()
    }

    private func read(_ bytes: [UInt8]) -> (rows: Int, log: DiagnosticLog) {
        let (dataset, log) = period.read([SourceText(path: "1.csv", bytes: bytes)])
        for entry in log.entries {
            #expect(!entry.message.vi.isEmpty && !entry.message.en.isEmpty)
            #expect((entry.place?.line ?? 1) > 0 && (entry.place?.column ?? 1) > 0)
        }
        return (dataset.rows.count, log)
    }

    @Test func `reads a file cut at any byte`() {
        #expect(read(good).rows == 2)
        for end in 0..<good.count {
            let (rows, log) = read(Array(good.prefix(end)))
            #expect(rows <= 2)
            #expect(rows == 2 || log.hasErrors || rows == 1, "cut at \(end)")
        }
    }

    @Test func `reads random bytes and good files with bytes changed`() {
        var generator = Seeded(state: 3)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            _ = read(bytes)
            var changed = good
            for _ in 0..<3 {
                changed[Int.random(in: changed.indices, using: &generator)] =
                    Array("\",;\n\r\t|.-9\u{0}a".utf8).randomElement(using: &generator) ?? 0
            }
            _ = read(changed)
        }
    }

    @Test func `reads a very long line and very many columns`() {
        #expect(read(Array(repeating: UInt8(ascii: "a"), count: 200_000)).log.hasErrors)
        #expect(read(Array(repeating: UInt8(ascii: ","), count: 100_000)).log.hasErrors)
        #expect(read(Array(repeating: UInt8(ascii: "\""), count: 100_001)).log.hasErrors)
        let wide = Array((head.dropLast() + String(repeating: ",x", count: 100_000) + "\nA1").utf8)
        #expect(read(wide).log.entries.count < 50)
        let unnamed = head.dropLast() + String(repeating: ",", count: 100_000) + "\n"
        let filled = "A1,Một,001,NN,1,2" + String(repeating: ",x", count: 100_000) + "\n"
        #expect(faults(read(Array((unnamed + filled).utf8)).log) == ["G2 ingest.heading.unnamed"])
        let quotes = Array((head + String(repeating: "a\"b,", count: 100_000)).utf8)
        #expect(read(quotes).log.entries.count < 10)
    }
}
