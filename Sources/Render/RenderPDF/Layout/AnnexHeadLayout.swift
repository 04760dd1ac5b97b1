import DocumentModel
import ThemeModel

/// Lays out label, title and reference of an annex.
struct AnnexHeadLayout {
    let paragraphs: ParagraphLayout
    /// Points.
    let width: Double

    private static let size = 14.0

    func flow(_ annex: Annex, parent: StructureElement) -> [FlowBox] {
        let heading = StructureElement(.heading2)
        parent.children.append(.element(heading))
        let style = TextStyle(
            face: .bold,
            size: Self.size,
            colour: paragraphs.theme.colours.text
        )
        var lines = CentredLines(paragraphs, x: 0, width: width, y: 0)
        lines.add(annex.label, style, owner: heading)
        lines.add(annex.title, style, owner: heading)
        if !annex.reference.isEmpty {
            let reference = StructureElement(.paragraph)
            parent.children.append(.element(reference))
            lines.add(annex.reference, style.with(.italic), owner: reference)
        }
        return [
            FlowBox(
                height: lines.y + 4,
                keepsWithNext: true,
                pieces: lines.pieces,
                anchors: [annex.anchor],
                outline: FlowBox.Outline(level: 1, title: annex.heading)
            )
        ]
    }
}
