import Vocabulary

/// The figures of a table: rows of equal width, the total apart.
struct TableGrid {
    struct Row {
        var values: [PrintedNumber?]
        /// Cells that are neither figures nor signs of none.
        var hasOther: [Bool]
        var text: String
        var place: LinePlace
    }

    var rows: [Row] = []
    var total: Row?
    private(set) var width = 0
    /// Headings of the columns, all lines in one.
    private var heads: [[Token]] = []
    /// Rows within rows: `Trong đó`, `I`, `1`.
    private(set) var isNested = false
    let isGuessed: Bool
    private let words: AuditWords

    /// `nil` where rows differ in width, so that columns are not known, or where there are too few.
    init?(_ table: TextTable, words: AuditWords) {
        self.words = words
        isGuessed = table.isGuessed
        let body = table.rows.filter { !$0.isHead && $0.cells.contains(where: Self.isFigure) }
        guard body.count > 2, let widest = body.map(\.cells.count).max(), widest > 1, widest <= 60
        else { return nil }
        if isGuessed {
            width = body.map { Self.figureCount($0.cells) }.max() ?? 0
        } else {
            width = widest
        }
        var totals: [(index: Int, row: Row)] = []
        for row in body {
            var cells = row.cells
            if isGuessed {
                guard Self.figureCount(cells) == width else { return nil }
                cells = Array(cells.suffix(width))
            } else {
                guard cells.count == width else { return nil }
            }
            let values = cells.map(Self.number)
            let made = Row(
                values: values,
                hasOther: zip(cells, values).map { $1 == nil && !Self.isNone($0) },
                text: row.cells.joined(separator: " | "),
                place: row.place
            )
            let label = TokenScanner.tokens(
                of: Array(
                    (row.cells.first { Self.number($0) == nil && !$0.isEmpty && !Self.isNone($0) }
                        ?? "").unicodeScalars
                )
            )
            if isTotal(label) {
                totals.append((rows.count, made))
            } else {
                if isPart(label) || isNumeral(row.cells) { isNested = true }
                rows.append(made)
            }
        }
        guard !rows.isEmpty else { return nil }
        // One total, at the head or the foot.
        if totals.count == 1, totals[0].index == 0 || totals[0].index == rows.count {
            total = totals[0].row
        }
        if !isGuessed { readHeads(table) }
    }

    private mutating func readHeads(_ table: TextTable) {
        heads = Array(repeating: [], count: width)
        for row in table.rows {
            if !row.isHead, row.cells.contains(where: Self.isFigure) { break }
            for (column, cell) in row.cells.enumerated() where column < width {
                heads[column] += TokenScanner.tokens(of: Array(cell.unicodeScalars))
            }
        }
    }

    private func isTotal(_ label: [Token]) -> Bool {
        guard let length = words[.totalRows].length(at: 0, in: label) else { return false }
        return length == label.count || label[length].isMark("(") || label[length].isMark(":")
    }

    private func isPart(_ label: [Token]) -> Bool {
        words[.partsOfRows].length(at: 0, in: label) != nil
    }

    /// `I`, `II`, `A` before a name: rows of groups.
    private func isNumeral(_ cells: [String]) -> Bool {
        guard let cell = cells.first, !cell.isEmpty, cell.utf8.count <= 4 else { return false }
        return cell.unicodeScalars.allSatisfy { "IVXAB.".unicodeScalars.contains($0) }
            && cells.dropFirst().first.map { Self.number($0) == nil && !Self.isNone($0) } == true
    }

    /// Whether the heading says that a column's values do not add up.
    func isNotAdded(_ column: Int) -> Bool {
        heads.indices.contains(column)
            && words[.notAdded].occurs(in: heads[column].indices, of: heads[column])
    }

    /// Whether a column tells changes: by its heading, or by signs.
    func isChange(_ column: Int) -> Bool {
        if rows.contains(where: { $0.values[column]?.hasSign == true }) { return true }
        guard heads.indices.contains(column) else { return false }
        return [AuditWords.List.rises, .falls, .compared].contains {
            words[$0].occurs(in: heads[column].indices, of: heads[column])
        }
    }

    /// Whether a column has whole numbers alone.
    func isWhole(_ column: Int) -> Bool {
        rows.allSatisfy { ($0.values[column]?.places ?? 0) == 0 }
    }

    /// The sum of a column over all rows, and what it may be; `nil` where a cell cannot be added.
    func sum(of column: Int) -> (ExactDecimal, Span)? {
        var sum = ExactDecimal.zero
        var span = Span(exactly: .zero)
        var count = 0
        for row in rows {
            if row.hasOther[column] { return nil }
            guard let value = row.values[column] else { continue }
            guard let next = sum.adding(value.value), let own = Span(value),
                let wider = span.plus(own)
            else { return nil }
            (sum, span) = (next, wider)
            count += 1
        }
        return count > 0 ? (sum, span) : nil
    }

    private static func figureCount(_ cells: [String]) -> Int {
        cells.reversed().prefix { number($0) != nil || isNone($0) || isPair($0) }.count
    }

    private static func isFigure(_ cell: String) -> Bool { number(cell) != nil }

    /// A figure alone in its cell, with its sign and percent sign.
    private static func number(_ cell: String) -> PrintedNumber? {
        var scalars = cell.unicodeScalars.filter { !$0.isSpace }[...]
        if scalars.last == "%" { scalars = scalars.dropLast() }
        let sign = scalars.first
        if sign == "+" || sign == "-" || sign == "−" { scalars = scalars.dropFirst() }
        guard scalars.first?.isDigit == true,
            scalars.allSatisfy({ $0.isDigit || $0 == "." || $0 == "," }),
            var number = PrintedNumber(Array(scalars)[...])
        else { return nil }
        if sign == "-" || sign == "−" { number = number.negative }
        if sign == "+" { number.hasSign = true }
        return number
    }

    private static func isPair(_ cell: String) -> Bool {
        cell.contains("/")
            && cell.unicodeScalars.allSatisfy { $0.isDigit || "/.,".unicodeScalars.contains($0) }
    }

    private static func isNone(_ cell: String) -> Bool {
        ["", "-", "–", "—", "x", "…", "..."].contains(cell)
    }
}
