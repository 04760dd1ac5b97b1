import Diagnostics
import Glibc

/// Where text goes.
enum Stream {
    case output
    case errors
}

/// Writes all of a text to a stream of the process.
func write(_ text: String, to stream: Stream) {
    write(Array(text.utf8), to: stream)
}

/// Writes all bytes to a stream of the process; whether it took them.
@discardableResult
func write(_ bytes: [UInt8], to stream: Stream) -> Bool {
    let descriptor = stream == .output ? STDOUT_FILENO : STDERR_FILENO
    var written = 0
    while written < bytes.count {
        let count = bytes.withUnsafeBytes { buffer in
            Glibc.write(
                descriptor,
                buffer.baseAddress?.advanced(by: written),
                buffer.count - written
            )
        }
        if count < 0, errno != EINTR { return false }
        written += max(0, count)
    }
    return true
}

/// Writes all doubts for people, so many at a time that their text stays small.
func writeDoubts(of log: DiagnosticLog, in language: Language, to stream: Stream) {
    let doubts = log.sorted
    for start in stride(from: 0, to: doubts.count, by: 512) {
        let some = doubts[start..<min(start + 512, doubts.count)]
        write(DiagnosticText.bytes(some, language: language), to: stream)
    }
}
