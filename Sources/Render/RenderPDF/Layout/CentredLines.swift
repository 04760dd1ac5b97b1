import ThemeModel

/// Sets short centred lines one under another: heads, titles, signatures.
struct CentredLines {
    let paragraphs: ParagraphLayout
    /// Left edge and width of the column in which they are centred, in points.
    let x: Double
    let width: Double
    /// Where the next line begins.
    var y: Double
    private(set) var pieces: [Piece] = []
    /// The widest of the lines added last.
    private(set) var lastWidth = 0.0

    init(_ paragraphs: ParagraphLayout, x: Double, width: Double, y: Double) {
        self.paragraphs = paragraphs
        self.x = x
        self.width = width
        self.y = y
    }

    mutating func add(
        _ text: String,
        _ style: TextStyle,
        owner: StructureElement,
        spacing: Double = 1
    ) {
        guard !text.isEmpty else { return }
        let lines = setLines(
            paragraphs.shaper.boxes(of: text, style),
            width: width,
            alignment: .centre,
            filling: .balanced,
            shaper: paragraphs.shaper
        )
        lastWidth = lines.map(\.width).max() ?? 0
        for line in lines {
            let baseline = y + paragraphs.baseline(style, spacing: spacing)
            pieces.append(
                Piece(
                    x: x,
                    y: baseline,
                    content: .line(line.endingWithBlank(paragraphs.shaper)),
                    owner: .element(owner)
                )
            )
            y += paragraphs.pitch(style, spacing: spacing)
        }
    }

    /// A rule centred below the lines added last, as long as `part` of the widest.
    mutating func addRule(part: Double) {
        let length = lastWidth * part
        guard length > 0 else { return }
        y += 3
        pieces.append(
            Piece(
                x: x + (width - length) / 2,
                y: y,
                content: .rule(
                    length: length,
                    thickness: 0.6,
                    paragraphs.theme.colours.text
                ),
                owner: .artifact(.layout)
            )
        )
    }
}
