package import ThemeModel

/// A word with its glyphs in one face, for any size: all lengths are in ems.
///
/// Hinting is off, so that advances grow in proportion to the size and a word is shaped only once.
package final class ShapedWord: Sendable {
    /// As drawn: without invisible marks, with a substitute for what the face does not have.
    package let text: String
    package let face: Face
    /// Advance width in ems.
    package let width: Double
    /// Whether anything is seen of it: cairo leaves out marks in which nothing is drawn.
    package let isVisible: Bool
    let hasSubstitutes: Bool
    let glyphs: [Glyph]
    let clusters: [Cluster]

    /// One glyph, its offsets from the pen and its advance in ems, y downwards.
    struct Glyph: Sendable {
        var index: UInt
        var x: Double
        var y: Double
        var advance: Double
    }

    /// The bytes of the text that a number of glyphs stand for.
    struct Cluster: Sendable {
        var bytes: Int32
        var glyphs: Int32
        /// Whether something is drawn in place of what the face does not have.
        var isSubstitute = false
    }

    init(text: String, face: Face, glyphs: [Glyph], clusters: [Cluster]) {
        self.text = text
        self.face = face
        self.glyphs = glyphs
        self.clusters = clusters
        hasSubstitutes = clusters.contains(where: \.isSubstitute)
        width = glyphs.reduce(0) { $0 + $1.advance }
        isVisible =
            !glyphs.isEmpty && text.unicodeScalars.contains { !$0.properties.isWhitespace }
    }

    /// The text of each cluster: where a word that is too long for a line may be cut.
    package var clusterTexts: [String] {
        var rest = text.utf8[...]
        return clusters.map { cluster in
            let part = rest.prefix(Int(cluster.bytes))
            rest = rest.dropFirst(Int(cluster.bytes))
            return String(part) ?? ""
        }
    }
}
