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
        for line in 1...DiagnosticLog.usualLimit { log.append(doubt(line)) }
        #expect(more(log).isEmpty)
        for line in 1...7 { log.append(doubt(DiagnosticLog.usualLimit + line)) }
        #expect(log.entries.count == DiagnosticLog.usualLimit)
        #expect(more(log) == ["1.csv 7 error"])
        #expect(log.sorted.count == DiagnosticLog.usualLimit + 1)
        // Another kind, another file: kept.
        log.append(doubt(1, "a.c"))
        log.append(doubt(1, file: "2.csv"))
        #expect(log.entries.count == DiagnosticLog.usualLimit + 2)
        #expect(more(log) == ["1.csv 7 error"])
    }

    @Test func `logs that are joined keep to the limit and lose no count`() {
        var log = DiagnosticLog()
        for part in 0..<3 {
            var own = DiagnosticLog()
            for line in 1...(DiagnosticLog.usualLimit / 2 + 10) {
                own.append(doubt(part * DiagnosticLog.usualLimit + line))
            }
            log.append(contentsOf: own)
        }
        #expect(log.entries.count == DiagnosticLog.usualLimit)
        #expect(more(log) == ["1.csv \(DiagnosticLog.usualLimit / 2 + 30) error"])
    }

    @Test func `errors that are only counted are errors still`() {
        var log = DiagnosticLog()
        for line in 1...(DiagnosticLog.usualLimit + 1) { log.append(doubt(line)) }
        log.removeAll { _ in true }
        #expect(log.hasErrors)
        #expect(more(log) == ["1.csv 1 error"])
    }

    @Test func `a log with a larger limit keeps it where it is added to another`() {
        var large = DiagnosticLog(limit: DiagnosticLog.largeLimit)
        for line in 1...(DiagnosticLog.largeLimit + 3) { large.append(doubt(line)) }
        var log = DiagnosticLog()
        log.append(doubt(1, file: "2.csv"))
        log.append(contentsOf: large)
        #expect(log.entries.count == DiagnosticLog.largeLimit + 1)
        #expect(more(log) == ["1.csv 3 error"])
    }
}
