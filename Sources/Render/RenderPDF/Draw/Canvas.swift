import CairoKit
import ThemeModel

/// Draws pieces and keeps the books that cairo cannot: which mark belongs to which element, what is an
/// artifact, where links are.
///
/// Each mark is one flat tag. Pieces of one owner that follow each other share a mark.
struct Canvas: ~Copyable {
    var surface: PDFSurface
    private(set) var artifacts: [ContentMark: ArtifactKind] = [:]
    private(set) var pages: [DrawnPage] = []
    private var nextMark = 0
    private var open: OpenMark?

    private enum OpenMark {
        case element(StructureElement, tag: String)
        case artifact(ArtifactKind)
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
        surface.beginPage(width: layout.width, height: layout.height)
    }

    mutating func endPage() {
        close()
        surface.endPage()
    }

    /// Lets what is drawn from now on belong to `owner`.
    mutating func select(_ owner: Owner) {
        switch (owner, open) {
        case (.element(let new), .element(let old, _)?) where new === old: return
        case (.artifact(let new), .artifact(let old)?) where new == old: return
        default: break
        }
        close()
        let mark = ContentMark(page: page, number: nextMark)
        nextMark += 1
        switch owner {
        case .element(let element):
            element.children.append(.content(mark))
            let tag = element.role.contentTag
            open = .element(element, tag: tag)
            surface.beginTag(tag)
        case .artifact(let kind):
            artifacts[mark] = kind
            open = .artifact(kind)
            surface.beginTag(StructureRole.artifactTag)
        }
    }

    private mutating func close() {
        switch open {
        case .element(_, let tag)?: surface.endTag(tag)
        case .artifact?: surface.endTag(StructureRole.artifactTag)
        case nil: break
        }
        open = nil
    }

    /// The file as cairo writes it.
    consuming func finish() throws(CairoFailure) -> [UInt8] {
        try surface.finish()
    }
}

extension StructureRole {
    /// What is no content is drawn under this name; cairo 1.16 knows no artifacts.
    static let artifactTag = "Private"

    /// The name of the tag in the page's content. Cairo makes an annotation of its own of each `Link`.
    fileprivate var contentTag: String {
        switch self {
        case .link: "Span"
        default: rawValue
        }
    }
}
