import CCairoPango
import ThemeModel

/// Gives memory that is free back to the system: cairo keeps a node for each tag up to the end of a
/// file, between what lives longer.
package func returnFreeMemory() {
    malloc_trim(0)
}

/// Pages of a PDF file under the pen: points, the origin at the top left of each page.
///
/// What is drawn belongs to the tag that is open; tags are flat, one never stands within another,
/// because cairo marks only leaves.
package struct PDFSurface: ~Copyable {
    let context: OpaquePointer
    private let surface: OpaquePointer
    private let sink: ByteSink
    let fonts: FontSet
    var text = PendingText()
    /// Glyphs shown so far in the file.
    package internal(set) var glyphCount = 0
    var colour: Colour?

    /// What cairo may use of PDF.
    package enum Version: Sendable {
        /// No transparency and nothing else that came after PDF 1.4.
        case pdf14
        case newest
    }

    /// A file without pages; `beginPage` gives each its size.
    package init(fonts: FontSet, version: Version = .newest) throws(CairoFailure) {
        let sink = ByteSink()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteSink>.fromOpaque(closure)._withUnsafeGuaranteedRef {
                    $0.take(UnsafeBufferPointer(start: data, count: Int(length)))
                }
                return CAIRO_STATUS_SUCCESS
            },
            Unmanaged.passUnretained(sink).toOpaque(),
            595,
            842
        )
        if version == .pdf14 {
            cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
        }
        let context = cairo_create(surface)
        guard let surface, let context else { throw CairoFailure(CAIRO_STATUS_NO_MEMORY) }
        let status = cairo_status(context)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_destroy(context)
            cairo_surface_destroy(surface)
            throw CairoFailure(status)
        }
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, options)
        cairo_font_options_destroy(options)
        self.sink = sink
        self.surface = surface
        self.context = context
        self.fonts = fonts
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Starts a page of this size in points.
    package mutating func beginPage(width: Double, height: Double) {
        cairo_pdf_surface_set_size(surface, width, height)
    }

    /// Ends the page.
    package mutating func endPage() {
        flushText()
        cairo_show_page(context)
    }

    /// Opens a tag; `name` is a standard structure type, or `Private` for what is no content.
    package mutating func beginTag(_ name: String) {
        flushText()
        cairo_tag_begin(context, name, "")
    }

    /// Closes the tag.
    package mutating func endTag(_ name: String) {
        flushText()
        cairo_tag_end(context, name)
    }

    /// What cairo wrote since the last call. With the end of a page, all of the page is written but fonts.
    package mutating func takeWritten() -> [UInt8] {
        sink.takeBytes()
    }

    /// The rest of the file as cairo writes it, but for its tree of tags.
    package consuming func finish() throws(CairoFailure) -> WrittenRest {
        flushText()
        let status = cairo_status(context)
        sink.leavesOutStructure = true
        cairo_surface_finish(surface)
        // A wrong tag is told only by the surface, and only now.
        let last = cairo_surface_status(surface)
        guard status == CAIRO_STATUS_SUCCESS else { throw CairoFailure(status) }
        guard last == CAIRO_STATUS_SUCCESS else { throw CairoFailure(last) }
        return sink.takeRest()
    }
}
