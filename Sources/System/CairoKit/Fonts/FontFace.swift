import CCairoPango

/// One font file, shaped by Pango and drawn by cairo.
///
/// Each file has a fontconfig of its own that knows nothing else, so that no letter can ever come from
/// another font of the machine.
final class FontFace {
    /// Ascent, descent and line pitch of single spacing, in ems.
    let ascent: Double
    let descent: Double
    let pitch: Double
    /// For `PDFSurface`.
    let cairoFace: OpaquePointer

    /// The same letters as another font of the file, for what is drawn in place of a letter that is missing:
    /// one glyph of one font can be read as one letter only.
    var substituteCairoFace: OpaquePointer {
        if madeSubstituteFace == nil { madeSubstituteFace = anotherCairoFace() }
        return madeSubstituteFace ?? cairoFace
    }

    private var madeSubstituteFace: OpaquePointer?

    private let family: String
    private let configuration: OpaquePointer
    private let map: OpaquePointer
    private let context: OpaquePointer
    private let font: UnsafeMutablePointer<PangoFont>
    private let buffer: UnsafeMutablePointer<PangoGlyphString>
    private var analysis = PangoAnalysis()

    /// The size at which words are shaped: the units per em of most fonts, so nothing is rounded.
    private static let referenceSize = 2048.0
    private static let unitsPerEm = referenceSize * Double(PANGO_SCALE)

    init(file: String, family: String) throws(FontFailure) {
        guard let configuration = FcConfigCreate() else { throw .unusable(file: file) }
        guard FcConfigAppFontAddFile(configuration, file) != 0 else {
            FcConfigDestroy(configuration)
            throw .unreadable(file: file)
        }
        let found = Self.families(in: configuration)
        guard found.contains(family) else {
            FcConfigDestroy(configuration)
            throw found.isEmpty
                ? .unreadable(file: file)
                : .otherFamily(file: file, found: found[0], wanted: family)
        }
        guard let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT) else {
            FcConfigDestroy(configuration)
            throw .unusable(file: file)
        }
        pango_fc_font_map_set_config(OpaquePointer(map), configuration)
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        let context: OpaquePointer = pango_font_map_create_context(map)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)

        let loaded = Self.load(family, from: OpaquePointer(map), in: context)
        guard let font = loaded, let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)),
            let face = cairo_scaled_font_get_font_face(scaled)
        else {
            g_object_unref(UnsafeMutableRawPointer(context))
            g_object_unref(UnsafeMutableRawPointer(map))
            FcConfigDestroy(configuration)
            throw .unusable(file: file)
        }
        var extents = cairo_font_extents_t()
        cairo_scaled_font_extents(scaled, &extents)
        ascent = extents.ascent / Self.referenceSize
        descent = extents.descent / Self.referenceSize
        pitch = extents.height / Self.referenceSize
        cairoFace = cairo_font_face_reference(face)
        self.family = family
        self.configuration = configuration
        self.map = OpaquePointer(map)
        self.context = context
        self.font = font
        buffer = pango_glyph_string_new()
        analysis.font = font
        analysis.language = pango_language_from_string("vi")
        analysis.script = guint8(truncatingIfNeeded: PANGO_SCRIPT_LATIN.rawValue)
        // Joined letters would be told to readers through ActualText, which Poppler loses.
        let plain = pango_attr_font_features_new("liga=0,clig=0,dlig=0")
        analysis.extra_attrs = g_slist_prepend(nil, plain)
    }

    private static func load(
        _ family: String,
        from map: OpaquePointer,
        in context: OpaquePointer
    ) -> UnsafeMutablePointer<PangoFont>? {
        let description = pango_font_description_new()
        defer { pango_font_description_free(description) }
        pango_font_description_set_family(description, family)
        pango_font_description_set_absolute_size(description, unitsPerEm)
        return pango_font_map_load_font(
            UnsafeMutablePointer<PangoFontMap>(map),
            context,
            description
        )
    }

    /// Cairo tells faces of one file apart by options, here by one that shapes in a file do not have.
    private func anotherCairoFace() -> OpaquePointer? {
        let context: OpaquePointer = pango_font_map_create_context(
            UnsafeMutablePointer<PangoFontMap>(map)
        )
        defer { g_object_unref(UnsafeMutableRawPointer(context)) }
        let options = cairo_font_options_create()
        defer { cairo_font_options_destroy(options) }
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_NONE)
        pango_cairo_context_set_font_options(context, options)
        guard let font = Self.load(family, from: map, in: context) else { return nil }
        defer { g_object_unref(UnsafeMutableRawPointer(font)) }
        guard let scaled = pango_cairo_font_get_scaled_font(OpaquePointer(font)) else { return nil }
        return cairo_scaled_font_get_font_face(scaled).map { cairo_font_face_reference($0) }
    }

    deinit {
        pango_attribute_destroy(
            analysis.extra_attrs.pointee.data.assumingMemoryBound(to: PangoAttribute.self)
        )
        g_slist_free(analysis.extra_attrs)
        pango_glyph_string_free(buffer)
        if let other = madeSubstituteFace { cairo_font_face_destroy(other) }
        cairo_font_face_destroy(cairoFace)
        g_object_unref(UnsafeMutableRawPointer(font))
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(UnsafeMutableRawPointer(map))
        FcConfigDestroy(configuration)
    }

    /// The glyphs of `text` in ems; `nil` if the face lacks one of its letters.
    func shape(_ text: String) -> (glyphs: [ShapedWord.Glyph], clusters: [ShapedWord.Cluster])? {
        var text = text
        let length = text.utf8.count
        text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                pango_shape_with_flags(
                    characters.baseAddress,
                    Int32(length),
                    nil,
                    0,
                    &analysis,
                    buffer,
                    PANGO_SHAPE_NONE
                )
            }
        }
        let count = Int(buffer.pointee.num_glyphs)
        var glyphs: [ShapedWord.Glyph] = []
        glyphs.reserveCapacity(count)
        var clusters: [ShapedWord.Cluster] = []
        clusters.reserveCapacity(count)
        var start: Int32 = -1
        for position in 0..<count {
            let info = buffer.pointee.glyphs[position]
            let offset = buffer.pointee.log_clusters[position]
            guard info.glyph & Self.unknownFlag == 0, info.glyph != Self.emptyGlyph else {
                return nil
            }
            if offset == start, let last = clusters.indices.last {
                clusters[last].glyphs += 1
            } else {
                if let last = clusters.indices.last { clusters[last].bytes = offset - start }
                clusters.append(ShapedWord.Cluster(bytes: 0, glyphs: 1))
                start = offset
            }
            glyphs.append(
                ShapedWord.Glyph(
                    index: UInt(info.glyph),
                    x: Double(info.geometry.x_offset) / Self.unitsPerEm,
                    y: Double(info.geometry.y_offset) / Self.unitsPerEm,
                    advance: Double(info.geometry.width) / Self.unitsPerEm
                )
            )
        }
        if let last = clusters.indices.last { clusters[last].bytes = Int32(length) - start }
        return (glyphs, clusters)
    }

    /// `PANGO_GLYPH_UNKNOWN_FLAG` and `PANGO_GLYPH_EMPTY`, whose casts Swift cannot import.
    private static let unknownFlag: UInt32 = 0x1000_0000
    private static let emptyGlyph: UInt32 = 0x0FFF_FFFF

    private static func families(in configuration: OpaquePointer) -> [String] {
        guard let set = FcConfigGetFonts(configuration, FcSetApplication) else { return [] }
        var names: [String] = []
        for index in 0..<Int(set.pointee.nfont) {
            var number: Int32 = 0
            var name: UnsafeMutablePointer<FcChar8>?
            while FcPatternGetString(set.pointee.fonts[index], FC_FAMILY, number, &name)
                == FcResultMatch
            {
                if let name { names.append(String(cString: name)) }
                number += 1
            }
        }
        return names
    }
}
