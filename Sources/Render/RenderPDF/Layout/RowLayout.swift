import DocumentModel
import ThemeModel

/// Lays out the rows of a table below its head.
struct RowLayout {
    let setting: TableSetting
    let paragraphs: ParagraphLayout
    let frame: TableFrame
    /// The height of a column of text below the head; a taller row is cut into slices.
    let maximum: Double

    /// Lines of cells set lately: equal cells share them.
    private var known: [CellKey: [SetLine]] = [:]
    /// More are not kept: names and codes come only once.
    private static let mostKnown = 4_096

    init(
        setting: TableSetting,
        paragraphs: ParagraphLayout,
        frame: TableFrame,
        maximum: Double
    ) {
        self.setting = setting
        self.paragraphs = paragraphs
        self.frame = frame
        self.maximum = maximum
    }

    /// A cell's lines, each already at its place in the row.
    private struct Cell {
        var lines: [SetLine]
        var owner: StructureElement
    }

    /// The strips of a row, one unless it is taller than a page; its cells stand below `rowElement`.
    mutating func boxes(of row: Table.Row, _ rowElement: StructureElement) -> [FlowBox] {
        let style = setting.style(setting.face(of: row.kind))
        let pitch = paragraphs.pitch(style, spacing: 1)
        let cells = row.kind == .group ? [groupCell(row, style)] : self.cells(of: row, style)
        for cell in cells { rowElement.children.append(.element(cell.owner)) }

        let count = max(cells.map(\.lines.count).max() ?? 1, 1)
        let perSlice = max(1, Int((maximum - 2 * setting.rowInset) / pitch))
        let kind: TableRowPlace.Kind =
            switch row.kind {
            case .normal: .normal
            case .total: .total
            case .group: .group
            }
        let first = paragraphs.baseline(style, spacing: 1)
        return stride(from: 0, to: count, by: perSlice).map { start in
            let end = min(count, start + perSlice)
            let above = start == 0 ? setting.rowInset : 0
            let below = end == count ? setting.rowInset : 0
            var pieces: [Piece] = []
            for cell in cells {
                for number in start..<min(end, max(start, cell.lines.count)) {
                    pieces.append(
                        Piece(
                            x: 0,
                            y: above + first + Double(number - start) * pitch,
                            content: .line(cell.lines[number]),
                            owner: .element(cell.owner)
                        )
                    )
                }
            }
            return FlowBox(
                height: above + Double(end - start) * pitch + below,
                pieces: pieces,
                table: TableRowPlace(frame: frame, kind: kind, endsRow: end == count)
            )
        }
    }

    private func groupCell(_ row: Table.Row, _ style: TextStyle) -> Cell {
        let owner = StructureElement(.headerCell)
        owner.scope = .row
        owner.columnSpan = setting.table.columns.count
        let lines = setLines(
            paragraphs.shaper.boxes(of: row.cells.first ?? "", style),
            width: max(frame.width - 2 * setting.inset, 1),
            alignment: .left,
            filling: .ragged,
            shaper: paragraphs.shaper
        )
        return Cell(lines: lines.map { $0.moved(setting.inset) }, owner: owner)
    }

    private mutating func cells(of row: Table.Row, _ style: TextStyle) -> [Cell] {
        var cells: [Cell] = []
        cells.reserveCapacity(setting.table.columns.count)
        for (number, column) in setting.table.columns.enumerated() {
            let owner = StructureElement(column.isRowHeader ? .headerCell : .dataCell)
            if column.isRowHeader { owner.scope = .row }
            let text = number < row.cells.count ? row.cells[number] : ""
            let key = CellKey(text: text, column: number, isBold: style.face == .bold)
            cells.append(Cell(lines: lines(for: key, column.alignment, style), owner: owner))
        }
        return cells
    }

    private mutating func lines(
        for key: CellKey,
        _ alignment: Table.Column.Alignment,
        _ style: TextStyle
    ) -> [SetLine] {
        if let set = known[key] { return set }
        let set = lines(of: key.text, key.column, alignment, style)
        if known.count >= Self.mostKnown { known = [:] }
        known[key] = set
        return set
    }

    private func lines(
        of text: String,
        _ column: Int,
        _ alignment: Table.Column.Alignment,
        _ style: TextStyle
    ) -> [SetLine] {
        let shaper = paragraphs.shaper
        let boxes = shaper.boxes(of: text, style)
        let left = setting.edges[column] + setting.inset
        let inner = max(setting.edges[column + 1] - setting.inset - left, 1)
        switch alignment {
        case .leading, .centre:
            return setLines(
                boxes,
                width: inner,
                alignment: alignment == .leading ? .left : .centre,
                filling: .ragged,
                shaper: shaper
            ).map { $0.moved(left) }
        case .decimal:
            if let figure = FigureText(text), setting.columns.fits {
                let whole = shaper.width(of: figure.whole, style)
                return [SetLine(boxes: boxes, x: setting.commaPosition(column) - whole)]
            }
            // Marks such as `-` end where the figures end; longer words take the whole cell.
            let end = setting.figureEnd(column)
            let natural = boxes.reduce(0) { $0 + $1.width + $1.blankWidth }
            let room = natural <= end - left ? end - left : inner
            return setLines(
                boxes,
                width: room,
                alignment: .right,
                filling: .ragged,
                shaper: shaper
            ).map { $0.moved(left) }
        }
    }
}
