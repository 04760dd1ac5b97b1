import DatasetModel
import Diagnostics
import PeriodModel

/// Whose answers speak of a file: a unit answers for what it sent, never for another's cells.
struct AnswerOwners {
    let settings: PeriodSettings

    /// Whether an answer comes from one of the units of the file it speaks of, as far as the name of the
    /// table of answers tells; if not, that is told.
    func may(_ amendment: Amendment, beOf units: [Int], log: inout DiagnosticLog) -> Bool {
        guard amendment.source == .answer,
            let answering = settings.unit(ofFile: amendment.place.file),
            !units.contains(answering)
        else { return true }
        log.append(
            AmendmentFault(.answer).otherUnit(
                amendment,
                answering: settings.units[answering],
                owners: units.map { settings.units[$0] }
            )
        )
        return false
    }
}
