import DocumentModel
import ThemeModel

/// What stands on pages beside the content: page numbers and the draft mark.
struct PageFurniture {
    let paragraphs: ParagraphLayout
    let draft: Draft?

    /// 13 to 14 points, upright (Nghị định 30/2020, Phụ lục I).
    private static let numberSize = 13.0
    private static let draftColour = Colour(red: 236, green: 236, blue: 236)

    func add(to page: inout PageLayout) {
        // First pages show no number.
        let number = page.number > 1 ? [self.number(of: page)] : []
        let mark = draft.map { [self.mark($0, on: page), label($0, on: page)] } ?? []
        page.pieces.insert(contentsOf: mark + number, at: 0)
    }

    private func number(of page: PageLayout) -> Piece {
        let style = TextStyle(
            face: .regular,
            size: Self.numberSize,
            colour: paragraphs.theme.colours.text
        )
        let line = SetLine(
            boxes: paragraphs.shaper.boxes(of: String(page.number), style),
            x: 0
        )
        // In the middle of the column of text and of the top margin.
        let geometry = paragraphs.theme.page
        let unit = PageGeometry.pointsPerMillimetre
        let column = page.width - (geometry.left + geometry.right) * unit
        return Piece(
            x: geometry.left * unit + (column - line.width) / 2,
            y: headerBaseline,
            content: .line(line),
            owner: .artifact(.header)
        )
    }

    private var headerBaseline: Double {
        paragraphs.theme.page.top * PageGeometry.pointsPerMillimetre / 2 + Self.numberSize * 0.5
    }

    /// The draft's mark in level letters at the right of the top margin: it survives copying and
    /// printing in black, which the slanted one behind the text may not.
    private func label(_ draft: Draft, on page: PageLayout) -> Piece {
        let style = TextStyle(
            face: .bold,
            size: Self.numberSize,
            colour: paragraphs.theme.colours.text
        )
        let line = SetLine(boxes: paragraphs.shaper.boxes(of: draft.mark, style), x: 0)
        let right = paragraphs.theme.page.right * PageGeometry.pointsPerMillimetre
        return Piece(
            x: page.width - right - line.width,
            y: headerBaseline,
            content: .line(line),
            owner: .artifact(.watermark)
        )
    }

    private func mark(_ draft: Draft, on page: PageLayout) -> Piece {
        let diagonal = (page.width * page.width + page.height * page.height).squareRoot()
        var style = TextStyle(face: .bold, size: 100, colour: Self.draftColour)
        let natural = paragraphs.shaper.width(of: draft.mark, style)
        style.size = min(160, 100 * diagonal * 0.55 / max(natural, 1))
        let line = SetLine(boxes: paragraphs.shaper.boxes(of: draft.mark, style), x: 0)
        return Piece(
            x: page.width / 2,
            y: page.height / 2,
            content: .diagonal(line, rise: page.height / diagonal, run: page.width / diagonal),
            owner: .artifact(.watermark)
        )
    }
}
