import Glibc

/// Calls `body` with a new folder that is removed with all in it when the call ends.
func withScratchFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
    let root =
        getenv("TMPDIR").map { String(cString: $0) }.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    var name = Array(joined(root, "baocao-XXXXXX").utf8CString)
    guard mkdtemp(&name) != nil else { throw FileFailure(.write, root) }
    let folder = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { try? remove(folder) }
    return try body(folder)
}
