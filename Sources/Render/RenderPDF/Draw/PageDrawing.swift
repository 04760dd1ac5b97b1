import CairoKit
import Charts
import Diagnostics
import DocumentModel
import ThemeModel

/// Draws laid out pages on a canvas, one after the other.
struct PageDrawing: ~Copyable {
    let theme: Theme
    /// Where links of the document may lead.
    let anchors: Set<String>
    var canvas: Canvas
    private let profile: Profile
    /// Of JPEG pictures that are not sRGB, by their bytes.
    private(set) var pictureColours: [[UInt8]: DrawnColours] = [:]
    private var links: [PendingLink] = []
    private(set) var log = DiagnosticLog()

    /// A link whose target's place is known only when all pages are filled.
    private struct PendingLink {
        var page: Int
        var box: PageBox
        var target: LinkTarget
        var description: String
    }

    init(theme: Theme, anchors: Set<String>, canvas: consuming Canvas, profile: Profile) {
        self.theme = theme
        self.anchors = anchors
        self.canvas = canvas
        self.profile = profile
    }

    /// Draws `page` and lets go of all that stands on it: a long annex has hundreds of pages.
    mutating func draw(_ page: inout PageLayout) {
        canvas.beginPage(page)
        let pieces = page.pieces
        page.pieces = []
        for piece in pieces { draw(piece) }
        canvas.endPage()
    }

    /// Ends the file.
    consuming func finish() throws(RenderPDFFailure) -> (file: [UInt8], contents: PageContents) {
        try canvas.finish()
    }

    /// The links of all pages, with the places that their targets have got.
    func links(
        to destinations: [String: PagedDocument.Destination]
    ) throws(ConformFailure) -> [DrawnLink] {
        var drawn: [DrawnLink] = []
        for (index, link) in links.enumerated() {
            let target: DrawnLink.Target
            switch link.target {
            case .address(let address): target = .address(address)
            case .figure: throw .brokenLink(index)
            case .anchor(let anchor):
                guard let destination = destinations[anchor] else { throw .brokenLink(index) }
                let height = canvas.pages[destination.page].height
                target = .place(
                    page: destination.page,
                    x: 0,
                    y: height - max(0, destination.y - 6)
                )
            }
            drawn.append(
                DrawnLink(
                    page: link.page,
                    box: link.box,
                    target: target,
                    description: link.description
                )
            )
        }
        return drawn
    }

    private mutating func draw(_ piece: Piece) {
        switch piece.content {
        case .line(let line):
            draw(line, x: piece.x, y: piece.y, owner: piece.owner)
        case .fill(let width, let height, let colour):
            canvas.select(piece.owner)
            canvas.surface.fill(
                x: piece.x,
                y: piece.y,
                width: width,
                height: height,
                colour: colour
            )
        case .rule(let length, let thickness, let colour):
            canvas.select(piece.owner)
            canvas.surface.line(
                from: (piece.x, piece.y),
                to: (piece.x + length, piece.y),
                thickness: thickness,
                colour: colour
            )
        case .scene(let scene, let scale):
            guard !scene.elements.isEmpty else { return }
            canvas.select(piece.owner)
            setBox(of: piece, scene.width * scale, scene.height * scale)
            SceneDrawing(colours: theme.colours)
                .draw(scene, x: piece.x, y: piece.y, scale: scale, on: &canvas)
        case .picture(let image, let width, let height, let origin):
            guard let picture = image.decoded else {
                log.append(.damagedPicture(at: origin))
                return
            }
            if case .profile(let colours, let isInverted) = image.colours {
                let drawn = DrawnColours(colours, isInverted: isInverted, in: profile)
                guard let drawn else { return log.append(.newColours(at: origin)) }
                pictureColours[image.bytes] = drawn
            }
            canvas.select(piece.owner)
            setBox(of: piece, width, height)
            canvas.surface.draw(
                picture,
                x: piece.x,
                y: piece.y,
                scale: (width / Double(image.seenWidth), height / Double(image.seenHeight)),
                turn: image.turn
            )
        case .diagonal(let line, let rise, let run):
            canvas.surface.place(x: piece.x, y: piece.y, rise: rise, run: run)
            let size = line.boxes.first?.fragments.first?.style.size ?? 0
            draw(line, x: -line.width / 2, y: size / 3, owner: piece.owner)
            canvas.surface.restore()
        case .pageReference:
            // Replaced before drawing, by `resolveReferences`.
            break
        }
    }

    /// Notes where a figure stands on its page.
    private func setBox(of piece: Piece, _ width: Double, _ height: Double) {
        guard case .element(let element) = piece.owner else { return }
        let pageHeight = canvas.pages[canvas.page].height
        element.boundingBox = PageBox(
            left: piece.x,
            bottom: pageHeight - piece.y - height,
            right: piece.x + width,
            top: pageHeight - piece.y
        )
    }

    private mutating func draw(
        _ line: SetLine,
        x: Double,
        y: Double,
        owner: Owner
    ) {
        var pen = x + line.x
        var area: LinkArea?
        var holder = owner
        for (index, box) in line.boxes.enumerated() {
            for fragment in box.fragments {
                guard fragment.word.isVisible else {
                    pen += fragment.width
                    continue
                }
                if let link = fragment.link, isKnown(link.target) {
                    holder = .element(element(of: link, in: owner))
                    if area?.link !== link {
                        finish(area)
                        area = LinkArea(link: link, x: pen, y: y, size: fragment.style.size)
                    }
                } else {
                    finish(area)
                    area = nil
                    holder = owner
                }
                canvas.show(
                    fragment.word,
                    of: holder,
                    x: pen,
                    y: y,
                    size: fragment.style.size,
                    colour: fragment.style.colour
                )
                pen += fragment.width
                area?.end = pen
            }
            let isLast = index == line.boxes.count - 1
            if box.blankCount > 0, !isLast || line.endsWithBlank {
                drawBlanks(box, line, of: holder, at: &pen, y: y)
            }
        }
        finish(area)
    }

    /// Blanks are drawn too: without them readers would have to guess where words end.
    private mutating func drawBlanks(
        _ box: TextBox,
        _ line: SetLine,
        of owner: Owner,
        at pen: inout Double,
        y: Double
    ) {
        let step = box.blankWidth / Double(box.blankCount) + line.stretchPerBlank
        guard let last = box.fragments.last, last.word.isVisible else {
            pen += step * Double(box.blankCount)
            return
        }
        let blank = canvas.surface.blank(last.style.face, isTied: box.ending == .tied)
        for _ in 0..<box.blankCount {
            canvas.show(
                blank,
                of: owner,
                x: pen,
                y: y,
                size: last.style.size,
                colour: last.style.colour
            )
            pen += step
        }
    }
}

/// The part of a link that stands on one line.
private struct LinkArea {
    let link: TextLink
    var x: Double
    var end: Double
    var y: Double
    var size: Double

    init(link: TextLink, x: Double, y: Double, size: Double) {
        self.link = link
        self.x = x
        end = x
        self.y = y
        self.size = size
    }
}

extension PageDrawing {
    private func isKnown(_ target: LinkTarget) -> Bool {
        switch target {
        case .anchor(let anchor): anchors.contains(anchor)
        case .address: true
        // Paper has nothing that it could lead to.
        case .figure: false
        }
    }

    private func element(of link: TextLink, in owner: Owner) -> StructureElement {
        if let known = link.element { return known }
        let element = StructureElement(.link)
        link.element = element
        if case .element(let parent) = owner { parent.children.append(.element(element)) }
        return element
    }

    private mutating func finish(_ area: LinkArea?) {
        guard let area, let element = area.link.element else { return }
        let height = canvas.pages[canvas.page].height
        element.children.append(.annotation(links.count))
        links.append(
            PendingLink(
                page: canvas.page,
                box: PageBox(
                    left: area.x,
                    bottom: height - area.y - area.size * 0.25,
                    right: area.end,
                    top: height - area.y + area.size * 0.8
                ),
                target: area.link.target,
                description: area.link.description
            )
        )
    }
}
