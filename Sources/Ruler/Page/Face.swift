/// A face as a PDF names it: what its name tells of family, weight and slope.
struct Face: Hashable, Sendable {
    /// How the family stands to the one that the decree asks for.
    enum Family: Sendable {
        case timesNewRoman
        /// Letters of the same widths under another name.
        case compatible
        /// Marks and bullets, no letters of a language.
        case symbols
        case other
        /// The file gives the face no name that says anything.
        case unnamed
    }

    /// The name without the mark of a subset.
    var name: String
    var family: Family
    /// `nil` when the name does not tell.
    var isBold: Bool?
    var isItalic: Bool?

    /// Reads `ABCDEF+LiberationSerif-BoldItalic` and what other programs make of it.
    init(fontName: String) {
        let name = Self.withoutSubsetMark(fontName)
        self.name = name
        let key = name.lowercased().filter { $0.isLetter || $0.isNumber }
        guard !Self.saysNothing(name) else {
            family = .unnamed
            return
        }
        family = Self.family(of: key)
        isBold = ["bold", "black", "heavy", "demi", "medi"].contains { key.contains($0) }
        // Long names come cut off after 31 letters.
        isItalic = ["ital", "obli", "slant"].contains { key.contains($0) }
        // `TeXGyreTermes-Bold` is written `qtmb` by TeX.
        if let style = Self.texStyles[key] { (isBold, isItalic) = style }
    }

    /// The name without its style, and without the number that some programs add.
    var stem: String { String(name.prefix { !"-,_".contains($0) }) }

    /// What programs take for a single line, in sizes of the face: most go by `hhea`, some by other tables.
    var singleLine: ClosedRange<Double> {
        let key = name.lowercased().filter(\.isLetter)
        if key.hasPrefix("freeserif") { return 1.1...1.2 }
        if key.hasPrefix("texgyretermes") || Self.texStyles[key] != nil { return 1.149...1.336 }
        return FaceMetrics.singleLine...FaceMetrics.singleLine
    }

    /// Subsets are marked by six capitals and a plus sign (ISO 32000-1, 9.6.4).
    private static func withoutSubsetMark(_ name: String) -> String {
        let mark = name.prefix(7)
        guard mark.count == 7, mark.last == "+",
            mark.dropLast().allSatisfy({ $0.isASCII && $0.isUppercase })
        else { return name }
        return String(name.dropFirst(7))
    }

    /// Printers' drivers call faces `CIDFont+F1`, `F3`, `T3`, or nothing at all.
    private static func saysNothing(_ name: String) -> Bool {
        var rest = Substring(name)
        if rest.hasPrefix("CIDFont+") { rest = rest.dropFirst(8) }
        let letters = rest.prefix { $0.isLetter }
        let tail = rest.dropFirst(letters.count)
        if rest.isEmpty || rest.lowercased() == "type3" || rest.lowercased() == "unknown" {
            return true
        }
        return letters.count <= 3 && tail.allSatisfy { $0.isNumber || $0 == "_" }
            && texStyles[rest.lowercased()] == nil
    }

    private static func family(of key: String) -> Family {
        if key.hasPrefix("timesnewroman") || key == "tnr" { return .timesNewRoman }
        if ["symbol", "wingdings", "webdings", "opensymbol", "zapfdingbats", "dingbats"]
            .contains(where: { key.hasPrefix($0) })
        {
            return .symbols
        }
        let compatible = [
            "liberationserif", "tinos", "texgyretermes", "termes", "nimbusroman", "nimbusrom",
            "times", "freeserif", "thorndale",
        ]
        if compatible.contains(where: { key.hasPrefix($0) }) || texStyles[key] != nil {
            return .compatible
        }
        return .other
    }

    private static let texStyles: [String: (Bool?, Bool?)] = [
        "qtmr": (false, false), "qtmb": (true, false), "qtmri": (false, true),
        "qtmbi": (true, true),
    ]
}
