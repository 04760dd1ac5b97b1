/// The chain over the editions of a period: each value covers the files of its edition and the value before,
/// so that whoever rewrites an old edition must change every later value, and the one on paper.
package enum Chain {
    /// The value of an edition, from the digests of its files by logical path and the value before.
    package static func value(
        after previous: String,
        _ edition: EditionName,
        files: [ArchivedFile]
    ) throws(DigestFailure) -> String {
        var text = "\(previous)\n\(edition.period)@v\(edition.number ?? 0)\n"
        for file in files.sorted(by: { isBefore($0.path, $1.path) })
        where file.path != EditionRecord.path {
            text += "\(file.sha512)  \(file.path)\n"
        }
        return try sha512(of: Array(text.utf8))
    }

    /// One value for a whole store, from the last values of its periods.
    package static func head(
        of periods: [(period: String, chain: String)]
    ) throws(DigestFailure) -> String {
        let lines = periods.map { "\($0.period) \($0.chain)\n" }.sorted(by: isBefore)
        return try sha512(of: Array(lines.joined().utf8))
    }

    /// Short enough for the paper register: 20 digits in groups of four.
    package static func short(_ value: String) -> String {
        let digits = Array(value.uppercased().prefix(20))
        return stride(from: 0, to: digits.count, by: 4)
            .map { String(digits[$0..<min($0 + 4, digits.count)]) }
            .joined(separator: " ")
    }
}
