/// A kind of program that lays pages out, as far as it matters where a page's last line stands.
package enum Maker: Sendable {
    /// Lines are boxes that reach down to the tails of their letters, and boxes stay above the margin.
    case wordProcessor
    /// The last line's letters stand on the margin, their tails hang below.
    case typesetter

    /// Whether the tails of letters may hang into the bottom margin.
    var lettersHang: Bool { self == .typesetter }

    /// Reads the names in a file's information: who wrote the document, who made the PDF.
    package init?(names: [String]) {
        let names = names.map { $0.lowercased() }
        func has(_ makers: [String]) -> Bool {
            names.contains { name in makers.contains { name.contains($0) } }
        }
        if has(["typst", "pdftex", "luatex", "xetex", "latex", "xdvipdfmx"]) {
            self = .typesetter
        } else if has(["word", "libreoffice", "openoffice", "skia", "wps"]) {
            self = .wordProcessor
        } else {
            return nil
        }
    }
}
