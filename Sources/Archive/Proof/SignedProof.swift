package import SignatureKit

/// What a signed file proves: which archived bytes it begins with, who signed what and when, and what was
/// changed on the way.
package struct SignedProof: Sendable {
    /// The archived file with which a signed one begins.
    package struct Beginning: Sendable, Hashable {
        package var edition: EditionName
        package var file: ArchivedFile
        package var count: Int

        package init(edition: EditionName, file: ArchivedFile, count: Int) {
            self.edition = edition
            self.file = file
            self.count = count
        }
    }

    /// A signature and what became of its check.
    package struct Signature: Sendable {
        package var signature: PDFSignature
        package var outcome: Outcome

        /// What the check of its message gave.
        package enum Outcome: Sendable {
            case signature(SignatureCheck)
            case timestamp(TimestampCheck)
            case unreadable(SignatureFault)
        }
    }

    /// What was changed between two ends of the file.
    package struct Step: Sendable {
        /// The number of the signature that came last before, from 1; 0 for the archived bytes.
        package var since: Int
        /// The number of the signature that vouches for the changes; `nil` when none does.
        package var until: Int?
        /// `nil` where they cannot be told.
        package var changes: [DocumentChange]?
        package var objects: (added: Int, replaced: Int)
    }

    /// As messages name the file.
    package var path: String
    package var beginning: Beginning?
    package var signatures: [Signature]
    package var steps: [Step]
    package var revisions: Int
    /// Bytes after the end of the file.
    package var trailing: Int
    /// Whether those bytes are blanks and zeros alone.
    package var isPadded: Bool

    /// Looks at a file that begins with the bytes of `beginning`, or with none that are archived.
    package init(
        of file: SignedFile,
        at path: String,
        beginning: Beginning?,
        anchors: TrustAnchors?
    ) {
        self.path = path
        self.beginning = beginning
        revisions = file.revisions.count
        trailing = file.trailing
        isPadded = file.isPadded
        signatures = file.signatures.map { signature in
            Signature(signature: signature, outcome: Self.outcome(of: signature, in: file, anchors))
        }
        steps = Self.steps(of: file, from: beginning?.count)
    }

    private static func outcome(
        of signature: PDFSignature,
        in file: SignedFile,
        _ anchors: TrustAnchors?
    ) -> Signature.Outcome {
        let bytes = signature.signedBytes(of: file.bytes)
        do throws(SignatureFault) {
            switch signature.kind {
            case .signature:
                return .signature(
                    try checkSignature(signature.contents, of: bytes, anchors: anchors)
                )
            case .timestamp:
                return .timestamp(
                    try checkTimestamp(signature.contents, of: bytes, anchors: anchors)
                )
            }
        } catch {
            return .unreadable(error)
        }
    }

    /// From the archived bytes, or the first signature, over each signature to the end of the file.
    private static func steps(of file: SignedFile, from beginning: Int?) -> [Step] {
        var steps: [Step] = []
        var place = beginning
        var since = 0
        func add(to end: Int, until: Int?) {
            if let start = place, start < end {
                steps.append(
                    Step(
                        since: since,
                        until: until,
                        changes: file.changes(from: start, to: end),
                        objects: file.replacedObjects(from: start, to: end)
                    )
                )
            }
        }
        for (index, signature) in file.signatures.enumerated() {
            if case .faulty = signature.coverage { continue }
            // What ends before the archived bytes do signs none of them.
            if let place, signature.end < place { continue }
            add(to: signature.end, until: index + 1)
            (place, since) = (signature.end, index + 1)
        }
        add(to: file.end, until: nil)
        return steps
    }
}
