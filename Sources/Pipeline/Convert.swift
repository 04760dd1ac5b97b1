package import Diagnostics
import Glibc
import Ingest
package import PeriodModel

/// What `convert` is asked to do.
package struct ConvertOptions: Sendable {
    /// The file; `-` is standard input.
    package var path: String
    /// The templates; found by themselves when `nil`.
    package var templates: String?
    package var pins: ReadingPins

    package init(path: String, templates: String? = nil, pins: ReadingPins = ReadingPins()) {
        self.path = path
        self.templates = templates
        self.pins = pins
    }
}

/// A table that was read, or why none was.
package struct ConvertResult: Sendable {
    package var outcome: Outcome
    /// The table as CSV.
    package var output: [UInt8]
    /// How it was read, as JSON on one line; without a table, what was doubted. Made only when asked for.
    package var explanation: @Sendable () -> String
}

/// Reads any table as the report reads its submissions, and gives it out as plain CSV.
package func convert(
    _ options: ConvertOptions,
    language: Language,
    log: inout DiagnosticLog
) -> ConvertResult {
    func stopped() -> ConvertResult {
        let doubts = log.sorted
        return ConvertResult(outcome: .stopped, output: []) {
            Explanation().json(diagnostics: doubts, language: language)
        }
    }
    let source: SourceText
    do throws(FileFailure) {
        source = SourceText(
            path: options.path,
            bytes: try options.path == "-" ? readStandardInput() : readFile(options.path)
        )
    } catch {
        log.append(error.diagnostic)
        return stopped()
    }
    let words = readingWords(options, log: &log)
    guard
        let conversion = Ingest.convertTable(
            from: source,
            words: words,
            pins: options.pins,
            log: &log
        )
    else { return stopped() }
    let doubts = log.sorted
    return ConvertResult(outcome: .done, output: conversion.output) {
        conversion.explanation.json(diagnostics: doubts, language: language)
    }
}

/// The words of `reading.yaml`; without it, tables are read by their structure alone.
private func readingWords(_ options: ConvertOptions, log: inout DiagnosticLog) -> ReadingWords {
    guard let folder = options.templates ?? TemplateFolder.find(near: options.path) else {
        return ReadingWords()
    }
    let path = joined(folder, "reading.yaml")
    guard let bytes = try? readFile(path) else { return ReadingWords() }
    let source = SourceText(path: "Templates/reading.yaml", bytes: bytes)
    return Ingest.readReadingWords(from: source, log: &log) ?? ReadingWords()
}
