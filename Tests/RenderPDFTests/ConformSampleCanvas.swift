import CCairoPango

@testable import RenderPDF

/// Draws small pages with cairo alone, in flat tags, and keeps count of marks.
final class SampleCanvas {
    private final class Sink {
        var bytes: [UInt8] = []
    }

    private let sink = Sink()
    private let surface: OpaquePointer
    private let context: OpaquePointer
    private var page = 0
    private var marks = 0
    private(set) var artifacts: [ContentMark: ArtifactKind] = [:]
    private var links: [DrawnLink] = []

    static let width = 595.0
    static let height = 842.0

    init(version: cairo_pdf_version_t = CAIRO_PDF_VERSION_1_4) {
        surface = cairo_pdf_surface_create_for_stream(
            { closure, data, count in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                let sink = Unmanaged<Sink>.fromOpaque(closure).takeUnretainedValue()
                sink.bytes += UnsafeBufferPointer(start: data, count: Int(count))
                return CAIRO_STATUS_SUCCESS
            },
            Unmanaged.passUnretained(sink).toOpaque(),
            Self.width,
            Self.height
        )
        cairo_pdf_surface_restrict_to_version(surface, version)
        context = cairo_create(surface)
    }

    deinit {
        cairo_destroy(context)
        cairo_surface_destroy(surface)
    }

    /// Draws within one tag.
    func mark(_ tag: String, _ draw: (OpaquePointer) -> Void) -> StructureChild {
        cairo_tag_begin(context, tag, nil)
        draw(context)
        cairo_tag_end(context, tag)
        marks += 1
        return .content(ContentMark(page: page, number: marks - 1))
    }

    func text(
        _ words: String,
        x: Double = 72,
        y: Double,
        font: String = "Liberation Serif 12",
        tag: String = "P"
    ) -> StructureChild {
        mark(tag) { context in
            let layout = pango_cairo_create_layout(context)
            let face = pango_font_description_from_string(font)
            pango_layout_set_font_description(layout, face)
            pango_layout_set_text(layout, words, -1)
            cairo_move_to(context, x, y)
            pango_cairo_show_layout(context, layout)
            pango_font_description_free(face)
            g_object_unref(UnsafeMutableRawPointer(layout))
        }
    }

    func artifact(_ kind: ArtifactKind, _ draw: (OpaquePointer) -> Void) {
        if case .content(let mark) = mark("Private", draw) { artifacts[mark] = kind }
    }

    func artifact(_ kind: ArtifactKind, text words: String, y: Double) {
        if case .content(let mark) = text(words, y: y, tag: "Private") { artifacts[mark] = kind }
    }

    func link(_ target: DrawnLink.Target, y: Double, description: String) -> StructureChild {
        let box = PageBox(
            left: 72.25,
            bottom: Self.height - y - 14.5,
            right: 200,
            top: Self.height - y
        )
        links.append(DrawnLink(page: page, box: box, target: target, description: description))
        return .annotation(links.count - 1)
    }

    func nextPage() {
        cairo_show_page(context)
        page += 1
        marks = 0
    }

    /// Ends the last page.
    func finish(
        _ structure: StructureElement,
        outline: [OutlineEntry] = [],
        metadata: FileMetadata = SampleCanvas.metadata
    ) -> TaggedDrawing {
        nextPage()
        cairo_surface_finish(surface)
        precondition(cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS)
        return TaggedDrawing(
            file: sink.bytes,
            pages: (0..<page).map {
                DrawnPage(
                    width: Self.width,
                    height: Self.height,
                    labelPrefix: $0 == page - 1 ? "PL.I-" : "",
                    labelNumber: $0 == page - 1 ? 1 : $0 + 1
                )
            },
            structure: structure,
            artifacts: artifacts,
            links: links,
            outline: outline,
            metadata: metadata
        )
    }
}

/// An element with its children.
func element(
    _ role: StructureRole,
    _ children: [StructureChild],
    _ change: (StructureElement) -> Void = { _ in }
) -> StructureElement {
    let element = StructureElement(role)
    element.children = StructureChildren(children)
    change(element)
    return element
}

func child(
    _ role: StructureRole,
    _ children: [StructureChild],
    _ change: (StructureElement) -> Void = { _ in }
) -> StructureChild {
    .element(element(role, children, change))
}
