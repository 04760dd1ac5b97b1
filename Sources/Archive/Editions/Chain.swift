/// The chain over the editions of a period: each value covers everything of its edition and the value before,
/// so that whoever rewrites an old edition must change every later value, and the one on paper.
///
/// It is the SHA-512 of a text: the value before (nothing for the first), the edition's name, then a line
/// `DIGEST  PATH` for each file in the order of paths, as `sha512sum` prints it. `edition.json`, which tells
/// date, user and message, counts without its own two lines of the chain: `grep -v '^  "chain'`.
package enum Chain {
    /// The value of an edition, from the digests of its files by logical path, the record of itself and the
    /// value before.
    package static func value(
        after previous: String,
        _ edition: EditionName,
        files: [ArchivedFile],
        record: EditionRecord.Bytes
    ) throws(DigestFailure) -> String {
        var digests = files.filter { $0.path != EditionRecord.path }.map { ($0.path, $0.sha512) }
        digests.append((EditionRecord.path, try sha512(of: record.withoutChain)))
        var text = "\(previous)\n\(edition.period)@v\(edition.number ?? 0)\n"
        for (path, digest) in digests.sorted(by: { isBefore($0.0, $1.0) }) {
            text += "\(digest)  \(path)\n"
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
