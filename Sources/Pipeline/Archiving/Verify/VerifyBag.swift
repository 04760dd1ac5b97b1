import Archive
import Diagnostics

/// Whether a folder says that it is a bag, such as `export` makes.
func isBag(_ path: String) -> Bool {
    kind(at: joined(path, BagTags.declarationName)) == .file
}

/// Checks every file of a bag.
func verifyBag(_ path: String) -> VerifyResult {
    var log = DiagnosticLog()
    let found = checkBag(path, log: &log)
    return VerifyResult(
        outcome: log.hasErrors ? .faults : .done,
        faults: log.sorted,
        files: found.files,
        bytes: found.bytes
    )
}
