import DatasetModel
import Diagnostics
import PeriodModel

/// Finds the first table of a file or sheet: its heading rows, and what every record is.
///
/// `isHeading` knows the headings of the schema, where there is one, and `isUnit` the names of units of
/// measure.
func tableLayout(
    of table: CellTable,
    words: ReadingWords,
    pins: ReadingPins,
    isHeading: ((String) -> Bool)? = nil,
    isUnit: ((String) -> Bool)? = nil
) -> TableLayout {
    let view = TableView(table, words: ReadingMatcher(words))
    var finder = LayoutFinder(view, pins: pins, isHeading: isHeading, isUnit: isUnit)
    return finder.layout()
}

/// The steps of the search: where the table starts, its headings, what the rows are, where it ends.
struct LayoutFinder {
    let view: TableView
    let pins: ReadingPins
    let isHeading: ((String) -> Bool)?
    let isUnit: ((String) -> Bool)?
    /// Cells of a row.
    var width = 1
    /// Cells that rows usually have something in.
    var usualFill = 1
    /// The first record of the table.
    var start = 0
    var headings: [Int] = []
    /// `(1) (2) (3)` below the headings.
    var numbersRow: Int?
    var columns: ColumnKinds
    var evidence = Bilingual(vi: "", en: "")
    var kinds: [RecordKind]
    /// Where another table begins.
    var furtherTable: Int?

    init(
        _ view: TableView,
        pins: ReadingPins,
        isHeading: ((String) -> Bool)?,
        isUnit: ((String) -> Bool)?
    ) {
        self.view = view
        self.pins = pins
        self.isHeading = isHeading
        self.isUnit = isUnit
        columns = ColumnKinds(view, rows: [], width: 0)
        kinds = Array(repeating: .data, count: view.rows.count)
    }

    mutating func layout() -> TableLayout {
        guard view.rows.contains(where: { !$0.isBlank && !$0.isComment }) else {
            return TableLayout(
                kinds: view.rows.map { .leftOut($0.isComment ? .comment : .blank) },
                headings: [],
                width: 0,
                evidence: Bilingual(vi: "không có dòng nào", en: "there is no row")
            )
        }
        measure()
        findStart()
        findHeadings()
        takeSparseRows()
        nameRows()
        return TableLayout(
            kinds: kinds,
            headings: headings,
            width: width,
            evidence: evidence
        )
    }

    /// The width and the usual fill of the first table.
    private mutating func measure() {
        var widths: [Int: Int] = [:]
        var fills: [Int: Int] = [:]
        for row in view.rows[firstTable()] where row.isShown {
            widths[row.count, default: 0] += 1
            if row.filled > 1 { fills[row.filled, default: 0] += 1 }
        }
        // In a short form, lines of titles and signatures may outnumber the rows.
        if isHeading != nil, let most = fills.keys.max() {
            fills = fills.filter { $0.key * 3 > most }
        }
        width = widths.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
        usualFill = Self.middle(of: fills) ?? 1
    }

    /// The rows up to where another length begins and stays.
    private func firstTable() -> Range<Int> {
        let rows = view.rows
        var counts: [Int: Int] = [:]
        for row in rows where row.hasCells { counts[row.count, default: 0] += 1 }
        guard let largest = counts.values.max() else { return rows.indices }
        // The first length that has a good part of the rows that the most common one has.
        var seen: [Int: (count: Int, first: Int)] = [:]
        for (index, row) in rows.enumerated() where row.hasCells {
            let first = seen[row.count]?.first ?? index
            let count = (seen[row.count]?.count ?? 0) + 1
            seen[row.count] = (count, first)
            if count >= 3, (counts[row.count] ?? 0) * 4 >= largest || largest <= 3 {
                return first..<endOfTable(from: first, width: row.count)
            }
        }
        return rows.indices
    }

    /// Behind the last row of this length that comes before more than a few of others.
    private func endOfTable(from first: Int, width: Int) -> Int {
        var last = first
        var strangers = 0
        for index in first..<view.rows.count where view.rows[index].isShown {
            if view.rows[index].count == width {
                last = index
                strangers = 0
            } else if view.rows[index].filled > 1 {
                strangers += 1
                if strangers > 5 { break }
            }
        }
        return last + 1
    }

    /// The middle one of numbers that are counted.
    private static func middle(of counts: [Int: Int]) -> Int? {
        let half = counts.values.reduce(0, +) / 2
        var seen = 0
        for number in counts.keys.sorted() {
            seen += counts[number] ?? 0
            if seen > half { return number }
        }
        return nil
    }

    /// Whether a row has as much in it as rows of the table have.
    func isTabular(_ row: Int) -> Bool {
        let own = view.rows[row]
        guard !own.isComment, !own.isBlank else { return false }
        if width == 1 || usualFill == 1 { return true }
        guard own.count * 2 > width else { return false }
        if own.filled >= 2, own.filled * 2 >= usualFill { return true }
        // Values alone, or cells behind an empty first one, are no title.
        return own.count == width
            && (own.first > 0 && width == 2 || view.shape(row, own.first).isValue)
    }

    /// The first record that is no title: tabular, or a row of group headings right above such a row.
    private mutating func findStart() {
        if let lines = pins.preambleLines {
            start = view.table.records.firstIndex { $0.line > lines } ?? view.rows.count
            return
        }
        guard let first = view.rows.indices.first(where: isTabular) else {
            start = view.rows.firstIndex { !$0.isBlank && !$0.isComment } ?? 0
            return
        }
        start = first
        // In a table of two columns a row may well have one cell; titles stand apart from it.
        if width == 2, start > 0, view.rows[start - 1].count == 2, view.rows[start - 1].filled == 1
        {
            start -= 1
        }
        if width == 1 { start = 0 }
        while start > 0, width > 2 {
            let above = view.rows[start - 1]
            guard above.filled >= 2, !above.isComment, above.count == width,
                !isTitleLine(start - 1)
            else { break }
            start -= 1
        }
    }

    /// Rows with a single cell above data that no heading names: data too, when that cell is of a kind that
    /// its column has and titles are not.
    private mutating func takeSparseRows() {
        guard headings.isEmpty, pins.preambleLines == nil, width > 2 else { return }
        while start > 0 {
            let own = view.rows[start - 1]
            guard own.filled == 1, own.count == width, !own.isComment,
                own.first < columns.kinds.count
            else { return }
            let kind = ColumnKinds.kind(view.shape(start - 1, own.first))
            guard kind == columns.kinds[own.first], kind != .words, kind != .empty else { return }
            start -= 1
        }
    }

    /// A line of the heading of a document: its cells are far longer than headings are, or name a unit.
    func isTitleLine(_ row: Int) -> Bool {
        for column in 0..<min(view.rows[row].count, 100) {
            let words = view.words(row, column)
            if words.isEmpty { continue }
            if view.matcher.isUnitLine(words), view.rows[row].filled == 1 { return true }
        }
        return false
    }
}

extension RowView {
    fileprivate var isShown: Bool { !isBlank && !isComment }
    fileprivate var hasCells: Bool { isShown && filled > 1 }
}
