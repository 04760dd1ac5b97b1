package import Archive
package import Diagnostics
import Ingest
import PeriodModel

/// One side of a comparison, as the command line names it.
package enum ComparedSide: Sendable, Hashable {
    /// `STORE:89-2020@v1`, or `STORE:89-2020` for the last edition.
    case edition(EditionName, store: String)
    /// A period folder, as it was built last.
    case period(String)

    /// A name after the last colon is an edition's where a folder stands before it.
    package init(_ text: String) {
        if let colon = text.lastIndex(of: ":"),
            let name = EditionName(String(text[text.index(after: colon)...])),
            kind(at: String(text[..<colon])) == .folder
        {
            self = .edition(name, store: String(text[..<colon]))
        } else {
            self = .period(text)
        }
    }
}

/// What a comparison came to.
package struct CompareResult: Sendable {
    package var outcome: Outcome
    package var difference = EditionDifference()
}

/// Compares two editions, or an edition and what a build made; nothing is written.
package func compare(
    _ old: ComparedSide,
    _ new: ComparedSide,
    output: String,
    templates: String?,
    log: inout DiagnosticLog
) -> CompareResult {
    guard let before = files(of: old, output, templates, log: &log),
        let now = files(of: new, output, templates, log: &log)
    else { return CompareResult(outcome: .stopped) }
    let words = [now, before].lazy.compactMap { side -> ReadingWords? in
        var own = DiagnosticLog()
        let path = "Templates/reading.yaml"
        return side.input(path).flatMap {
            Ingest.readReadingWords(from: SourceText(path: path, bytes: $0), log: &own)
        }
    }.first
    let difference = difference(from: before, to: now, words: words ?? ReadingWords())
    return CompareResult(outcome: difference.isEmpty ? .done : .faults, difference: difference)
}

private func files(
    of side: ComparedSide,
    _ output: String,
    _ templates: String?,
    log: inout DiagnosticLog
) -> EditionFiles? {
    switch side {
    case .edition(let name, let path):
        guard let store = OpenStore(path, log: &log),
            let edition = store.edition(name, log: &log)
        else { return nil }
        return EditionFiles(edition, in: store, log: &log)
    case .period(let folder):
        return EditionFiles(
            output: output,
            of: Source(folder: folder, templates: templates),
            log: &log
        )
    }
}
