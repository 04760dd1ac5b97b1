import CCairoPango
package import ThemeModel

/// Words that wait to be drawn together: cairo is called once for all of one look in one tag.
struct PendingText {
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var bytes: [CChar] = []
    var face: Face?
    var isSubstitute = false
    var size = 0.0
    var colour: Colour?
}

extension PDFSurface {
    /// Draws a word with its left end on the baseline at (`x`, `y`).
    package mutating func show(
        _ word: ShapedWord,
        x: Double,
        y: Double,
        size: Double,
        colour: Colour
    ) {
        glyphCount += word.glyphs.count
        begin(word.face, isSubstitute: false, size: size, colour: colour)
        guard word.hasSubstitutes else {
            var pen = x
            for glyph in word.glyphs { add(glyph, at: &pen, y, size) }
            for cluster in word.clusters { add(cluster) }
            for byte in word.text.utf8 { text.bytes.append(CChar(bitPattern: byte)) }
            return
        }
        var pen = x
        var glyphs = word.glyphs[...]
        var bytes = word.text.utf8[...]
        for cluster in word.clusters {
            begin(word.face, isSubstitute: cluster.isSubstitute, size: size, colour: colour)
            for _ in 0..<cluster.glyphs {
                if let glyph = glyphs.popFirst() { add(glyph, at: &pen, y, size) }
            }
            add(cluster)
            for byte in bytes.prefix(Int(cluster.bytes)) {
                text.bytes.append(CChar(bitPattern: byte))
            }
            bytes = bytes.dropFirst(Int(cluster.bytes))
        }
    }

    private mutating func begin(_ face: Face, isSubstitute: Bool, size: Double, colour: Colour) {
        guard
            text.face != face || text.isSubstitute != isSubstitute || text.size != size
                || text.colour != colour
        else { return }
        flushText()
        text.face = face
        text.isSubstitute = isSubstitute
        text.size = size
        text.colour = colour
    }

    private mutating func add(
        _ glyph: ShapedWord.Glyph,
        at pen: inout Double,
        _ y: Double,
        _ size: Double
    ) {
        text.glyphs.append(
            cairo_glyph_t(index: glyph.index, x: pen + glyph.x * size, y: y + glyph.y * size)
        )
        pen += glyph.advance * size
    }

    private mutating func add(_ cluster: ShapedWord.Cluster) {
        text.clusters.append(
            cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs)
        )
    }

    mutating func flushText() {
        guard let face = text.face, let ink = text.colour, !text.glyphs.isEmpty else { return }
        // Emptied first: setting the colour flushes too.
        text.face = nil
        use(ink)
        cairo_set_font_face(context, fonts.cairoFace(face, isSubstitute: text.isSubstitute))
        cairo_set_font_size(context, text.size)
        cairo_show_text_glyphs(
            context,
            text.bytes,
            Int32(text.bytes.count),
            text.glyphs,
            Int32(text.glyphs.count),
            text.clusters,
            Int32(text.clusters.count),
            cairo_text_cluster_flags_t(rawValue: 0)
        )
        text.glyphs.removeAll(keepingCapacity: true)
        text.clusters.removeAll(keepingCapacity: true)
        text.bytes.removeAll(keepingCapacity: true)
    }
}

extension PDFSurface {
    /// The glyphs of a text on one line, in the fonts of this file.
    package func shape(_ text: String, _ face: Face) -> ShapedWord {
        fonts.shape(text, face: face)
    }

    /// The glyph of U+0020, or of U+00A0.
    package func blank(_ face: Face, isTied: Bool = false) -> ShapedWord {
        isTied ? fonts.shape("\u{A0}", face: face) : fonts.blank(face)
    }
}
