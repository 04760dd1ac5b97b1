package import DatasetModel
package import Diagnostics
package import PeriodModel

/// Keeps what stands in the cells that doubts of the whole dataset name, and whose rows they are in, as reading
/// does for its own: return notes show it, and answers are held against it.
///
/// The files with such cells are read once more; there are few.
package func keepCells(
    of doubts: some Sequence<Diagnostic>,
    in dataset: inout Dataset,
    from files: [SourceText],
    settings: PeriodSettings,
    words: ReadingWords
) {
    var cells: [String: [Diagnostic]] = [:]
    for doubt in doubts {
        if let place = doubt.place, place.cell != nil {
            cells[place.file, default: []].append(doubt)
        }
    }
    guard !cells.isEmpty else { return }
    let headings = HeadingIndex(settings, words: words)
    let names = settings.schema.columns.map {
        NameIndex($0, settings: settings, abbreviations: words.abbreviations)
    }
    for (index, submission) in dataset.submissions.enumerated() {
        guard let own = cells[submission.path],
            let file = files.first(where: { $0.path == submission.path })
        else { continue }
        var reader = SubmissionReader(
            index: index,
            settings: settings,
            words: words,
            headings: headings,
            names: names,
            previous: nil,
            amendments: Amendments(submission.amendments)
        )
        reader.doubted = own
        var register = RowRegister(settings)
        var log = DiagnosticLog()
        let again = reader.read(file, into: &register, log: &log)
        let known = Set(submission.doubted.map(\.cell))
        let wanted = Set(own.compactMap(\.place?.cell)).subtracting(known)
        dataset.submissions[index].doubted += again.doubted.filter { wanted.contains($0.cell) }
    }
}
