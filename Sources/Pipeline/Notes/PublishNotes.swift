import Diagnostics
import Glibc

private let notesName = "phieu"

/// Exchanges the folder of notes as a whole; nothing of an earlier run stays in it, and nothing beside it
/// is touched. Gives back the paths written.
func publishNotes(_ files: [NoteFile], in folder: String) throws -> [String] {
    try makeFolder(folder)
    let lock = try lockFolder(folder)
    defer { unlock(lock) }
    try removeLeftovers(in: folder)
    let staging = joined(folder, "\(stagingPrefix)\(getpid())")
    do {
        try makeFolder(joined(staging, notesName))
        for file in files {
            try writeFile(file.bytes, to: joined(joined(staging, notesName), file.name))
        }
        try replace(joined(folder, notesName), with: joined(staging, notesName))
        try remove(staging)
    } catch {
        try? remove(staging)
        throw error
    }
    return files.map { joined(joined(folder, notesName), $0.name) }
}
