import DocumentModel
import ThemeModel

/// A table at one size of type: how wide its columns are and where figures line up.
struct TableSetting {
    let table: Table
    let size: Double
    let columns: ColumnWidths
    /// Left edges of the columns and the right edge of the last one.
    let edges: [Double]
    let figures: [FigureColumn]
    let colours: Colours

    /// Cells that are remembered while columns are measured.
    private static let mostSeen = 4_096

    /// Space inside cells, left and right.
    var inset: Double { size * 0.36 }
    /// Space inside cells, above and below.
    var rowInset: Double { size * 0.24 }

    func style(_ face: Face) -> TextStyle {
        TextStyle(face: face, size: size, colour: colours.text)
    }

    func face(of kind: Table.Row.Kind) -> Face {
        switch kind {
        case .normal: .regular
        case .total, .group: .bold
        }
    }

    init(table: Table, size: Double, width: Double, shaper: TextShaper, colours: Colours) {
        self.table = table
        self.size = size
        self.colours = colours
        let inset = size * 0.36
        let plain = TextStyle(face: .regular, size: size, colour: colours.text)
        let bold = plain.with(.bold)
        var demands = table.columns.map { _ in ColumnDemand(minimum: 0, preferred: 0) }
        var figures = table.columns.map { _ in FigureColumn() }

        // Equal cells of a column want equal room; most are equal to one not far above.
        var seen: Set<CellKey> = []
        for row in table.rows where row.kind != .group {
            let style = row.kind == .total ? bold : plain
            for (column, text) in row.cells.prefix(table.columns.count).enumerated() {
                let key = CellKey(text: text, column: column, isBold: row.kind == .total)
                guard seen.insert(key).inserted else { continue }
                if seen.count > Self.mostSeen { seen = [] }
                if table.columns[column].alignment == .decimal, let figure = FigureText(text) {
                    let whole = shaper.width(of: figure.whole, style)
                    let rest = shaper.width(of: figure.rest, style)
                    figures[column].whole = max(figures[column].whole, whole)
                    figures[column].rest = max(figures[column].rest, rest)
                } else {
                    let demand = CellDemand(text, style, shaper)
                    demands[column].include(demand)
                    if !text.contains(where: \.isLetter) {
                        demands[column].firm = max(demands[column].firm, demand.longest)
                        figures[column].mark = max(figures[column].mark, demand.natural)
                    }
                }
            }
        }
        for column in table.columns.indices {
            let figure = figures[column].whole + figures[column].rest
            demands[column].firm = max(demands[column].firm, figure, size)
            demands[column].minimum = max(demands[column].minimum, figure)
            demands[column].preferred = max(demands[column].preferred, figure)
        }
        // Headings are set on two lines where there is room, else on up to three before they ask for more.
        let cells = HeadGrid(table.head, columns: table.columns.count).cells
        let settings = [2.0, 3].lazy.map {
            Self.columns(demands, head: cells, lines: $0, style: bold, inset, width, shaper)
        }
        columns = settings.first(where: \.isAmple) ?? settings[1]
        var edges = [0.0]
        for column in columns.widths { edges.append((edges.last ?? 0) + column) }
        self.edges = edges
        self.figures = figures
    }

    /// The columns with their headings on so many lines.
    private static func columns(
        _ body: [ColumnDemand],
        head: [HeadGrid.Cell],
        lines: Double,
        style: TextStyle,
        _ inset: Double,
        _ width: Double,
        _ shaper: TextShaper
    ) -> ColumnWidths {
        var demands = body
        var spans: [SpanDemand] = []
        for cell in head {
            let demand = CellDemand(cell.text, style, shaper)
            if cell.columns.count == 1 {
                demands[cell.columns.lowerBound].include(demand.on(lines, size: style.size))
            } else {
                spans.append(
                    SpanDemand(columns: cell.columns, minimum: demand.longest + 2 * inset)
                )
            }
        }
        for column in demands.indices {
            demands[column].minimum += 2 * inset
            demands[column].preferred += 2 * inset
            demands[column].firm += 2 * inset
        }
        return ColumnWidths(demands, spans: spans, available: width)
    }

    /// Where the decimal commas of a column stand: its figures as a block in the column's middle, but
    /// never far from the right edge.
    func commaPosition(_ column: Int) -> Double {
        let inner = columns.widths[column] - 2 * inset
        let shift = min(max(0, (inner - figures[column].width) / 2), size * 3)
        return edges[column + 1] - inset - shift - figures[column].rest
    }

    /// Where dashes and other marks of a decimal column end.
    func figureEnd(_ column: Int) -> Double {
        commaPosition(column) + figures[column].rest
    }
}

/// The figures of a decimal column, in points.
struct FigureColumn {
    /// The widest whole part.
    var whole = 0.0
    /// The widest rest from the decimal comma on.
    var rest = 0.0
    /// The widest dash or range, which lines up at its end.
    var mark = 0.0

    var width: Double { max(whole + rest, mark) }
}

/// What one cell needs, in points.
private struct CellDemand {
    var longest = 0.0
    var natural = 0.0

    init(_ text: String, _ style: TextStyle, _ shaper: TextShaper) {
        for box in shaper.boxes(of: text, style) {
            longest = max(longest, box.width)
            natural += box.width + box.blankWidth
        }
    }

    /// The same as several lines, which are seldom full; a short text wants one while there is room.
    func on(_ lines: Double, size: Double) -> CellDemand {
        guard lines > 2 || natural > 5 * size else { return self }
        var narrow = self
        narrow.natural = max(longest, natural / lines * 1.15)
        return narrow
    }
}

extension ColumnDemand {
    fileprivate mutating func include(_ cell: CellDemand) {
        minimum = max(minimum, cell.longest)
        preferred = max(preferred, cell.natural)
    }
}
