/// A signature as a PDF holds it, before anything about it is believed (ISO 32000-1, 12.8).
package struct PDFSignature: Sendable, Hashable {
    /// What it vouches for.
    package enum Kind: Sendable {
        /// Someone signed.
        case signature
        /// A time-stamping service vouches that the bytes were there (PAdES, document time-stamp).
        case timestamp
    }

    package var kind: Kind
    /// Name of its field.
    package var field: String
    /// How its contents are coded, such as `ETSI.CAdES.detached`.
    package var encoding: String
    /// The signed bytes, as the file tells them.
    package var ranges: [Range<Int>]
    /// Where its contents stand, delimiters included.
    package var place: Range<Int>
    /// The message of the signature and the zeros that fill its place.
    package var contents: [UInt8]
    /// As the signing program told the time; nobody vouches for it.
    package var statedTime: String?
    package var reason: String?
    /// What the signer allows to be changed: 1 nothing, 2 forms, 3 forms and annotations (DocMDP).
    package var permission: Int?
    /// Where it shows on a page.
    package var appearance: Appearance?
    package var coverage: Coverage

    /// The place of a visible signature.
    package struct Appearance: Sendable, Hashable {
        /// From 1.
        package var page: Int
        /// Left, bottom, right and top in points from the lower left corner, rounded outwards.
        package var box: [Int]
    }

    /// Which part of the file its bytes are.
    package enum Coverage: Sendable, Hashable {
        /// All but its own contents.
        case whole
        /// All but its own contents up to the end of this revision, from 1; later ones were added.
        case revision(Int)
        case faulty(Fault)
    }

    /// Why the signed bytes are none that a signature may have.
    package enum Fault: Sendable, Hashable {
        /// No list of pairs of numbers within the file.
        case noRanges
        case startsLate
        /// More is left out than the contents, or something else.
        case gap
        /// They end where no revision does.
        case endsInside
    }

    /// Where the signed bytes end; 0 when they are none.
    package var end: Int { ranges.last?.upperBound ?? 0 }

    /// The signed bytes of a file, one after the other.
    package func signedBytes(of file: [UInt8]) -> [UInt8] {
        ranges.reduce(into: []) { bytes, range in
            guard range.lowerBound >= 0, range.upperBound <= file.count else { return }
            bytes += file[range]
        }
    }
}
