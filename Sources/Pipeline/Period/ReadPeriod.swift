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
func readPeriod(_ source: Source, log: inout DiagnosticLog) -> ReadPeriod? {
    guard let folder = PeriodFolder(at: source.folder, log: &log),
        let settings = Ingest.readSettings(from: folder.settings, log: &log)
    else { return nil }
    var before: PeriodFolder?
    if let name = settings.previous {
        before = PeriodFolder(
            at: joined(source.folder, name),
            label: name.hasSuffix("/") ? name : name + "/",
            namedAt: place(of: "previous", in: folder.settings),
            log: &log
        )
    }
    let folders = [folder] + (before.map { [$0] } ?? [])
    // The words of answers are asked for only where there are any.
    var wordsFile: SourceText?
    if folders.contains(where: { !$0.amendments.isEmpty }) {
        wordsFile = TemplateFolder.answerWords(source, log: &log)
    }
    let words = wordsFile.flatMap { Ingest.readAnswerWords($0, log: &log) }

    var current = readData(of: folder, settings, words, log: &log)
    var previous: PeriodData?
    if let before, let settings = Ingest.readSettings(from: before.settings, log: &log) {
        var data = readData(of: before, settings, words, log: &log)
        settleConfirmations(in: &data.dataset, log: &log)
        previous = data
    }
    checkRegister(of: current, previous: previous, log: &log)
    settleConfirmations(in: &current.dataset, log: &log)

    var inputs = folders.flatMap { [$0.settings] + $0.submissions + $0.amendments }
    inputs += folder.texts.keys.sorted().compactMap { folder.texts[$0] }
    if let wordsFile { inputs.append(wordsFile) }
    return ReadPeriod(folder: folder, current: current, previous: previous, inputs: inputs)
}

private func readData(
    of folder: PeriodFolder,
    _ settings: PeriodSettings,
    _ words: AnswerWords?,
    log: inout DiagnosticLog
) -> PeriodData {
    var amendments = Amendments.none
    if let words, !folder.amendments.isEmpty {
        amendments = Ingest.readAmendments(
            answers: folder.answers,
            corrections: folder.corrections,
            words: words,
            submissions: folder.submissions.map(\.path),
            log: &log
        )
    }
    let dataset = Ingest.readDataset(
        from: folder.submissions,
        settings: settings,
        settingsFile: folder.settings,
        amendments: amendments,
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
