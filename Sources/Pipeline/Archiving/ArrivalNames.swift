import Diagnostics
import PeriodModel

extension RecordSettings {
    /// An error for each entry of the register whose file is not among `names`.
    func arrivalsWithoutFile(among names: [String]) -> [Diagnostic] {
        arrivals.filter { !names.contains($0.file) }.map { arrival in
            let nearest = nearestNames(to: String(arrival.file.prefix(80)), among: names)
            return Diagnostic(
                "archive.record.no-document",
                at: Place(file: PeriodFolder.settingsName),
                value: arrival.file,
                message: Bilingual(
                    vi: "“archive_record.arrivals” nêu “\(arrival.file)”, nhưng không có tệp này.",
                    en: "`archive_record.arrivals` names “\(arrival.file)”, which is not there."
                ),
                hint: nearest.first.map {
                    Bilingual(vi: "Có phải là “\($0)”?", en: "Did you mean “\($0)”?")
                }
            )
        }
    }
}

extension OpenPeriod {
    /// Warns of the register's entries whose files are not there yet: the archive would refuse them.
    func checkArrivals(_ submissions: [String], log: inout DiagnosticLog) {
        let names = submissions + folder.answers.map(\.path)
        for var fault in settings.record.arrivalsWithoutFile(among: names) {
            fault.severity = .warning
            log.append(fault)
        }
    }
}
