import DatasetModel
import Diagnostics
import Ingest
import PeriodModel
import SettingsKit

/// A period folder with its settings, before any submission is read.
struct OpenPeriod {
    let folder: PeriodFolder
    let settings: PeriodSettings

    /// `nil` when the settings stop everything.
    init?(at path: String, log: inout DiagnosticLog) {
        guard let folder = PeriodFolder(at: path, log: &log) else { return nil }
        self.init(folder, log: &log)
    }

    private init?(_ folder: PeriodFolder, log: inout DiagnosticLog) {
        guard let settings = Ingest.readSettings(from: folder.settings, log: &log) else {
            return nil
        }
        self.folder = folder
        self.settings = settings
    }

    /// The period before, when the settings name one that has readable settings.
    private func previous(log: inout DiagnosticLog) -> (folder: PeriodFolder, period: OpenPeriod?)?
    {
        guard let name = settings.previous,
            let before = PeriodFolder(
                at: joined(folder.path, name),
                label: name.hasSuffix("/") ? name : name + "/",
                namedAt: place(of: "previous", in: folder.settings),
                log: &log
            )
        else { return nil }
        return (before, OpenPeriod(before, log: &log))
    }

    /// Reads this period and the one before, every row kept.
    func read(log: inout DiagnosticLog) -> ReadPeriod {
        read(log: &log) { period, log in
            let files = period.folder.submissions(&log)
            let dataset = Ingest.readDataset(
                from: files,
                settings: period.settings,
                settingsFile: period.folder.settings,
                log: &log
            )
            return (dataset, files.map(InputFile.text))
        }
    }

    /// Reads this period and the one before for what their rows come to.
    func readTotals(_ workers: Workers, log: inout DiagnosticLog) -> ReadPeriod {
        read(log: &log) { period, log in
            let files = period.folder.streams(&log)
            let dataset = Ingest.readTotals(
                from: files,
                settings: period.settings,
                settingsFile: period.folder.settings,
                needsExtremes: settings.publishes("min") || settings.publishes("max"),
                workers: workers,
                memory: .pages,
                log: &log
            )
            for file in files {
                if let failure = file.failure {
                    log.append(PeriodFolder.notAFile(file.path, failure))
                }
            }
            return (dataset, files.map(InputFile.stream))
        }
    }

    private func read(
        log: inout DiagnosticLog,
        _ data: (OpenPeriod, inout DiagnosticLog) -> (Dataset, [InputFile])
    ) -> ReadPeriod {
        let (dataset, files) = data(self, &log)
        var inputs = [.text(folder.settings)] + files
        inputs += folder.texts.keys.sorted().compactMap { folder.texts[$0] }.map(InputFile.text)
        var before: PeriodData?
        if let (folder, period) = previous(log: &log) {
            inputs.append(.text(folder.settings))
            if let period {
                let (dataset, files) = data(period, &log)
                inputs += files
                before = PeriodData(settings: period.settings, dataset: dataset)
            }
        }
        return ReadPeriod(
            folder: folder,
            current: PeriodData(settings: settings, dataset: dataset),
            previous: before,
            inputs: inputs
        )
    }
}

extension PeriodSettings {
    /// Whether published data hold a measure.
    func publishes(_ measure: String) -> Bool { figures?.contains(measure) ?? true }
}

/// A period as it was read, with the one before it.
struct ReadPeriod {
    var folder: PeriodFolder
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
