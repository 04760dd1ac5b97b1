import ThemeModel

/// The rows of one table that stand on one page.
struct TablePart {
    var frame: TableFrame
    /// Where the fills and rules go among the page's pieces: beneath the text.
    var firstPiece: Int
    /// Points from the top of the column.
    var top: Double
    var headBottom: Double?
    var rows: [Row] = []

    struct Row {
        var kind: TableRowPlace.Kind
        var endsRow: Bool
        var top: Double
        var bottom: Double
    }

    init(frame: TableFrame, firstPiece: Int, top: Double) {
        self.frame = frame
        self.firstPiece = firstPiece
        self.top = top
    }
}

/// Fills and rules of a table, drawn at once for each page.
struct TableDecoration {
    let colours: Colours

    static let heavy = 1.0
    static let middle = 0.6
    static let faint = 0.4

    func pieces(of part: TablePart) -> [Piece] {
        let frame = part.frame
        let heads = part.rows.filter { $0.kind == .head }
        let body = part.rows.filter { $0.kind != .head }
        let headBottom = part.headBottom ?? heads.last?.bottom ?? part.top
        let bottom = part.rows.last?.bottom ?? headBottom
        var pieces: [Piece] = []
        func fill(_ top: Double, _ bottom: Double, _ colour: Colour) {
            guard bottom > top else { return }
            pieces.append(
                piece(frame.left, top, .fill(width: frame.width, height: bottom - top, colour))
            )
        }
        func rule(_ y: Double, _ thickness: Double, _ colour: Colour) {
            pieces.append(
                piece(
                    frame.left,
                    y,
                    .rule(length: frame.width, thickness: thickness, colour)
                )
            )
        }
        fill(part.top, headBottom, colours.headFill)
        for row in body where row.kind == .total { fill(row.top, row.bottom, colours.totalFill) }
        for row in body.dropLast() where row.endsRow {
            rule(row.bottom, Self.faint, colours.faintRule)
        }
        for head in frame.headRules {
            pieces.append(
                piece(
                    head.x,
                    part.top + head.y,
                    .rule(length: head.length, thickness: Self.faint, colours.rule)
                )
            )
        }
        rule(part.top, Self.heavy, colours.rule)
        rule(headBottom, Self.middle, colours.rule)
        rule(bottom, Self.heavy, colours.rule)
        return pieces
    }

    private func piece(_ x: Double, _ y: Double, _ content: Piece.Content) -> Piece {
        Piece(x: x, y: y, content: content, owner: .artifact(.layout))
    }
}
