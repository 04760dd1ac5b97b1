package import DatasetModel
package import Diagnostics
package import PeriodModel

/// Reads the submissions of a period without keeping their rows: only what they come to in each unit and
/// sector.
///
/// Values and doubts are those of `readDataset`. Memory does not grow with the files, but for a key of fixed
/// size for each organisation and for the doubts. A file that is not a plain table is read as a whole.
/// What is held against rows elsewhere is not, and told; `hasPrevious` says that there is a period before.
/// With `needsExtremes` the smallest and largest values are exact also where repeated rows were taken out.
package func readTotals(
    from files: [any ByteStream],
    settings: PeriodSettings,
    settingsFile: SourceText,
    words: ReadingWords = ReadingWords(),
    amendments: Amendments = .none,
    needsExtremes: Bool,
    hasPrevious: Bool = false,
    workers: Workers,
    memory: LargeMemory = .heap,
    limits: StreamLimits = StreamLimits(),
    log: inout DiagnosticLog
) -> Dataset {
    let headings = HeadingIndex(settings, words: words)
    let names = settings.schema.columns.map {
        NameIndex($0, settings: settings, abbreviations: words.abbreviations)
    }
    let space = KeySpace(sizes: files.map(\.size), memory: memory)
    let kept = KeepingSink(settings, space)
    var register = RowRegister(settings, sink: kept)
    var streamed: [StreamedFile] = []
    var submissions: [Submission] = []
    var heard: Set<Int> = []
    for (index, file) in files.enumerated() {
        let reader = SubmissionReader(
            index: index,
            settings: settings,
            words: words,
            headings: headings,
            names: names,
            previous: nil,
            amendments: amendments
        )
        let stream = StreamReader(
            reader: reader,
            workers: workers,
            space: space,
            limits: limits
        )
        if file.size >= limits.smallest, let read = stream.read(file) {
            log.append(contentsOf: read.log)
            submissions.append(read.submission)
            heard.formUnion(read.unitsHeard)
            streamed.append(read)
        } else {
            let whole = file.whole()
            // What kept the bytes from being read is told by who opened the file.
            let isRead = whole.bytes.count == file.size
            submissions.append(
                isRead
                    ? reader.read(whole, into: &register, log: &log)
                    : Submission(path: file.path, rowCount: 0, units: [])
            )
        }
    }
    var repeats = DiagnosticLog(limit: DiagnosticLog.largeLimit)
    let repeated = RepeatedRows(files: streamed, kept: kept, workers: workers, space: space)
        .report(log: &repeats)
    for submission in submissions {
        joinRepeats(from: 0, of: submission.rowCount, file: submission.path, log: &repeats)
    }
    log.append(contentsOf: repeats)
    let unchecked = Unchecked(settings, submissions, hasPrevious: hasPrevious)
    for path in streamed.isEmpty
        ? submissions.prefix(1).map(\.path) : streamed.map(\.submission.path)
    {
        unchecked.report(path, isStreamed: !streamed.isEmpty, log: &log)
    }
    reportSilentUnits(
        settings: settings,
        heard: heard.union(register.unitsHeard),
        settingsFile: settingsFile,
        log: &log
    )
    var totals = kept.totals
    for file in streamed { totals.add(file.totals) }
    var keepsExtremes = true
    for row in repeated.counted { keepsExtremes = totals.remove(row) && keepsExtremes }
    if !keepsExtremes, needsExtremes {
        totals = recounted(streamed, kept, settings, except: repeated.refused, workers, limits)
    }
    return Dataset(
        submissions: submissions,
        rows: RowTable(schema: settings.schema),
        totals: totals
    )
}

/// The totals counted again from the files, without the rows refused.
private func recounted(
    _ files: [StreamedFile],
    _ kept: KeepingSink,
    _ settings: PeriodSettings,
    except refused: Set<RowPosition>,
    _ workers: Workers,
    _ limits: StreamLimits
) -> CellTotals {
    var totals = CellTotals(settings)
    for (position, seen) in kept.rows where !refused.contains(position) {
        if let row = seen.row { totals.add(row) }
    }
    for file in files {
        let reader = StreamReader(
            reader: file.rows.reader,
            workers: workers,
            space: file.rows.space,
            limits: limits
        )
        // A file that cannot be read a second time has changed, which whoever opened it reports.
        if let own = reader.totals(of: file, except: refused) { totals.add(own) }
    }
    return totals
}

extension ByteStream {
    fileprivate func whole() -> SourceText {
        SourceText(path: path, bytes: bytes(at: 0, count: size))
    }
}
