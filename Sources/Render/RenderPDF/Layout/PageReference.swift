import CairoKit

/// The printed place of something, known only when all pages are laid out.
struct PageReference {
    var place: Place
    /// From the end of the title to the right edge of the column, in points.
    var room: Double
    var style: TextStyle
    /// The link of the title: the number belongs to it.
    var link: TextLink?

    enum Place {
        /// The number of the page of an anchor.
        case page(of: String)
        /// The number of the last page, after words that say that it follows there.
        case afterLastPage(String)
        case words(String)
    }
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
        guard let text = text(of: reference.place) else { return [] }
        let style = reference.style
        var boxes = shaper.boxes(of: text, style)
        for box in boxes.indices {
            for fragment in boxes[box].fragments.indices {
                boxes[box].fragments[fragment].link = reference.link
            }
        }
        var number = SetLine(boxes: boxes, x: 0)
        number.x = reference.room - number.width
        let pitch = shaper.word(". ", style.face).width * style.size
        // They end at the same place on all lines, so that dots stand under each other.
        let usual = reference.room - style.size * 1.6
        let lack = max(0, usual - (number.x - style.size * 0.3))
        let end = usual - (lack / pitch).rounded(.up) * pitch
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

    private func text(of place: PageReference.Place) -> String? {
        switch place {
        case .page(let anchor):
            destinations[anchor].map { String(pages[$0.page].number) }
        case .afterLastPage(let words):
            pages.last.map { "\(words) \($0.number)" }
        case .words(let words): words
        }
    }
}
