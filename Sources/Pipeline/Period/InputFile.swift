import Archive
import Diagnostics

/// A file that had a part in a build, for its record.
enum InputFile {
    case text(SourceText)
    case stream(FileStream)

    func digest() throws -> FileDigest {
        switch self {
        case .text(let text): try FileDigest(path: text.path, bytes: text.bytes)
        case .stream(let stream): try stream.fileDigest()
        }
    }
}
