package import CairoKit
package import Diagnostics
package import DocumentModel
package import ThemeModel

/// Why a document could not be made into a file.
package enum RenderPDFFailure: Error {
    case drawing(CairoFailure)
    /// The pages were drawn, and are not what the archive profile can be made of: a defect here or a
    /// changed cairo.
    case conform(ConformFailure)
}

/// A finished file, and what is to be known of it beside its bytes.
package struct RenderedPDF: Sendable {
    package var bytes: [UInt8]
    /// Where it is to be signed.
    package var signingZones: [SigningZone]
}

/// Sets `document` on pages in the look of `theme`: the bytes of a file that conforms to `profile`.
///
/// `embeddedFiles` are put inside where the profile holds files, tied to the tables made from them.
/// Letters that the faces lack and tables that are too wide are told in `log`.
package func pdf(
    of document: Document,
    theme: Theme,
    fonts: FontSet,
    profile: Profile = .a1a,
    embeddedFiles: [EmbeddedFile] = [],
    log: inout DiagnosticLog
) throws(RenderPDFFailure) -> RenderedPDF {
    var drawn = try drawing(
        of: document,
        theme: theme,
        fonts: fonts,
        profile: profile,
        log: &log
    )
    drawn.embeddedFiles = embeddedFiles
    do {
        let zones = drawn.signingZones
        return RenderedPDF(
            bytes: try assemble(taking: &drawn, profile: profile),
            signingZones: zones
        )
    } catch {
        throw .conform(error)
    }
}

/// Pages from which on it is worth its time to give cairo's memory back before the file is made.
private let longDocument = 50

/// The pages as cairo writes them, and what they mean.
func drawing(
    of document: Document,
    theme: Theme,
    fonts: FontSet,
    profile: Profile = .a1a,
    log: inout DiagnosticLog
) throws(RenderPDFFailure) -> TaggedDrawing {
    let doubts = GlyphDoubts()
    let paragraphs = ParagraphLayout(
        shaper: TextShaper(fonts: fonts, doubts: doubts),
        theme: theme
    )
    let root = StructureElement(.document)
    let layout = DocumentLayout(document: document, paragraphs: paragraphs)
    let sections = layout.sections(root: root)
    var pages = PageDrawing(
        theme: theme,
        anchors: Set(sections.lazy.flatMap(\.boxes).flatMap(\.anchors)),
        canvas: try canvas(fonts, profile),
        profile: profile
    )
    let paged = layout.pages(of: sections) { pages.draw(&$0) }
    log.append(contentsOf: doubts.log)
    log.append(contentsOf: pages.log)
    let links: [DrawnLink]
    do {
        links = try pages.links(to: paged.destinations)
    } catch {
        throw .conform(error)
    }
    let artifacts = pages.canvas.artifacts
    let drawn = pages.canvas.pages
    let colours = pages.pictureColours
    let (file, contents) = try pages.finish()
    if drawn.count > longDocument { returnFreeMemory() }
    return TaggedDrawing(
        file: file,
        contents: contents,
        pages: drawn,
        structure: root,
        artifacts: artifacts,
        links: links,
        outline: paged.outlineEntries,
        metadata: FileMetadata(of: document.metadata),
        // A draft is not signed.
        signingZones: document.draft == nil ? paged.signingZones : [],
        pictureColours: colours
    )
}

private func canvas(
    _ fonts: FontSet,
    _ profile: Profile
) throws(RenderPDFFailure) -> Canvas {
    do {
        return try Canvas(fonts: fonts, version: profile == .a1a ? .pdf14 : .newest)
    } catch {
        throw .drawing(error)
    }
}

extension PagedDocument {
    /// The outline in PDF space; no entry is more than one level deeper than the one before.
    fileprivate var outlineEntries: [OutlineEntry] {
        var level = 0
        return outline.map { entry in
            level = min(entry.level, level + 1)
            return OutlineEntry(
                level: level,
                title: entry.title,
                page: entry.page,
                y: pages[entry.page].height - entry.y
            )
        }
    }
}

extension FileMetadata {
    fileprivate init(of metadata: Metadata) {
        self.init(
            title: metadata.title,
            author: metadata.author,
            subject: metadata.subject,
            keywords: metadata.keywords,
            language: metadata.language,
            date: metadata.date,
            producer: metadata.producer
        )
    }
}
