/// A file as it was received: its bytes and the name under which people know it.
package struct SourceText: Sendable {
    /// Path relative to the period folder (`submissions/883.csv`), or `Templates/…`.
    package var path: String
    package var bytes: [UInt8]

    package init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
