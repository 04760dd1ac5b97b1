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
    guard
        let words = Words(source, hasAmendments: folders.contains { !$0.amendments.isEmpty }, &log)
    else { return nil }

    // The period before comes first: this one's values are held against it.
    var previous: PeriodData?
    if let before, let settings = Ingest.readSettings(from: before.settings, log: &log) {
        var data = readData(of: before, settings, words, previous: nil, log: &log)
        settleConfirmations(in: &data.dataset, log: &log)
        previous = data
    }
    var current = readData(of: folder, settings, words, previous: previous, log: &log)
    checkRegister(of: current, previous: previous, log: &log)
    settleConfirmations(in: &current.dataset, log: &log)

    var inputs = folders.flatMap { [$0.settings] + $0.submissions + $0.amendments }
    inputs += folder.texts.keys.sorted().compactMap { folder.texts[$0] }
    inputs += words.files
    return ReadPeriod(folder: folder, current: current, previous: previous, inputs: inputs)
}

/// The words of templates by which submissions and answers are read.
private struct Words {
    var reading: ReadingWords
    /// Asked for only where there are answers.
    var answers: AnswerWords?
    var files: [SourceText]

    init?(_ source: Source, hasAmendments: Bool, _ log: inout DiagnosticLog) {
        guard let file = TemplateFolder.readingWords(source, log: &log),
            let words = Ingest.readReadingWords(from: file, log: &log)
        else { return nil }
        reading = words
        files = [file]
        guard hasAmendments else { return }
        guard let answersFile = TemplateFolder.answerWords(source, log: &log) else { return }
        files.append(answersFile)
        answers = Ingest.readAnswerWords(answersFile, log: &log)
    }
}

private func readData(
    of folder: PeriodFolder,
    _ settings: PeriodSettings,
    _ words: Words,
    previous: PeriodData?,
    log: inout DiagnosticLog
) -> PeriodData {
    var amendments = Amendments.none
    if let answerWords = words.answers, !folder.amendments.isEmpty {
        amendments = Ingest.readAmendments(
            answers: folder.answers,
            corrections: folder.corrections,
            words: answerWords,
            submissions: folder.submissions.map(\.path),
            log: &log
        )
    }
    let dataset = Ingest.readDataset(
        from: folder.submissions,
        settings: settings,
        settingsFile: folder.settings,
        words: words.reading,
        previous: previous,
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
