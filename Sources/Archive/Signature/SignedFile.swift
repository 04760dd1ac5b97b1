/// A PDF with the revisions that were appended to it and the signatures in them.
package struct SignedFile: Sendable {
    package let bytes: [UInt8]
    /// Where each revision ends, the first first.
    package let revisions: [Int]
    /// In the order in which they were made.
    package let signatures: [PDFSignature]
    /// Where the part ends that can be read: the file's end, but for one that is cut short or has foreign
    /// bytes behind it.
    package let end: Int
    /// Bytes after the end of the last revision, line ends aside.
    package let trailing: Int
    /// Whether they are no more than blanks and zeros, as some ways of sending files add.
    package var isPadded: Bool {
        trailing > 0 && bytes[(revisions.last ?? 0)...].allSatisfy(PDFScanner.isBlank)
    }

    /// Reads a file that anyone may have made; `nil` when it is no PDF whose objects can be found.
    package init?(_ bytes: [UInt8]) {
        let mark = Array("%PDF-".utf8)
        guard bytes.prefix(1_024 + mark.count).contains(mark),
            let last = Self.newest(in: bytes)
        else { return nil }
        end = last.end
        let revisions = Self.ends(in: bytes, sections: Set(last.references.sections))
        self.bytes = bytes
        self.revisions = revisions
        trailing =
            revisions.last.map { end in
                bytes[end...].count { $0 != 10 && $0 != 13 }
            } ?? 0
        // A later revision may have taken a signature away: each is asked.
        var found: [Int: PDFSignature] = [:]
        for end in revisions.suffix(Self.mostRevisions) where end < bytes.count {
            guard let file = PDFFile(bytes, end: end) else { continue }
            file.collectSignatures(into: &found)
        }
        last.collectSignatures(into: &found)
        let size = bytes.count
        signatures = found.values
            .map { signature in
                var signature = signature
                signature.coverage = signature.coverage(of: bytes, size: size, revisions)
                return signature
            }
            .sorted { ($0.end, $0.place.lowerBound) < ($1.end, $1.place.lowerBound) }
    }

    private static let mostRevisions = 200

    /// The file as a whole; what comes before the last end that can be read where the rest cannot.
    private static func newest(in bytes: [UInt8]) -> PDFFile? {
        if let whole = PDFFile(bytes, end: bytes.count) { return whole }
        let mark = Array("%%EOF".utf8)
        var place = bytes.count
        var tries = 0
        while tries < 8, let start = bytes[..<place].lastIndex(of: mark[0]) {
            place = start
            guard bytes[start...].starts(with: mark) else { continue }
            if let file = PDFFile(bytes, end: start + mark.count) { return file }
            place = max(0, start - 1)
            tries += 1
        }
        return nil
    }

    /// Ends of `%%EOF` behind a `startxref` that names a section of the file.
    private static func ends(in bytes: [UInt8], sections: Set<Int>) -> [Int] {
        let mark = Array("%%EOF".utf8)
        var ends: [Int] = []
        var place = 0
        while let start = bytes[place...].firstIndex(of: UInt8(ascii: "%")) {
            place = start + 1
            guard bytes[start...].starts(with: mark) else { continue }
            let end = start + mark.count
            place = end
            if let section = CrossReferences.lastStart(in: bytes, end: start),
                sections.contains(section)
            {
                ends.append(end)
            }
        }
        return ends
    }

    /// The revision that ends where signed bytes do, from 1: they may take its line end along or leave it.
    static func revision(endingAt end: Int, of bytes: [UInt8], _ revisions: [Int]) -> Int? {
        revisions.firstIndex { revision in
            end >= revision && end <= min(revision + 2, bytes.count)
                && bytes[revision..<end].allSatisfy { $0 == 10 || $0 == 13 }
        }.map { $0 + 1 }
    }
}

extension PDFSignature {
    fileprivate func coverage(of bytes: [UInt8], size: Int, _ revisions: [Int]) -> Coverage {
        guard let first = ranges.first, let last = ranges.last, last.upperBound <= size else {
            return .faulty(.noRanges)
        }
        guard first.lowerBound == 0 else { return .faulty(.startsLate) }
        guard ranges.count == 2, first.upperBound == place.lowerBound,
            last.lowerBound == place.upperBound
        else { return .faulty(.gap) }
        if last.upperBound == size { return .whole }
        guard
            let revision = SignedFile.revision(endingAt: last.upperBound, of: bytes, revisions)
        else { return .faulty(.endsInside) }
        // What is left may be a line end alone.
        return bytes[last.upperBound...].allSatisfy { $0 == 10 || $0 == 13 }
            ? .whole : .revision(revision)
    }
}
