import Audit
import Diagnostics
import Foundation
import TestSupport
import Testing
import Vocabulary

/// A text of `Fixtures/audit`, with what was planted in it.
struct AuditCase: CustomTestStringConvertible {
    var name: String
    /// Kind and printed figure of the fault; `nil` in clean texts.
    var fault: (kind: String, printed: String)?
    var text: String

    var testDescription: String { name }

    /// The cases of a file, each behind a line `=== name | kind | printed`.
    static func all(in file: String) -> [AuditCase] {
        let url = projectRoot.appendingPathComponent("Fixtures/audit/\(file)")
        guard let text = try? String(contentsOf: url, encoding: .utf8) else { return [] }
        return text.components(separatedBy: "=== ").dropFirst().map { part in
            let lines = part.components(separatedBy: "\n")
            let head = lines[0].components(separatedBy: " | ")
            return AuditCase(
                name: head[0],
                fault: head.count > 2 ? (head[1], head[2]) : nil,
                text: lines.dropFirst().joined(separator: "\n")
            )
        }
    }
}

/// The words of `Templates/audit.yaml`.
func auditWords() throws -> AuditWords {
    let url = projectRoot.appendingPathComponent("Templates/audit.yaml")
    var log = DiagnosticLog()
    let source = SourceText(path: "Templates/audit.yaml", bytes: Array(try Data(contentsOf: url)))
    return try #require(
        readAuditWords(from: source, log: &log),
        "\(DiagnosticText.console(log.sorted))"
    )
}

/// What is doubted of a text, as of a day long after it.
func doubts(in text: String) throws -> [Doubt] {
    let audited =
        text.hasPrefix("<") ? AuditedText(html: text) : AuditedText(plain: text)
    return audit(
        audited,
        words: try auditWords(),
        today: CalendarDate(year: 2024, month: 6, day: 30)
    )
}

func description(of doubts: [Doubt]) -> String { doubts.text(file: "", language: .vi) }
