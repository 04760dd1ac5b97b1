package import DatasetModel
package import Diagnostics
package import PeriodModel

/// Reads the submissions of a period without keeping their rows: only what they come to in each unit and
/// sector.
///
/// Values and doubts are those of `readDataset`. Memory does not grow with the files, but for a key of fixed
/// size for each organisation and for the doubts. A file that is not a plain table is read as a whole.
/// What is held against rows elsewhere is not, and told; `hasPrevious` says that there is a period before.
/// With `needsMiddles` the files are read a second time for how values lie; that is not known where there are more
/// different values than `limits` let be held.
/// With `needsExtremes` the smallest and largest values are exact also where repeated rows were taken out.
package func readTotals(
    from files: [any ByteStream],
    settings: PeriodSettings,
    settingsFile: SourceText,
    words: ReadingWords = ReadingWords(),
    amendments: Amendments = .none,
    needsExtremes: Bool,
    needsMiddles: Bool = false,
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
    var dataset = Dataset(submissions: submissions, rows: RowTable(schema: settings.schema))
    if needsMiddles || !keepsExtremes && needsExtremes {
        let second = readAgain(
            streamed,
            kept,
            settings,
            except: repeated.refused,
            holdsValues: needsMiddles,
            workers,
            limits
        )
        totals = second.totals
        if needsMiddles { dataset.distributions = second.entries?.map { Distribution($0) } }
    }
    dataset.totals = totals
    return dataset
}

/// Totals, and values where they are asked for, from a second reading of the files without the rows refused.
private func readAgain(
    _ files: [StreamedFile],
    _ kept: KeepingSink,
    _ settings: PeriodSettings,
    except refused: Set<RowPosition>,
    holdsValues: Bool,
    _ workers: Workers,
    _ limits: StreamLimits
) -> SecondReading {
    var totals = CellTotals(settings)
    for (position, seen) in kept.rows where !refused.contains(position) {
        if let row = seen.row { totals.add(row) }
    }
    var entries = holdsValues ? kept.entries(except: refused, settings) : nil
    for file in files {
        let reader = StreamReader(
            reader: file.rows.reader,
            workers: workers,
            space: file.rows.space,
            limits: limits
        )
        // A file that cannot be read a second time has changed, which whoever opened it reports.
        let again = reader.again(file, except: refused, holdsValues: holdsValues)
        if let again { totals.add(again.totals) }
        if let own = again?.entries {
            entries?.join(own)
        } else {
            entries = nil
        }
    }
    return SecondReading(totals: totals, entries: entries)
}

extension ByteStream {
    fileprivate func whole() -> SourceText {
        SourceText(path: path, bytes: bytes(at: 0, count: size))
    }
}
