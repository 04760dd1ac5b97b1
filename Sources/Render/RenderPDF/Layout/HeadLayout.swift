import DocumentModel
import ThemeModel

/// Lays out the heading rows of a table, once for readers and once to be repeated on later pages.
struct HeadLayout {
    let setting: TableSetting
    let paragraphs: ParagraphLayout
    /// The table.
    let element: StructureElement

    func layOut(
        _ head: [[Table.HeadCell]],
        left: Double,
        width: Double
    ) -> (boxes: [FlowBox], frame: TableFrame) {
        let grid = HeadGrid(head, columns: setting.table.columns.count)
        let style = setting.style(.bold)
        let pitch = paragraphs.pitch(style, spacing: 1)
        let cells = grid.cells.map { cell in
            let inner =
                setting.edges[cell.columns.upperBound] - setting.edges[cell.columns.lowerBound]
                - 2 * setting.inset
            return setLines(
                paragraphs.shaper.boxes(of: cell.text, style),
                width: max(inner, 1),
                alignment: .centre,
                filling: .balanced,
                shaper: paragraphs.shaper
            )
        }
        let heights = rowHeights(grid, cells, pitch: pitch)
        let tops = heights.reduce(into: [0.0]) { $0.append(($0.last ?? 0) + $1) }
        let total = tops.last ?? 0

        let section = StructureElement(.tableHead)
        if grid.rowCount > 0 { element.children.append(.element(section)) }
        let rows = (0..<grid.rowCount).map { _ in
            let row = StructureElement(.tableRow)
            section.children.append(.element(row))
            return row
        }
        var boxPieces: [[Piece]] = Array(repeating: [], count: grid.rowCount)
        var repeated: [Piece] = []
        var rules: [(x: Double, y: Double, length: Double)] = []
        for (cell, lines) in zip(grid.cells, cells) {
            let owner = StructureElement(.headerCell)
            owner.scope = .column
            owner.columnSpan = cell.columns.count
            owner.rowSpan = cell.rows.count
            rows[cell.rows.lowerBound].children.append(.element(owner))
            let height = tops[cell.rows.upperBound] - tops[cell.rows.lowerBound]
            let free = (height - Double(lines.count) * pitch) / 2
            let x = setting.edges[cell.columns.lowerBound] + setting.inset
            var baseline =
                tops[cell.rows.lowerBound] + free + paragraphs.baseline(style, spacing: 1)
            for line in lines {
                repeated.append(
                    Piece(x: x, y: baseline, content: .line(line), owner: .artifact(.header))
                )
                boxPieces[cell.rows.lowerBound].append(
                    Piece(
                        x: x,
                        y: baseline - tops[cell.rows.lowerBound],
                        content: .line(line),
                        owner: .element(owner)
                    )
                )
                baseline += pitch
            }
            if cell.rows.upperBound < grid.rowCount {
                rules.append(
                    (
                        x: setting.edges[cell.columns.lowerBound] + setting.inset,
                        y: tops[cell.rows.upperBound],
                        length: setting.edges[cell.columns.upperBound]
                            - setting.edges[cell.columns.lowerBound] - 2 * setting.inset
                    )
                )
            }
        }
        let frame = TableFrame(
            left: left,
            width: width,
            headHeight: total,
            repeatedHead: repeated,
            headRules: rules
        )
        let boxes = boxPieces.enumerated().map { row, pieces in
            FlowBox(
                height: heights[row],
                spaceBefore: row == 0 ? 4 : 0,
                keepsWithNext: true,
                pieces: pieces,
                table: TableRowPlace(frame: frame, kind: .head)
            )
        }
        return (boxes, frame)
    }

    private func rowHeights(_ grid: HeadGrid, _ cells: [[SetLine]], pitch: Double) -> [Double] {
        func needed(_ lines: [SetLine]) -> Double {
            Double(max(lines.count, 1)) * pitch + 2 * setting.rowInset
        }
        var heights = Array(repeating: pitch + 2 * setting.rowInset, count: grid.rowCount)
        for (cell, lines) in zip(grid.cells, cells) where cell.rows.count == 1 {
            let row = cell.rows.lowerBound
            heights[row] = max(heights[row], needed(lines))
        }
        for (cell, lines) in zip(grid.cells, cells) where cell.rows.count > 1 {
            let lacking = needed(lines) - heights[cell.rows].reduce(0, +)
            if lacking > 0 { heights[cell.rows.upperBound - 1] += lacking }
        }
        return heights
    }
}
