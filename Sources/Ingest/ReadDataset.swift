package import DatasetModel
package import Diagnostics
package import PeriodModel

/// Reads the submissions of a period into one table of typed rows.
///
/// Every fault of every file is logged; rows with a fault are left out. `settingsFile` is the
/// `report.yaml` that `settings` came from: doubts about units that sent nothing stand there. `words` say
/// which rows and cells are no data; `previous` is the period before, against which sizes are checked;
/// what is amended is read in the place of what was sent.
package func readDataset(
    from files: [SourceText],
    settings: PeriodSettings,
    settingsFile: SourceText,
    words: ReadingWords = ReadingWords(),
    previous: PeriodData? = nil,
    amendments: Amendments = .none,
    log: inout DiagnosticLog
) -> Dataset {
    var register = RowRegister(settings)
    var submissions: [Submission] = []
    let headings = HeadingIndex(settings, words: words)
    let names = settings.schema.columns.map {
        NameIndex($0, settings: settings, abbreviations: words.abbreviations)
    }
    let before = previous.map { PreviousRows($0, for: settings) }
    for (index, file) in files.enumerated() {
        let reader = SubmissionReader(
            index: index,
            settings: settings,
            words: words,
            headings: headings,
            names: names,
            previous: before,
            amendments: amendments
        )
        submissions.append(reader.read(file, into: &register, log: &log))
    }
    PeerScale(settings: settings, previous: before, rows: register.rows, submissions: submissions)
        .check(log: &log)
    reportSilentUnits(
        settings: settings,
        heard: register.unitsHeard,
        settingsFile: settingsFile,
        log: &log
    )
    return Dataset(submissions: submissions, rows: register.rows)
}
