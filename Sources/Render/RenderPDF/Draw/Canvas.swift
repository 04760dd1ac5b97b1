import CairoKit
import ThemeModel

/// Draws pieces and keeps the books that cairo cannot: which mark belongs to which element, what is an
/// artifact, where links are.
///
/// A mark is one flat tag of cairo's, but text that follows text shares a tag, and is parted into its
/// marks when the page is done. Pieces of one owner that follow each other share a mark.
struct Canvas: ~Copyable {
    var surface: PDFSurface
    private(set) var artifacts: [ContentMark: ArtifactKind] = [:]
    private(set) var pages: [DrawnPage] = []
    private var nextMark = 0
    private var nextTag = 0
    private var open: OpenTag?
    /// Of the page: tags with several marks.
    private var texts: [Int: [TextMark]] = [:]
    private var file: [UInt8] = []
    private var contents = PageContents()
    private var failure: ConformFailure?

    private enum OpenTag {
        case mark(Owner, tag: String)
        case text(OpenText)
    }

    /// Text under one tag. A mark never goes on in another colour: cairo begins a new text object there.
    private struct OpenText {
        var owner: Owner
        var colour: Colour
        var firstGlyph: Int
        var marks: [TextMark] = []

        static let tag = "Span"
    }

    init(fonts: FontSet, version: PDFSurface.Version = .newest) throws(CairoFailure) {
        surface = try PDFSurface(fonts: fonts, version: version)
    }

    /// Number of the page being drawn, from 0.
    var page: Int { pages.count - 1 }

    mutating func beginPage(_ layout: PageLayout) {
        pages.append(
            DrawnPage(
                width: layout.width,
                height: layout.height,
                labelPrefix: layout.labelPrefix,
                labelNumber: layout.number
            )
        )
        nextMark = 0
        nextTag = 0
        texts = [:]
        surface.beginPage(width: layout.width, height: layout.height)
    }

    mutating func endPage() {
        close()
        surface.endPage()
        do throws(ConformFailure) {
            try contents.take(
                surface.takeWritten(),
                page: page,
                artifacts: artifacts,
                texts: texts,
                to: &file
            )
        } catch {
            // The first is told when all is drawn.
            failure = failure ?? error
        }
    }

    /// Lets what is drawn from now on belong to `owner`.
    mutating func select(_ owner: Owner) {
        if case .mark(let old, _)? = open, old.isSame(as: owner) { return }
        close()
        nextTag += 1
        mark(for: owner)
        let tag = owner.role?.contentTag ?? StructureRole.artifactTag
        open = .mark(owner, tag: tag)
        surface.beginTag(tag)
    }

    /// Draws a word of `owner` with its left end on the baseline at (`x`, `y`).
    mutating func show(
        _ word: ShapedWord,
        of owner: Owner,
        x: Double,
        y: Double,
        size: Double,
        colour: Colour
    ) {
        var text = openText(of: owner, colour)
        let isMarked =
            !text.marks.isEmpty && text.owner.isSame(as: owner) && text.colour == colour
        if !isMarked {
            mark(for: owner)
            text.marks.append(
                TextMark(start: surface.glyphCount - text.firstGlyph, tag: owner.role)
            )
            text.owner = owner
            text.colour = colour
        }
        open = .text(text)
        surface.show(word, x: x, y: y, size: size, colour: colour)
    }

    /// What is open, given away; a new tag where that is no text.
    private mutating func openText(of owner: Owner, _ colour: Colour) -> OpenText {
        if case .text(let text)? = open {
            // Held once, so that its marks are not copied.
            open = nil
            return text
        }
        close()
        nextTag += 1
        surface.beginTag(OpenText.tag)
        return OpenText(owner: owner, colour: colour, firstGlyph: surface.glyphCount)
    }

    private mutating func mark(for owner: Owner) {
        let mark = ContentMark(page: page, number: nextMark)
        nextMark += 1
        switch owner {
        case .element(let element): element.children.append(.content(mark))
        case .artifact(let kind): artifacts[mark] = kind
        }
    }

    private mutating func close() {
        switch open {
        case .mark(_, let tag)?: surface.endTag(tag)
        case .text(let text)?:
            texts[nextTag - 1] = text.marks
            surface.endTag(OpenText.tag)
        case nil: break
        }
        open = nil
    }

    /// The file as cairo writes it, without the content of its pages.
    consuming func finish() throws(RenderPDFFailure) -> (file: [UInt8], contents: PageContents) {
        if let failure { throw .conform(failure) }
        do {
            contents.take(rest: try surface.finish(), to: &file)
        } catch {
            throw .drawing(error)
        }
        return (file, contents)
    }
}

extension StructureRole {
    /// What is no content is drawn under this name; cairo 1.16 knows no artifacts.
    static let artifactTag = "Private"

    /// The name of the tag in the page's content. Cairo makes an annotation of its own of each `Link`.
    var contentTag: String {
        switch self {
        case .link: "Span"
        default: rawValue
        }
    }
}

extension Owner {
    /// `nil` for an artifact.
    fileprivate var role: StructureRole? {
        if case .element(let element) = self { element.role } else { nil }
    }

    fileprivate func isSame(as other: Owner) -> Bool {
        switch (self, other) {
        case (.element(let one), .element(let two)): one === two
        case (.artifact(let one), .artifact(let two)): one == two
        default: false
        }
    }
}
