import Diagnostics
import PeriodModel
import Vocabulary

extension LayoutFinder {
    private static let headingLimit = 3

    /// Which of the first rows are headings.
    mutating func findHeadings() {
        let rows = view.rows.indices.dropFirst(start).filter { !view.rows[$0].isBlank }
        let tabular = rows.filter(isTabular)
        // Headings are among the first rows; what the columns hold is told by those below.
        let block = mainBlock(of: tabular)
        let below = block.dropFirst(min(4, max(1, block.count / 2)))
        columns = ColumnKinds(view, rows: below.isEmpty ? tabular[...] : below, width: width)
        // They stand below the headings, of which there may be as many as are pinned.
        numbersRow = rows.prefix(pins.headerRows.map { min($0, 6) + 1 } ?? 7)
            .first { isNumbersRow($0, above: tabular) }
        if numbersRow == rows.first, rows.count == 1 { numbersRow = nil }
        if let pinned = pins.headerRows {
            headings = Array(rows.filter { $0 != numbersRow }.prefix(max(0, pinned)))
            evidence = Bilingual(
                vi: "\(headings.count) dòng tiêu đề, do người dùng chỉ định",
                en: "\(headings.count) heading rows, given by the user"
            )
            return
        }
        if let numbersRow {
            headings = Array(rows.prefix { $0 < numbersRow }.suffix(Self.headingLimit + 1))
            start = headings.first ?? numbersRow
            evidence = Bilingual(
                vi: "các dòng ngay trên dòng đánh số cột",
                en: "the rows right above the row of column numbers"
            )
            return
        }
        if findKnownHeadings(rows) { return }
        if width == 1 { findHeadingOfOneColumn(rows) } else { findHeadingsByContrast(rows) }
        takeMergedRows()
    }

    /// A heading cell that is merged with those below it shows that their rows are headings too.
    private mutating func takeMergedRows() {
        while headings.count < Self.headingLimit, let last = headings.last,
            last + 1 < view.rows.count, view.table.isMerged(last, with: last + 1)
        {
            headings.append(last + 1)
        }
    }

    /// Rows that hold headings of the schema.
    private mutating func findKnownHeadings(_ rows: [Int]) -> Bool {
        guard let isHeading else { return false }
        func known(_ row: Int) -> Int {
            (0..<min(view.rows[row].count, 1000)).count { column in
                let words = view.words(row, column)
                return !words.isEmpty && isHeading(words)
            }
        }
        let from = pins.preambleLines == nil ? 0 : start
        let counts = view.rows.indices.prefix(from + 60).map { $0 < from ? 0 : known($0) }
        guard let most = counts.max(), most > 0 else { return false }
        let needed = max(1, most / 3)
        guard var first = counts.firstIndex(where: { $0 >= needed }) else { return false }
        var last = first
        for row in counts.indices.dropFirst(first + 1).prefix(Self.headingLimit - 1)
        where counts[row] >= needed && !view.areEqual(row, first) {
            last = row
        }
        // A row of parts below group headings: words only, in columns of something else.
        while last - first + 1 < Self.headingLimit, let next = next(after: last, in: rows),
            next == last + 1, view.rows[next].first > view.rows[first].first,
            view.rows[next].filled < view.rows[first].filled,
            case let (unlike, like) = columns.contrast(of: next, in: view), unlike > 0, like == 0
        {
            last = next
        }
        if let next = next(after: last, in: rows), next == last + 1, isUnitsRow(next) {
            last = next
        }
        // Above: the names of groups, beside names that the row below leaves to them.
        while first > 0, last - first < Self.headingLimit - 1, counts[first - 1] > 0,
            (0..<view.rows[first - 1].count).contains(where: { column in
                view.words(first, column).isEmpty && isHeading(view.words(first - 1, column))
            })
        {
            first -= 1
        }
        headings = Array(first...last)
        start = first
        evidence = Bilingual(
            vi: "\(most) ô là tên cột của biểu mẫu",
            en: "\(most) cells are headings of the form"
        )
        return true
    }

    /// Whether a row below headings gives nothing but the units of measure of its columns.
    private func isUnitsRow(_ row: Int) -> Bool {
        guard let isUnit else { return false }
        var units = 0
        for column in 0..<min(view.rows[row].count, 1000) {
            let words = view.words(row, column)
            if words.isEmpty || view.matcher.isUnitLine(words) { continue }
            guard isUnit(words) else { return false }
            units += 1
        }
        return units > 0
    }

    private mutating func findHeadingsByContrast(_ rows: [Int]) {
        guard let first = rows.first else { return }
        let hasTold = columns.kinds.contains { $0 != .words && $0 != .empty }
        guard hasTold, rows.count > 1 else {
            if isNamesRow(first, rows) {
                headings = [first]
                evidence = Bilingual(
                    vi: "dòng đầu gồm các tên khác nhau, không ô nào lặp lại ở dưới",
                    en: "the first row has different names, none of which comes again below"
                )
            } else {
                evidence = noHeading
            }
            return
        }
        var found: [Int] = []
        var unlikeTotal = 0
        for row in rows.prefix(Self.headingLimit + 1) {
            let (unlike, like) = columns.contrast(of: row, in: view)
            if !found.isEmpty, view.table.records[row].isBroken { break }
            // A line that was not cut names no columns.
            if !found.isEmpty, view.rows[row].count == 1, width > 2 { break }
            if found.isEmpty, abs(view.rows[row].count - width) > max(1, width / 4), rows.count > 3
            {
                // Of quite another length: a title, unless the next row is no heading.
                if let next = next(after: row, in: rows), view.rows[next].count == width,
                    columns.contrast(of: next, in: view).unlike > 0
                {
                    start = next
                    continue
                }
            }
            let isGroup = unlike == 0 && like == 0 && found.isEmpty && view.rows[row].filled > 1
            guard isGroup || unlike > like && (found.isEmpty || like == 0) else { break }
            if found.isEmpty || isGroup || belongsTogether(found[0], row) {
                found.append(row)
            } else {
                // What stood above was a title.
                start = row
                found = [row]
            }
            unlikeTotal += unlike
        }
        guard unlikeTotal > 0, found.count <= Self.headingLimit else {
            evidence = noHeading
            return
        }
        headings = found
        evidence = Bilingual(
            vi: "\(unlikeTotal) ô là chữ ở trên các cột số, ngày, mã hoặc địa chỉ",
            en: "\(unlikeTotal) cells are words above columns of numbers, days, codes or addresses"
        )
    }

    private var noHeading: Bilingual {
        Bilingual(
            vi: "dòng đầu giống các dòng số liệu ở dưới",
            en: "the first row is like the rows of data below"
        )
    }

    /// Whether two rows above the data are one heading: groups above names, units below, or the same.
    private func belongsTogether(_ upper: Int, _ lower: Int) -> Bool {
        if view.areEqual(upper, lower) { return true }
        if view.rows[upper].filled < width || view.rows[lower].filled < width { return true }
        return (0..<width).allSatisfy { view.words(upper, $0).utf8.count <= 30 }
    }

    /// Whether a row of a table of words is its heading.
    private func isNamesRow(_ row: Int, _ rows: [Int]) -> Bool {
        var seen: Set<String> = []
        var filled = 0
        // Rows that all say the same are no heading above itself.
        guard rows.dropFirst().contains(where: { !view.areEqual(row, $0) }) || rows.count == 1
        else { return false }
        for column in 0..<min(width, 400) {
            let words = view.words(row, column).foldedName
            if words.isEmpty { continue }
            filled += 1
            if view.shape(row, column).isValue || !seen.insert(words).inserted { return false }
            if words.utf8.count > 100 { return false }
            for other in rows.dropFirst().prefix(100)
            where view.words(other, column).foldedName == words && !view.areEqual(row, other) {
                return false
            }
        }
        return filled * 2 > width
    }

    private mutating func findHeadingOfOneColumn(_ rows: [Int]) {
        guard let first = rows.first, rows.count > 1 else { return }
        let (unlike, like) = columns.contrast(of: first, in: view)
        let isTold = columns.kinds.first != .words && columns.kinds.first != .empty
        if isTold ? unlike > like : isNamesRow(first, rows) && view.shape(first, 0) == .word {
            headings = [first]
            start = first
            evidence = Bilingual(
                vi: "dòng đầu là chữ, khác các dòng dưới",
                en: "the first line is words, unlike those below"
            )
        } else {
            evidence = noHeading
        }
    }

    private func next(after row: Int, in rows: [Int]) -> Int? {
        rows.first { $0 > row }
    }

    /// The most rows with no blank one between them, where they are half of all: what stands apart from them
    /// may be another table.
    private func mainBlock(of rows: [Int]) -> ArraySlice<Int> {
        var best = 0..<0
        var start = 0
        for position in rows.indices {
            let isLast = position + 1 == rows.count
            if !isLast, !(rows[position] + 1..<rows[position + 1]).contains(where: isBlank) {
                continue
            }
            if position + 1 - start > best.count { best = start..<position + 1 }
            start = position + 1
        }
        return best.count > 1 && best.count * 2 >= rows.count ? rows[best] : rows[...]
    }

    private func isBlank(_ row: Int) -> Bool { view.rows[row].isBlank }

    /// `(1) (2) (3)`, `A B 1 2 3`, or `1 2 3 4` above columns that are no numbers.
    private func isNumbersRow(_ row: Int, above tabular: [Int]) -> Bool {
        let own = view.rows[row]
        guard own.filled >= 2, own.filled * 2 > width || own.filled >= 4 else { return false }
        var below = tabular.drop { $0 <= row }
        let next = below.first
        if let next, let gap = view.rows.indices.dropFirst(next).first(where: isBlank) {
            below = below.prefix { $0 <= gap }
        }
        // What the rows above hold are headings; only those below show that the numbers are none of theirs.
        var kinds: [ColumnKinds.Kind]?
        var expected: Int?
        var inParentheses = 0
        var numbers = 0
        var odd = 0
        for column in 0..<min(own.count, 400) {
            let words = view.words(row, column)
            if words.isEmpty { continue }
            if isLetter(words), numbers == 0 {
                if let next, !isLetter(view.words(next, column)) { odd += 1 }
                continue
            }
            // `3=1+2`, `(5)=(3)/(4)`
            let head = words.prefix { $0 != "=" }
            let digits = head.filter { !"()[] ".contains($0) }
            guard let number = Int(digits), number == expected ?? number, number < 1000,
                expected != nil || number <= 2
            else { return false }
            if head.first == "(" || head.first == "[" { inParentheses += 1 }
            if inParentheses == 0 {
                let told = kinds ?? ColumnKinds(view, rows: below, width: width).kinds
                kinds = told
                // A column that has a number somewhere shows nothing.
                let hasNumber = below.prefix(200).contains { row in
                    ColumnKinds.kind(view.shape(row, column)) == .number
                }
                if column < told.count, told[column] == .words, !hasNumber { odd += 1 }
            }
            expected = number + 1
            numbers += 1
        }
        guard numbers >= 2 else { return false }
        // One row below with one word in it may well be data as `1,2,3` are.
        return inParentheses == numbers || numbers >= 3 && odd > (below.count > 1 ? 0 : 1)
    }

    private func isLetter(_ text: String) -> Bool {
        text.utf8.count == 1 && text.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
}
