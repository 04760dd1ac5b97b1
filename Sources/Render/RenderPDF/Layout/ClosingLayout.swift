import CairoKit
import DocumentModel
import ThemeModel

/// Lays out recipients and signature side by side (ô 7a, 7b, 9b); never over two pages.
struct ClosingLayout {
    let paragraphs: ParagraphLayout
    /// Points.
    let width: Double

    private var theme: Theme { paragraphs.theme }

    private static let signatureSize = 14.0
    /// The share of the signature that the seal covers (Phụ lục I, Phần II, mục 8).
    private static let overlap = 1.0 / 3

    func flow(_ closing: Closing, parent: StructureElement) -> [FlowBox] {
        let recipients = recipientPieces(closing, parent)
        let signature = signaturePieces(closing, parent)
        let height = max(recipients.height, signature.height)
        guard height > 0 else { return [] }
        return [
            FlowBox(
                height: height,
                spaceBefore: theme.spaces.paragraph * 2,
                pieces: recipients.pieces + signature.pieces,
                zones: signature.zones
            )
        ]
    }

    private func recipientPieces(
        _ closing: Closing,
        _ parent: StructureElement
    ) -> (pieces: [Piece], height: Double) {
        guard !closing.recipients.isEmpty else { return ([], 0) }
        // Nearly half of the page: names of recipients are long, and the signer stands in the other half.
        let column = width / 2 - theme.sizes.recipients
        let labelStyle = TextStyle(
            face: .boldItalic,
            size: theme.sizes.recipientsLabel,
            colour: theme.colours.text
        )
        let style = TextStyle(
            face: .regular,
            size: theme.sizes.recipients,
            colour: theme.colours.text
        )
        var pieces: [Piece] = []
        var y = 0.0
        func add(
            _ text: String,
            _ style: TextStyle,
            _ owner: StructureElement,
            after mark: SetLine? = nil
        ) {
            let blank = paragraphs.shaper.word(" ", style.face).width * style.size
            let lines = setLines(
                paragraphs.shaper.boxes(of: text, style),
                width: column,
                firstIndent: mark.map { $0.width + blank } ?? 0,
                alignment: .left,
                filling: .ragged,
                shaper: paragraphs.shaper
            )
            for line in lines {
                pieces.append(
                    Piece(
                        x: 0,
                        y: y + paragraphs.baseline(style, spacing: 1.05),
                        content: .line(line),
                        owner: .element(owner)
                    )
                )
                y += paragraphs.pitch(style, spacing: 1.05)
            }
        }
        let label = StructureElement(.paragraph)
        parent.children.append(.element(label))
        add(closing.recipientsLabel, labelStyle, label)
        let list = StructureElement(.list)
        list.listNumbering = .disc
        parent.children.append(.element(list))
        for line in closing.recipients {
            let item = StructureElement(.listItem)
            list.children.append(.element(item))
            // The dash of an item is its label.
            let mark = line.hasPrefix("- ") ? markPiece("-", style, y, item) : nil
            if let mark { pieces.append(mark.piece) }
            let body = StructureElement(.listBody)
            item.children.append(.element(body))
            add(String(line.dropFirst(mark == nil ? 0 : 2)), style, body, after: mark?.line)
        }
        return (pieces, y)
    }

    private func markPiece(
        _ mark: String,
        _ style: TextStyle,
        _ y: Double,
        _ item: StructureElement
    ) -> (line: SetLine, piece: Piece) {
        let label = StructureElement(.listLabel)
        item.children.append(.element(label))
        let line = SetLine(boxes: paragraphs.shaper.boxes(of: mark, style), x: 0)
            .endingWithBlank(paragraphs.shaper)
        let piece = Piece(
            x: 0,
            y: y + paragraphs.baseline(style, spacing: 1.05),
            content: .line(line),
            owner: .element(label)
        )
        return (line, piece)
    }

    private func signaturePieces(
        _ closing: Closing,
        _ parent: StructureElement
    ) -> (pieces: [Piece], zones: [ZonePlace], height: Double) {
        let style = TextStyle(
            face: .bold,
            size: Self.signatureSize,
            colour: theme.colours.text
        )
        let column = width * 0.5
        var lines = CentredLines(paragraphs, x: width - column, width: column, y: 0)
        if !closing.position.isEmpty {
            let element = StructureElement(.paragraph)
            parent.children.append(.element(element))
            for line in closing.position { lines.add(line, style, owner: element) }
        }
        // Whoever signs may not be known yet.
        let isSigned =
            !closing.position.isEmpty || closing.signer != nil || !closing.recipients.isEmpty
        let zones = isSigned ? zones(centre: width - column / 2, top: lines.y) : []
        lines.y += zones.map(\.height).max() ?? 0
        if let signer = closing.signer {
            let element = StructureElement(.paragraph)
            parent.children.append(.element(element))
            lines.add(signer, style, owner: element)
        }
        return (lines.pieces, zones, lines.y)
    }

    /// The signature in the middle of its column, the seal over a third of it at its left.
    private func zones(centre: Double, top: Double) -> [ZonePlace] {
        let unit = PageGeometry.pointsPerMillimetre
        let (signature, seal) = (theme.signing.signature * unit, theme.signing.seal * unit)
        let left = centre - signature / 2
        return [
            ZonePlace(kind: .signature, x: left, y: top, width: signature, height: seal),
            ZonePlace(
                kind: .seal,
                x: max(0, left + signature * Self.overlap - seal),
                y: top,
                width: seal,
                height: seal
            ),
        ]
    }
}
