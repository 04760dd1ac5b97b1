import Archive
import Diagnostics
import Ingest
import PeriodModel
import Vocabulary

/// All that differs between two editions; `words` are those by which tables of submissions are read.
func difference(
    from old: EditionFiles,
    to new: EditionFiles,
    words: ReadingWords
) -> EditionDifference {
    let files = FileChange.between(old.digests, new.digests)
    var difference = EditionDifference(
        figures: FigureChange.between(old.figures, new.figures),
        files: files
    )
    let tables = TablePair(old: Tables(old, words), new: Tables(new, words))
    for file in files where file.kind == .changed && !file.path.hasPrefix("products/") {
        // Faces are told as files alone.
        if file.path.hasPrefix("/") { continue }
        guard let before = old.input(file.path), let now = new.input(file.path) else {
            difference.texts.append(.init(file: file.path, changes: []))
            continue
        }
        let (was, isNow) = (
            SourceText(path: file.path, bytes: before), SourceText(path: file.path, bytes: now)
        )
        if file.path.split(separator: "/").dropLast().last == "submissions" {
            let changes = tables.changes(was, isNow)
            if changes?.isEmpty != true {
                difference.rows.append(.init(file: file.path, changes: changes ?? []))
            }
        } else if file.path.hasSuffix(".yaml"), let changes = SettingChange.between(was, isNow) {
            if !changes.isEmpty {
                difference.settings.append(.init(file: file.path, changes: changes))
            }
        } else {
            let lines = was.lines.flatMap { before in isNow.lines.map { (before, $0) } }
            let changes = lines.map { LineChange.between($0, $1) } ?? []
            difference.texts.append(.init(file: file.path, changes: changes))
        }
    }
    let choices = choices(of: old.record, new.record)
    if !choices.isEmpty {
        difference.settings.append(.init(file: "build.json", changes: choices))
    }
    return difference
}

/// The program's version and what was chosen beside the files.
private func choices(of old: BuildRecord, _ new: BuildRecord) -> [SettingChange] {
    func values(_ record: BuildRecord) -> [(String, String)] {
        [("tool", record.tool), ("version", record.version)]
            + record.settings.map { ($0.name, $0.value) }
    }
    let (before, now) = (values(old), values(new))
    let names = now.map(\.0) + before.map(\.0).filter { name in !now.contains { $0.0 == name } }
    return names.compactMap { name in
        let (was, isNow) = (before.first { $0.0 == name }?.1, now.first { $0.0 == name }?.1)
        return was == isNow ? nil : SettingChange(path: name, old: was, new: isNow)
    }
}

/// The tables of one side's submissions.
private struct Tables {
    let settings: PeriodSettings?
    let words: ReadingWords

    init(_ files: EditionFiles, _ words: ReadingWords) {
        var log = DiagnosticLog()
        settings = files.settings.flatMap { Ingest.readSettings(from: $0, log: &log) }
        self.words = words
    }

    /// A submission as plain rows; `nil` when it is no table.
    func table(_ file: SourceText) -> CSVTable? {
        var log = DiagnosticLog()
        let name = lastComponent(file.path)
        let pins = settings?.reading.first { $0.apply(to: name) } ?? ReadingPins()
        return Ingest.convertTable(from: file, words: words, pins: pins, log: &log)
            .flatMap { try? CSVTable($0.output) }
    }

    /// The headings of the column by which rows are known.
    var identifiers: Set<String> {
        guard let column = settings?.schema.columns.first(where: { $0.role == .identifier }) else {
            return []
        }
        return Set(([column.key, column.label] + column.aliases).map(\.foldedName))
    }
}

private struct TablePair {
    let old: Tables
    let new: Tables

    /// `nil` where rows cannot be told.
    func changes(_ before: SourceText, _ now: SourceText) -> [RowChange]? {
        guard let before = old.table(before), let now = new.table(now) else { return nil }
        let identifiers = old.identifiers.union(new.identifiers)
        return RowChange.between(before, now) { identifiers.contains($0.foldedName) }
    }
}

extension SourceText {
    /// The lines of a text in UTF-8; `nil` for other bytes.
    fileprivate var lines: [String]? {
        String(validating: bytes, as: UTF8.self)?
            .split(omittingEmptySubsequences: false) { $0.isNewline }.map(String.init)
    }
}
