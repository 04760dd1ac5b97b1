import Compose
import Compute
import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import SettingsKit

/// A period folder with its settings and the words by which it is read, before any submission is.
struct OpenPeriod {
    let folder: PeriodFolder
    let settings: PeriodSettings
    private let previous: (folder: PeriodFolder, settings: PeriodSettings?)?
    private let words: PeriodWords

    /// `nil` when the settings or the words stop everything.
    init?(_ source: Source, log: inout DiagnosticLog) {
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
        let hasAmendments = !folder.amendments.isEmpty || !(before?.amendments.isEmpty ?? true)
        guard let words = PeriodWords(source, hasAmendments: hasAmendments, &log) else {
            return nil
        }
        self.folder = folder
        self.settings = settings
        self.words = words
        previous = before.map { folder in
            let before = Ingest.readSettings(from: folder.settings, log: &log)
            return (folder, before?.adopting(settings))
        }
    }

    /// The words by which rows of submissions are recognised.
    var readingWords: ReadingWords { words.reading }

    /// The words by which figures are explained; `nil` where templates have none, or they have errors.
    func definitions(log: inout DiagnosticLog) -> FigureDefinitions? {
        words.definitions.flatMap { Compose.readDefinitions(from: $0, log: &log) }
    }

    /// Reads this period and the one before, every row kept.
    func read(log: inout DiagnosticLog) -> ReadPeriod {
        // The period before comes first: this one's values are held against it.
        var inputs: [InputFile] = []
        var before: PeriodData?
        if let previous, let settings = previous.settings {
            let files = previous.folder.submissions(&log)
            var data = data(of: previous.folder, files, settings, previous: nil, log: &log)
            settleConfirmations(in: &data.dataset, log: &log)
            inputs += files.map(InputFile.text)
            before = data
        }
        let files = folder.submissions(&log)
        checkArrivals(files.map(\.path), log: &log)
        var current = data(of: folder, files, settings, previous: before, log: &log)
        checkRegister(of: current, previous: before, log: &log)
        checkPlausibility(of: &current, previous: before, files, log: &log)
        settleConfirmations(in: &current.dataset, log: &log)
        return ReadPeriod(
            folder: folder,
            submissions: files,
            current: current,
            previous: before,
            inputs: otherInputs + files.map(InputFile.text) + inputs
        )
    }

    /// Reads this period and the one before for what their rows come to; the extremes as well where figures
    /// or `needsExtremes` ask for them.
    func readTotals(
        _ workers: Workers,
        needsExtremes: Bool = false,
        log: inout DiagnosticLog
    ) -> ReadPeriod {
        var inputs: [InputFile] = []
        var before: PeriodData?
        if let previous, let settings = previous.settings {
            let files = previous.folder.streams(&log)
            var data = totals(
                of: previous.folder,
                files,
                settings,
                workers,
                hasPrevious: false,
                needsExtremes: needsExtremes,
                needsMiddles: false,
                log: &log
            )
            settleConfirmations(in: &data.dataset, log: &log)
            before = data
            inputs += files.map(InputFile.stream)
        }
        let files = folder.streams(&log)
        checkArrivals(files.map(\.path), log: &log)
        var current = totals(
            of: folder,
            files,
            settings,
            workers,
            hasPrevious: before != nil,
            needsExtremes: needsExtremes,
            needsMiddles: self.settings.publishesMiddles,
            log: &log
        )
        if let rules = words.rules {
            Compute.checkPlausibility(of: current, previous: before, rules: rules, log: &log)
        }
        settleConfirmations(in: &current.dataset, log: &log)
        return ReadPeriod(
            folder: folder,
            submissions: [],
            current: current,
            previous: before,
            inputs: otherInputs + files.map(InputFile.stream) + inputs
        )
    }

    private func data(
        of folder: PeriodFolder,
        _ files: [SourceText],
        _ settings: PeriodSettings,
        previous: PeriodData?,
        log: inout DiagnosticLog
    ) -> PeriodData {
        let dataset = Ingest.readDataset(
            from: files,
            settings: settings,
            settingsFile: folder.settings,
            words: words.reading,
            previous: previous,
            amendments: words.amendments(of: folder, files.map(\.path), log: &log),
            log: &log
        )
        return PeriodData(settings: settings, dataset: dataset)
    }

    private func totals(
        of folder: PeriodFolder,
        _ files: [FileStream],
        _ settings: PeriodSettings,
        _ workers: Workers,
        hasPrevious: Bool,
        needsExtremes: Bool,
        needsMiddles: Bool,
        log: inout DiagnosticLog
    ) -> PeriodData {
        let dataset = Ingest.readTotals(
            from: files,
            settings: settings,
            settingsFile: folder.settings,
            words: words.reading,
            amendments: words.amendments(of: folder, files.map(\.path), log: &log),
            needsExtremes: needsExtremes || self.settings.publishes("min")
                || self.settings.publishes("max"),
            needsMiddles: needsMiddles,
            hasPrevious: hasPrevious,
            workers: workers,
            memory: .pages,
            log: &log
        )
        for file in files {
            if let failure = file.failure {
                log.append(PeriodFolder.notAFile(file.path, failure))
            }
        }
        return PeriodData(settings: settings, dataset: dataset)
    }

    /// Doubts figures by the rules, and keeps what stands in the cells that are doubted, so that a unit can
    /// confirm them.
    private func checkPlausibility(
        of current: inout PeriodData,
        previous: PeriodData?,
        _ files: [SourceText],
        log: inout DiagnosticLog
    ) {
        guard let rules = words.rules else { return }
        let first = log.entries.count
        Compute.checkPlausibility(of: current, previous: previous, rules: rules, log: &log)
        Ingest.keepCells(
            of: log.entries.dropFirst(first),
            in: &current.dataset,
            from: files,
            settings: current.settings,
            words: words.reading
        )
    }

    /// Settings, amendments, texts and words: what is read beside the submissions.
    private var otherInputs: [InputFile] {
        let folders = [folder] + (previous.map { [$0.folder] } ?? [])
        var files = folders.flatMap { [$0.settings] + $0.amendments }
        files += folder.texts.keys.sorted().compactMap { folder.texts[$0] }
        return (files + words.files).map(InputFile.text)
    }
}

extension PeriodSettings {
    /// Whether published data hold medians or quartiles.
    var publishesMiddles: Bool { ["q1", "median", "q3"].contains(where: publishes) }

    /// Whether published data hold a measure.
    func publishes(_ measure: String) -> Bool { figures?.contains(measure) ?? true }
}

/// A period as it was read, with the one before it.
struct ReadPeriod {
    var folder: PeriodFolder
    /// The files of this period, where they were read as wholes.
    var submissions: [SourceText]
    var current: PeriodData
    var previous: PeriodData?
    /// Every file read so far.
    var inputs: [InputFile]
}

/// Where settings give the value of a key; read again only to say where a fault lies.
private func place(of key: String, in file: SourceText) -> Place? {
    var log = DiagnosticLog()
    guard case .mapping(let root)? = readYAML(file, log: &log)?.content else { return nil }
    return root.first { $0.key == key }?.value.place
}
