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
        let free = number.x - style.size * 0.8
        let count = Int(free / pitch)
        var pieces: [Piece] = []
        if count > 0 {
            // Counted from the right edge, so that dots of all lines stand under each other.
            let dots = String(repeating: ". ", count: count)
            let word = shaper.word(dots, style.face)
            let width = word.width * style.size
            let box = TextBox(
                fragments: [TextBox.Fragment(word: word, style: style)],
                width: width,
                ending: .end
            )
            let right = reference.room - style.size * 1.6
            let line = SetLine(boxes: [box], x: min(free, right) - width)
            if line.x > 0 {
                pieces.append(
                    Piece(
                        x: piece.x,
                        y: piece.y,
                        content: .line(line),
                        owner: .artifact(.layout)
                    )
                )
            }
        }
        pieces.append(
            Piece(x: piece.x, y: piece.y, content: .line(number), owner: piece.owner)
        )
        return pieces
    }
}
