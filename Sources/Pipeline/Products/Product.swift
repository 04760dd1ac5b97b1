import Archive

/// What a build makes, by the words of the command line.
package enum Product: String, Sendable, CaseIterable {
    case report
    case html
    case data
    /// The letter that corrects the form of a report that was issued; made where it is due, not asked for.
    case correction

    /// The products that one can ask for.
    package static let choices: [Product] = [.report, .html, .data]

    /// Its name in the output folder, a file or a folder.
    var path: String {
        switch self {
        case .report: "bao-cao.pdf"
        case .html: "bao-cao.html"
        case .data: "data"
        case .correction: "dinh-chinh"
        }
    }
}

/// A file of a product, made but not yet written.
struct MadeFile {
    var product: Product
    /// Relative to the output folder.
    var path: String
    var bytes: [UInt8]
    var signingZones: [BuildRecord.SigningZone] = []
}
