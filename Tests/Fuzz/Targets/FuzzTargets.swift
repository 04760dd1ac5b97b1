import Diagnostics
import Glibc
import Ingest
import PeriodModel

/// What is fed with hostile bytes. A target returns what it found to be wrong; crashes and hangs speak for
/// themselves.
package struct FuzzTargets {
    /// A reader of bytes that others sent.
    package enum Name: String, CaseIterable, Sendable {
        /// Any file through `convert`, some with pinned settings.
        case convert
        /// A workbook through `convert` and as a submission.
        case workbook
        /// `report.yaml`, `reading.yaml` and `answers.yaml`.
        case settings
        /// A district's text file.
        case submission
        /// The same, read in stretches without keeping rows: as it is when they are kept.
        case stream
        /// Answers to a return note, and corrections of the office.
        case answers
    }

    let settings: PeriodSettings
    let settingsFile: SourceText
    let words: ReadingWords
    let answerWords: AnswerWords

    /// Reads the settings of the defects and the words of the templates in the project's folder.
    package init?(project: String) {
        func source(_ path: String) -> SourceText {
            SourceText(path: path, bytes: contents("\(project)/\(path)"))
        }
        var log = DiagnosticLog()
        let answers = source("Templates/return-note/answers.yaml")
        settingsFile = source("Fixtures/defects/report.yaml")
        guard let settings = Ingest.readSettings(from: settingsFile, log: &log),
            let words = Ingest.readReadingWords(from: source("Templates/reading.yaml"), log: &log),
            let answerWords = Ingest.readAnswerWords(answers, log: &log)
        else { return nil }
        self.settings = settings
        self.words = words
        self.answerWords = answerWords
    }

    /// Feeds one target; `nil` when nothing is wrong.
    package func run(_ name: Name, _ input: [UInt8]) -> String? {
        switch name {
        case .convert: convert(input)
        case .workbook: workbook(input)
        case .settings: settings(input)
        case .submission: submission(SourceText(path: "submissions/1.csv", bytes: input))
        case .stream: stream(input)
        case .answers: answers(input)
        }
    }
}

/// The doubts as people and programs get them.
func written(_ log: DiagnosticLog) -> String? {
    let entries = log.sorted
    for language in Language.allCases { _ = DiagnosticText.console(entries, language: language) }
    _ = DiagnosticJSON.lines(entries)
    for entry in entries {
        if entry.message.vi.isEmpty || entry.message.en.isEmpty { return "\(entry.code): no words" }
        if let place = entry.place, (place.line ?? 1) < 1 || (place.column ?? 1) < 1 {
            return "\(entry.code): no such place: \(place)"
        }
    }
    return nil
}

private func contents(_ path: String) -> [UInt8] {
    guard let file = fopen(path, "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    while case let byte = getc(file), byte != EOF { bytes.append(UInt8(truncatingIfNeeded: byte)) }
    return bytes
}
