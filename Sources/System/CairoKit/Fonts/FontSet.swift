package import ThemeModel

/// The four faces of a theme, and the words that were set in them lately.
///
/// It belongs to one task: Pango's objects are not for several threads at once.
package final class FontSet {
    private let faces: [FontFace]
    private var words: [[WordKey: ShapedWord]]
    /// The words before those: what is not set again leaves with them.
    private var older: [[WordKey: ShapedWord]]
    /// More are not kept for each face: a long list has as many names as rows.
    private static let mostWords = 4_096
    private var blanks: [ShapedWord?]
    /// Words that had letters the faces do not have, since the last call of `takeMissing`.
    private var missing: [MissingGlyphs] = []
    /// Told once each, even if they are shaped again.
    private var told: Set<WordKey> = []

    /// Loads the files; none may be missing or of another family.
    package init(_ files: FaceFiles) throws(FontFailure) {
        var loaded: [FontFace] = []
        for face in Face.allCases {
            loaded.append(try FontFace(file: files.file(of: face), family: files.family))
        }
        faces = loaded
        words = Array(repeating: [:], count: loaded.count)
        older = words
        blanks = Array(repeating: nil, count: loaded.count)
    }

    /// The glyphs of a word or of any text on one line; remembered while it is set again and again.
    package func shape(_ text: String, face: Face) -> ShapedWord {
        let key = WordKey(text: text)
        if let known = words[face.rawValue][key] { return known }
        let word = older[face.rawValue][key] ?? shapeAnew(text, face: face)
        if words[face.rawValue].count >= Self.mostWords {
            older[face.rawValue] = words[face.rawValue]
            words[face.rawValue] = [:]
        }
        words[face.rawValue][key] = word
        return word
    }

    /// The glyph of U+0020.
    package func blank(_ face: Face) -> ShapedWord {
        if let known = blanks[face.rawValue] { return known }
        let word = shape(" ", face: face)
        blanks[face.rawValue] = word
        return word
    }

    /// Ascent of the face in ems.
    package func ascent(_ face: Face) -> Double { faces[face.rawValue].ascent }

    /// Descent of the face in ems, positive.
    package func descent(_ face: Face) -> Double { faces[face.rawValue].descent }

    /// Distance of baselines in single spacing, in ems.
    package func pitch(_ face: Face) -> Double { faces[face.rawValue].pitch }

    /// What was shaped with substitutes since the last call, in that order.
    package func takeMissing() -> [MissingGlyphs] {
        defer { missing = [] }
        return missing
    }

    func cairoFace(_ face: Face, isSubstitute: Bool) -> OpaquePointer {
        let font = faces[face.rawValue]
        return isSubstitute ? font.substituteCairoFace : font.cairoFace
    }

    private func shapeAnew(_ text: String, face: Face) -> ShapedWord {
        let font = faces[face.rawValue]
        if !text.unicodeScalars.contains(where: Self.isPrivate), let shape = font.shape(text) {
            return ShapedWord(
                text: text,
                face: face,
                glyphs: shape.glyphs,
                clusters: shape.clusters
            )
        }
        var lacking: [Unicode.Scalar] = []
        var parts: [(drawn: Unicode.Scalar, told: Unicode.Scalar, isSubstitute: Bool)] = []
        let substitute = Self.substitutes.first { font.shape(String($0)) != nil } ?? "?"
        for scalar in text.unicodeScalars {
            if !Self.isPrivate(scalar), font.shape(String(scalar)) != nil {
                parts.append((scalar, scalar, false))
            } else {
                lacking.append(scalar)
                parts.append((substitute, Self.replacement, true))
            }
        }
        if told.insert(WordKey(text: text)).inserted {
            missing.append(MissingGlyphs(text: text, scalars: lacking))
        }
        let drawn = String(String.UnicodeScalarView(parts.map(\.drawn)))
        guard let shape = font.shape(drawn) else {
            return ShapedWord(text: "", face: face, glyphs: [], clusters: [])
        }
        return ShapedWord(
            text: String(String.UnicodeScalarView(parts.map(\.told))),
            face: face,
            glyphs: shape.glyphs,
            clusters: Self.told(shape.clusters, of: parts)
        )
    }

    /// What readers are told of a letter that the face lacks.
    private static let replacement: Unicode.Scalar = "\u{FFFD}"
    /// What is drawn for it: the first that the face has, none of which official prose uses.
    private static let substitutes: [Unicode.Scalar] = ["\u{FFFD}", "\u{25CA}", "\u{25A1}", "?"]

    /// Clusters of what is drawn, with the bytes of what is told.
    private static func told(
        _ clusters: [ShapedWord.Cluster],
        of parts: [(drawn: Unicode.Scalar, told: Unicode.Scalar, isSubstitute: Bool)]
    ) -> [ShapedWord.Cluster] {
        var rest = parts[...]
        return clusters.map { cluster in
            var left = Int(cluster.bytes)
            var bytes = 0
            var isSubstitute = false
            while left > 0, let part = rest.popFirst() {
                left -= UTF8.width(part.drawn)
                bytes += UTF8.width(part.told)
                isSubstitute = isSubstitute || part.isSubstitute
            }
            return ShapedWord.Cluster(
                bytes: Int32(bytes),
                glyphs: cluster.glyphs,
                isSubstitute: isSubstitute
            )
        }
    }

    /// Private use: no reader can know what is meant (ISO 19005-3, 6.2.11.7.3).
    private static func isPrivate(_ scalar: Unicode.Scalar) -> Bool {
        (0xE000...0xF8FF).contains(scalar.value) || scalar.value >= 0xF0000
    }
}

/// Letters for which the faces have no glyph.
package struct MissingGlyphs: Sendable, Hashable {
    /// The word they stand in.
    package var text: String
    package var scalars: [Unicode.Scalar]

    package init(text: String, scalars: [Unicode.Scalar]) {
        self.text = text
        self.scalars = scalars
    }
}

/// A word as its bytes: String's own hash would normalise Vietnamese letters each time.
private struct WordKey: Hashable {
    var text: String

    static func == (left: WordKey, right: WordKey) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var copy = text
        copy.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}
