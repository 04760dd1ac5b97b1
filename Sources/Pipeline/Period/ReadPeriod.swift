import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import SettingsKit

/// A period as it was read, with the one before it.
struct ReadPeriod {
    var folder: PeriodFolder
    var current: PeriodData
    var previous: PeriodData?
    /// Every file read so far.
    var inputs: [SourceText]
}

/// Reads a period folder and the previous one that it names; `nil` when the settings stop everything.
///
/// `words` say which rows and cells of the submissions are no data.
func readPeriod(at path: String, words: ReadingWords, log: inout DiagnosticLog) -> ReadPeriod? {
    guard let folder = PeriodFolder(at: path, log: &log),
        let settings = Ingest.readSettings(from: folder.settings, log: &log)
    else { return nil }
    var inputs = [folder.settings] + folder.submissions
    inputs += folder.texts.keys.sorted().compactMap { folder.texts[$0] }
    // The period before comes first: this one's values are held against it.
    var previous: PeriodData?
    if let name = settings.previous {
        let label = name.hasSuffix("/") ? name : name + "/"
        let before = PeriodFolder(
            at: joined(path, name),
            label: label,
            namedAt: place(of: "previous", in: folder.settings),
            log: &log
        )
        if let before {
            inputs += [before.settings] + before.submissions
            previous = Ingest.readSettings(from: before.settings, log: &log).map {
                readData(of: before, $0, words: words, previous: nil, log: &log)
            }
        }
    }
    let current = readData(of: folder, settings, words: words, previous: previous, log: &log)
    return ReadPeriod(folder: folder, current: current, previous: previous, inputs: inputs)
}

private func readData(
    of folder: PeriodFolder,
    _ settings: PeriodSettings,
    words: ReadingWords,
    previous: PeriodData?,
    log: inout DiagnosticLog
) -> PeriodData {
    let dataset = Ingest.readDataset(
        from: folder.submissions,
        settings: settings,
        settingsFile: folder.settings,
        words: words,
        previous: previous,
        log: &log
    )
    return PeriodData(settings: settings, dataset: dataset)
}

/// Where settings give the value of a key; read again only to say where a fault lies.
private func place(of key: String, in file: SourceText) -> Place? {
    var log = DiagnosticLog()
    guard case .mapping(let root)? = readYAML(file, log: &log)?.content else { return nil }
    return root.first { $0.key == key }?.value.place
}
