import CCairoPango
package import ThemeModel

/// Words that wait to be drawn together: cairo is called once for all of one look in one tag.
struct PendingText {
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var bytes: [CChar] = []
    var face: Face?
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
        if text.face != word.face || text.size != size || text.colour != colour {
            flushText()
            text.face = word.face
            text.size = size
            text.colour = colour
        }
        glyphCount += word.glyphs.count
        var pen = x
        for glyph in word.glyphs {
            text.glyphs.append(
                cairo_glyph_t(index: glyph.index, x: pen + glyph.x * size, y: y + glyph.y * size)
            )
            pen += glyph.advance * size
        }
        for cluster in word.clusters {
            text.clusters.append(
                cairo_text_cluster_t(num_bytes: cluster.bytes, num_glyphs: cluster.glyphs)
            )
        }
        for byte in word.text.utf8 { text.bytes.append(CChar(bitPattern: byte)) }
    }

    mutating func flushText() {
        guard let face = text.face, let ink = text.colour, !text.glyphs.isEmpty else { return }
        // Emptied first: setting the colour flushes too.
        text.face = nil
        use(ink)
        cairo_set_font_face(context, fonts.cairoFace(face))
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
