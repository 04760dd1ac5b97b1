import Diagnostics
import Testing

@Suite struct DiagnosticLogTests {
    private func doubt(_ line: Int, _ code: String = "a.b", file: String = "1.csv") -> Diagnostic {
        Diagnostic(
            code,
            at: Place(file: file, line: line),
            message: Bilingual(vi: "sai", en: "wrong")
        )
    }

    private func more(_ log: DiagnosticLog) -> [String] {
        log.sorted.filter { $0.code == "ingest.file.more-doubts" }
            .map { "\($0.place?.file ?? "-") \($0.value ?? "") \($0.severity)" }
    }

    @Test func `doubts of one kind beyond the limit are counted and the count is told`() {
        var log = DiagnosticLog()
        for line in 1...DiagnosticLog.limit { log.append(doubt(line)) }
        #expect(more(log).isEmpty)
        for line in 1...7 { log.append(doubt(DiagnosticLog.limit + line)) }
        #expect(log.entries.count == DiagnosticLog.limit)
        #expect(more(log) == ["1.csv 7 error"])
        #expect(log.sorted.count == DiagnosticLog.limit + 1)
        // Another kind, another file: kept.
        log.append(doubt(1, "a.c"))
        log.append(doubt(1, file: "2.csv"))
        #expect(log.entries.count == DiagnosticLog.limit + 2)
        #expect(more(log) == ["1.csv 7 error"])
    }

    @Test func `logs that are joined keep to the limit and lose no count`() {
        var log = DiagnosticLog()
        for part in 0..<3 {
            var own = DiagnosticLog()
            for line in 1...(DiagnosticLog.limit / 2 + 10) {
                own.append(doubt(part * DiagnosticLog.limit + line))
            }
            log.append(contentsOf: own)
        }
        #expect(log.entries.count == DiagnosticLog.limit)
        #expect(more(log) == ["1.csv \(DiagnosticLog.limit / 2 + 30) error"])
    }

    @Test func `errors that are only counted are errors still`() {
        var log = DiagnosticLog()
        for line in 1...(DiagnosticLog.limit + 1) { log.append(doubt(line)) }
        log.removeAll { _ in true }
        #expect(log.hasErrors)
        #expect(more(log) == ["1.csv 1 error"])
    }
}
