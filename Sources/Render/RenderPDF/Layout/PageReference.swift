import CairoKit

/// The printed number of a page that is known only when all pages are laid out.
struct PageReference {
    var anchor: String
    /// From the end of the title to the right edge of the column, in points.
    var room: Double
    var style: TextStyle
    /// The link of the title: the number belongs to it.
    var link: TextLink?
}

extension PagedDocument {
    /// Replaces page references by dots and numbers.
    mutating func resolveReferences(shaper: TextShaper) {
        for page in pages.indices {
            pages[page].pieces = pages[page].pieces.flatMap { piece in
                guard case .pageReference(let reference) = piece.content else { return [piece] }
                return resolved(reference, piece, shaper)
            }
        }
    }

    private func resolved(
        _ reference: PageReference,
        _ piece: Piece,
        _ shaper: TextShaper
    ) -> [Piece] {
        guard let destination = destinations[reference.anchor] else { return [] }
        let style = reference.style
        var boxes = shaper.boxes(of: String(pages[destination.page].number), style)
        for box in boxes.indices {
            for fragment in boxes[box].fragments.indices {
                boxes[box].fragments[fragment].link = reference.link
            }
        }
        var number = SetLine(boxes: boxes, x: 0)
        number.x = reference.room - number.width
        let pitch = shaper.word(". ", style.face).width * style.size
        // They end at the same place on all lines, so that dots stand under each other.
        let end = reference.room - style.size * 1.6
        let count = Int((end - style.size * 0.4) / pitch)
        var pieces: [Piece] = []
        if count > 0 {
            let word = shaper.word(String(repeating: ". ", count: count), style.face)
            let width = word.width * style.size
            let dots = TextBox(
                fragments: [TextBox.Fragment(word: word, style: style)],
                width: width,
                ending: .end
            )
            pieces.append(
                Piece(
                    x: piece.x,
                    y: piece.y,
                    content: .line(SetLine(boxes: [dots], x: end - width)),
                    owner: .artifact(.layout)
                )
            )
        }
        pieces.append(
            Piece(x: piece.x, y: piece.y, content: .line(number), owner: piece.owner)
        )
        return pieces
    }
}
