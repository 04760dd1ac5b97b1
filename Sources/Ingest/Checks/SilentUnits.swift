import Diagnostics
import PeriodModel
import SettingsKit

/// Tells which units must submit, sent nothing and are not excused, where settings list them.
func reportSilentUnits(
    settings: PeriodSettings,
    heard: Set<Int>,
    settingsFile: SourceText,
    log: inout DiagnosticLog
) {
    let excused = Set(settings.missing.map(\.code))
    let silent = settings.units.indices.filter {
        !heard.contains($0) && !excused.contains(settings.units[$0].code)
    }
    guard !silent.isEmpty else { return }
    let places = unitPlaces(in: settingsFile)
    for index in silent {
        let unit = settings.units[index]
        log.append(
            RowFault.submissionMissing(
                unit,
                at: places[unit.code] ?? Place(file: settingsFile.path)
            )
        )
    }
}

/// Where settings give each unit's code; read again only when something is wrong with a unit.
private func unitPlaces(in file: SourceText) -> [String: Place] {
    var log = DiagnosticLog()
    guard case .mapping(let root)? = readYAML(file, log: &log)?.content,
        case .sequence(let units)? = root.first(where: { $0.key == "units" })?.value.content
    else { return [:] }
    var places: [String: Place] = [:]
    for case .mapping(let entries) in units.map(\.content) {
        guard let code = entries.first(where: { $0.key == "code" })?.value,
            let text = code.text
        else { continue }
        places[text] = code.place
    }
    return places
}
