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
    /// The language in which to explain how the table was read; `nil` when nobody asked.
    package var explainsIn: Language?

    package init(
        path: String,
        templates: String? = nil,
        pins: ReadingPins = ReadingPins(),
        explainsIn: Language? = nil
    ) {
        self.path = path
        self.templates = templates
        self.pins = pins
        self.explainsIn = explainsIn
    }
}

/// Whether `convert` can be told that a file is in the encoding of this name.
package func isEncoding(_ name: String) -> Bool { Ingest.isEncoding(name) }

/// A table that was read, or why none was.
package struct ConvertResult: Sendable {
    package var outcome: Outcome
    /// The table as CSV.
    package var output: [UInt8]
    /// How it was read, as JSON on one line; without a table, what was doubted; `nil` when nobody asked.
    package var explanation: String?
}

/// Reads any table as the report reads its submissions, and gives it out as plain CSV.
package func convert(_ options: ConvertOptions, log: inout DiagnosticLog) -> ConvertResult {
    func stopped() -> ConvertResult {
        ConvertResult(
            outcome: .stopped,
            output: [],
            explanation: options.explainsIn.map { language in
                Explanation().json(diagnostics: log.sorted, language: language)
            }
        )
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
    return ConvertResult(
        outcome: .done,
        output: conversion.output,
        explanation: options.explainsIn.map { language in
            conversion.explanation.json(diagnostics: log.sorted, language: language)
        }
    )
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
