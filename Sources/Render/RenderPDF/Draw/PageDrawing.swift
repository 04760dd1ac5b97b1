import CairoKit
import Charts
import Diagnostics
import DocumentModel
import ThemeModel

/// Draws laid out pages on a canvas.
struct PageDrawing {
    let theme: Theme
    let destinations: [String: PagedDocument.Destination]
    private let profile: Profile
    private var pages: [PageLayout]
    /// Of JPEG pictures that are not sRGB, by their bytes.
    private(set) var pictureColours: [[UInt8]: DrawnColours] = [:]
    private(set) var links: [DrawnLink] = []
    private(set) var log = DiagnosticLog()

    init(theme: Theme, document: consuming PagedDocument, profile: Profile) {
        self.theme = theme
        self.profile = profile
        destinations = document.destinations
        pages = document.pages
    }

    mutating func draw(on canvas: inout Canvas) {
        for index in pages.indices {
            canvas.beginPage(pages[index])
            // A page that is drawn is needed no more: a long annex has hundreds of them.
            let pieces = pages[index].pieces
            pages[index].pieces = []
            for piece in pieces { draw(piece, on: &canvas) }
            canvas.endPage()
        }
    }

    private mutating func draw(_ piece: Piece, on canvas: inout Canvas) {
        switch piece.content {
        case .line(let line):
            draw(line, x: piece.x, y: piece.y, owner: piece.owner, on: &canvas)
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
            setBox(of: piece, scene.width * scale, scene.height * scale, on: canvas)
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
            setBox(of: piece, width, height, on: canvas)
            canvas.surface.draw(
                picture,
                x: piece.x,
                y: piece.y,
                scale: (width / Double(image.seenWidth), height / Double(image.seenHeight)),
                turn: image.turn
            )
        case .diagonal(let line, let rise, let run):
            canvas.select(piece.owner)
            canvas.surface.place(x: piece.x, y: piece.y, rise: rise, run: run)
            let size = line.boxes.first?.fragments.first?.style.size ?? 0
            draw(line, x: -line.width / 2, y: size / 3, owner: piece.owner, on: &canvas)
            canvas.surface.restore()
        case .pageReference:
            // Replaced before drawing, by `resolveReferences`.
            break
        }
    }

    /// Notes where a figure stands on its page.
    private func setBox(
        of piece: Piece,
        _ width: Double,
        _ height: Double,
        on canvas: borrowing Canvas
    ) {
        guard case .element(let element) = piece.owner else { return }
        let pageHeight = pages[canvas.page].height
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
        owner: Owner,
        on canvas: inout Canvas
    ) {
        var pen = x + line.x
        var area: LinkArea?
        for (index, box) in line.boxes.enumerated() {
            for fragment in box.fragments {
                guard fragment.word.isVisible else {
                    pen += fragment.width
                    continue
                }
                if let link = fragment.link, isKnown(link.target) {
                    let element = element(of: link, in: owner)
                    if area?.link !== link {
                        finish(area, on: canvas)
                        area = LinkArea(link: link, x: pen, y: y, size: fragment.style.size)
                    }
                    canvas.select(.element(element))
                } else {
                    finish(area, on: canvas)
                    area = nil
                    canvas.select(owner)
                }
                canvas.surface.show(
                    fragment.word,
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
                drawBlanks(box, line, at: &pen, y: y, on: &canvas)
            }
        }
        finish(area, on: canvas)
    }

    /// Blanks are drawn too: without them readers would have to guess where words end.
    private func drawBlanks(
        _ box: TextBox,
        _ line: SetLine,
        at pen: inout Double,
        y: Double,
        on canvas: inout Canvas
    ) {
        let step = box.blankWidth / Double(box.blankCount) + line.stretchPerBlank
        guard let last = box.fragments.last, last.word.isVisible else {
            pen += step * Double(box.blankCount)
            return
        }
        let blank = canvas.surface.blank(last.style.face, isTied: box.ending == .tied)
        for _ in 0..<box.blankCount {
            canvas.surface.show(
                blank,
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
        case .anchor(let anchor): destinations[anchor] != nil
        case .address: true
        }
    }

    private func element(of link: TextLink, in owner: Owner) -> StructureElement {
        if let known = link.element { return known }
        let element = StructureElement(.link)
        link.element = element
        if case .element(let parent) = owner { parent.children.append(.element(element)) }
        return element
    }

    private mutating func finish(_ area: LinkArea?, on canvas: borrowing Canvas) {
        guard let area, let element = area.link.element else { return }
        let height = pages[canvas.page].height
        let target: DrawnLink.Target
        switch area.link.target {
        case .address(let address): target = .address(address)
        case .anchor(let anchor):
            guard let destination = destinations[anchor] else { return }
            target = .place(
                page: destination.page,
                x: 0,
                y: pages[destination.page].height - max(0, destination.y - 6)
            )
        }
        element.children.append(.annotation(links.count))
        links.append(
            DrawnLink(
                page: canvas.page,
                box: PageBox(
                    left: area.x,
                    bottom: height - area.y - area.size * 0.25,
                    right: area.end,
                    top: height - area.y + area.size * 0.8
                ),
                target: target,
                description: area.link.description
            )
        )
    }
}
