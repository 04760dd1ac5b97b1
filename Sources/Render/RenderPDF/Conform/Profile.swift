/// What the finished file conforms to; every profile is PDF/UA-1 (ISO 14289-1) as well.
package enum Profile: String, Sendable, Hashable, CaseIterable {
    /// PDF/A-1a (ISO 19005-1), the form that TCVN 14159-1 asks of documents kept for long: PDF 1.4.
    ///
    /// cairo must have been held to PDF 1.4 while drawing.
    case a1a = "a-1a"
    /// PDF/A-3a (ISO 19005-3): PDF 1.7, smaller through object streams, with data files inside.
    case a3a = "a-3a"

    /// Part of ISO 19005, for `pdfaid:part`.
    var part: Int {
        switch self {
        case .a1a: 1
        case .a3a: 3
        }
    }

    var version: String {
        switch self {
        case .a1a: "1.4"
        case .a3a: "1.7"
        }
    }

    /// Object streams came with PDF 1.5; ISO 19005-1, 6.1.4 wants the classic table.
    var usesObjectStreams: Bool { self == .a3a }

    /// `THead` and `TBody` came with PDF 1.5: before, a role outside the standard set would have to be
    /// mapped (ISO 19005-1, 6.8.3.4), and ISO 14289-1, 7.1 forbids to map them.
    var hasTableSections: Bool { self == .a3a }

    /// ISO 19005-1, 6.3.5 wants a CIDSet for each subset of a CIDFont; ISO 19005-3 does not.
    var needsCIDSet: Bool { self == .a1a }

    /// ISO 19005-1, 6.1.11 forbids files inside; ISO 19005-3, 6.8 allows any that is associated.
    package var holdsFiles: Bool { self == .a3a }

    /// ISO 19005-1, 6.4.
    var allowsTransparency: Bool { self == .a3a }

    /// Version of ICC profiles (PDF Reference 1.4, 4.5.4; ISO 32000-1, 8.6.5.5).
    var newestColourProfile: Int {
        switch self {
        case .a1a: 2
        case .a3a: 4
        }
    }

    /// Entries of an array (ISO 19005-1, 6.1.12; PDF Reference 1.4, appendix C).
    ///
    /// PDF/A-3 has no such limit, but viewers are happier with short arrays too.
    var longestArray: Int { 8_191 }

    /// Indirect objects in a file (ISO 19005-1, 6.1.12).
    var mostObjects: Int { 8_388_607 }
}
