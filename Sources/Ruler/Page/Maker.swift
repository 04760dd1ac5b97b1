/// A kind of program that lays pages out, as far as it matters where a page's last line stands.
package enum Maker: Sendable {
    /// The last line's letters stand on the margin, their tails hang below.
    case typesetter
    /// The same, but the notes of a page may follow its text where that ends early.
    case tex
    /// Lines are boxes that reach down to the tails of their letters; wider spacing lies above them.
    case office
    /// Browsers and what is laid out like them: half of a wider spacing lies above a line and half below.
    case browser
    /// Lines are boxes as well; where wider spacing lies is not known.
    case word

    /// Whether the tails of letters may hang into the bottom margin.
    var lettersHang: Bool { self == .typesetter || self == .tex }

    /// Whether footnotes stand on the bottom margin of every page.
    var footsNotes: Bool { self != .tex && self != .browser }

    /// Reads the names in a file's information: who wrote the document, who made the PDF.
    package init?(names: [String]) {
        let names = names.map { $0.lowercased() }
        func has(_ makers: [String]) -> Bool {
            names.contains { name in makers.contains { name.contains($0) } }
        }
        if has(["typst"]) {
            self = .typesetter
        } else if has(["pdftex", "luatex", "xetex", "latex", "xdvipdfmx"]) {
            self = .tex
        } else if has(["libreoffice", "openoffice"]) {
            self = .office
        } else if has(["skia", "reportlab", "baocao"]) {
            self = .browser
        } else if has(["word", "wps"]) {
            self = .word
        } else {
            return nil
        }
    }
}
