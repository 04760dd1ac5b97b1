import Diagnostics
import Foundation
import TestSupport
import Testing

struct Defects {
    /// Each file by itself, in order of names.
    private func doubts() throws -> [(file: String, log: DiagnosticLog)] {
        let period = try Period()
        let folder = projectRoot.appendingPathComponent("Fixtures/defects")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".csv") }
            .sorted()
            .map { name in
                let data = try Data(contentsOf: folder.appendingPathComponent(name))
                return (name, period.read([SourceText(path: name, bytes: Array(data))]).log)
            }
    }

    @Test(arguments: Language.allCases)
    func `reports each defect with its place, what was read and what to do`(
        language: Language
    ) throws {
        let text = try doubts().map {
            "== \($0.file)\n" + DiagnosticText.console($0.log.sorted, language: language)
        }
        expectGolden(text.joined(separator: "\n"), "defects.\(language.rawValue).txt")
    }

    @Test func `reports each defect as JSON`() throws {
        let lines = try doubts().map { DiagnosticJSON.lines($0.log.sorted) }.joined()
        expectGolden(lines, "defects.jsonl")
        for line in lines.split(separator: "\n") {
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
            let members = try #require(object as? [String: Any])
            #expect(
                Set(members.keys) == [
                    "file", "line", "column", "cell", "code", "severity", "value", "message",
                    "hint",
                ]
            )
        }
    }

    /// What offices do and the program understands; each file is read without a doubt.
    private let understood: Set<String> = ["heading-not-first.csv", "total-row.csv", "utf16.csv"]

    @Test func `finds something in each defect, and reads what it understands`() throws {
        let doubts = try doubts()
        #expect(doubts.count > 30)
        for (file, log) in doubts {
            #expect(log.entries.isEmpty == understood.contains(file), "\(file)")
            for entry in log.entries {
                #expect(entry.code.wholeMatch(of: /ingest\.[a-z]+\.[a-z-]+/) != nil)
            }
        }
    }
}
