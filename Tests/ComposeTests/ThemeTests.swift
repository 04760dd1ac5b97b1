import Compose
import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct `A theme` {
    private func doubts(series: String) throws -> [Diagnostic] {
        let theme = try themeText().replacing(
            /series: \[.*\]/,
            with: "series: [\(series)]"
        )
        var log = DiagnosticLog()
        _ = readTheme(SourceText(path: "theme.yaml", bytes: Array(theme.utf8)), log: &log)
        return log.sorted
    }

    @Test(arguments: [
        "", "\"#12436d\"", "\"#12436d\", \"#12436d\"", "\"#12436d\", \"#5a3a00\"",
    ])
    func `is refused at its line when two series could not be told apart in grey`(
        series: String
    ) throws {
        let told = try doubts(series: series)
        let line = try line() + 1
        #expect(told.map { $0.place?.line } == [line], "\(told)")
    }

    @Test func `is fine with a dark and a light colour`() throws {
        #expect(try doubts(series: "\"#12436d\", \"#5b93b5\"").isEmpty)
    }

    private func line() throws -> Int {
        try themeText().split(separator: "\n", omittingEmptySubsequences: false)
            .firstIndex { $0.contains("series: [") } ?? 0
    }

    private func themeText() throws -> String {
        try String(
            contentsOf: projectRoot.appendingPathComponent("Templates/theme.yaml"),
            encoding: .utf8
        )
    }
}
