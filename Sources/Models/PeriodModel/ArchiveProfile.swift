/// A form of PDF files for archives (ISO 19005), by the words of settings and the command line.
package enum ArchiveProfile: String, Sendable, Hashable, CaseIterable {
    /// What TCVN 14159-1 asks of documents kept for long.
    case a1a = "a-1a"
    /// With the data files inside.
    case a3a = "a-3a"
}
