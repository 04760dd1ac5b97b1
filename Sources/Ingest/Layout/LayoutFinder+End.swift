import Vocabulary

extension LayoutFinder {
    /// The last record of the table.
    mutating func lastOfTable() -> Int {
        guard !view.rows.isEmpty else { return -1 }
        guard width > 1 else { return lastOfOneColumn() }
        var end = view.rows.count - 1
        if let further = firstOfFurtherTable() {
            furtherTable = further
            end = further - 1
        }
        if let footer = firstOfFooter(upTo: end) { end = footer - 1 }
        // Notes at the end: rows with one cell below a blank one, or that begin as notes do.
        var last = end
        while last > start, !headings.contains(last) {
            let own = view.rows[last]
            if own.isBlank || own.isComment {
                last -= 1
                continue
            }
            guard isNote(last) else { break }
            last -= 1
        }
        return last
    }

    private func lastOfOneColumn() -> Int {
        let end = view.rows.count - 1
        guard let footer = firstOfFooter(upTo: end) else { return end }
        return footer - 1
    }

    private func isNote(_ row: Int) -> Bool {
        let own = view.rows[row]
        let words = view.firstWords(row)
        if own.filled <= 2, view.matcher.isFootnote(words) { return true }
        guard usualFill > 2, width > 2, own.filled == 1,
            ColumnKinds.kind(view.shape(row, own.first)) == .words
        else { return false }
        let isApart = row > 0 && (view.rows[row - 1].isBlank || isNoteText(row - 1))
        return isApart || words.utf8.count > 40 || own.count == 1 && words.contains(" ")
    }

    private func isNoteText(_ row: Int) -> Bool {
        view.rows[row].filled == 1 && view.matcher.isFootnote(view.firstWords(row))
    }

    /// The first row of the lines below the table: it names who made or signs it.
    private func firstOfFooter(upTo end: Int) -> Int? {
        let body = (headings.last ?? start) + 1
        guard body <= end else { return nil }
        for row in body...end {
            let own = view.rows[row]
            guard own.filled > 0, own.filled <= 4, own.filled * 2 <= max(usualFill, 2) + 1 else {
                continue
            }
            let isFooter = (own.first...own.last).contains { column in
                view.matcher.isFooter(view.words(row, column))
            }
            if isFooter, !hasFiguresBelow(row, upTo: end) { return row }
        }
        return nil
    }

    /// Whether rows of data follow: then the line was none of a footer.
    private func hasFiguresBelow(_ row: Int, upTo end: Int) -> Bool {
        guard row < end else { return false }
        var count = 0
        for next in (row + 1)...end where isTabular(next) {
            count += 1
            if count > 4 { return true }
        }
        return false
    }

    /// Where another table begins: its heading, of another width or with other names, then its rows; or
    /// the same heading with the same rows once more.
    private func firstOfFurtherTable() -> Int? {
        let body = (headings.last ?? start) + 1
        guard body < view.rows.count else { return nil }
        return beginOfOtherWidth(from: body) ?? beginOfCopy(from: body)
    }

    /// From here on rows have another length, to the end.
    private func beginOfOtherWidth(from body: Int) -> Int? {
        var row = view.rows.count - 1
        var lengths: [Int: Int] = [:]
        var begin: Int?
        var own = 0
        while row >= body {
            let seen = view.rows[row]
            if !seen.isBlank, !seen.isComment {
                if seen.count == width {
                    own += 1
                    if own > 2 { break }
                } else if seen.filled > 1 {
                    lengths[seen.count, default: 0] += 1
                    if own == 0 { begin = row }
                    if own > 0 { break }
                }
            }
            row -= 1
        }
        guard let begin, let (length, count) = lengths.max(by: { $0.value < $1.value }),
            count >= 3, view.rows[begin].count == length, isHeadingLike(begin)
        else { return nil }
        return begin
    }

    /// Whether the row is unlike the columns above it: names, no values.
    private func isHeadingLike(_ row: Int) -> Bool {
        if let heading = headings.last {
            let names = Set((0..<width).map { view.words(heading, $0).foldedName })
            let own = (0..<min(view.rows[row].count, 400)).map { view.words(row, $0).foldedName }
            let known = own.count { !$0.isEmpty && names.contains($0) }
            if known >= 2, known * 2 >= own.count { return true }
        }
        let (unlike, like) = columns.contrast(of: row, in: view)
        return unlike > like || like == 0 && view.rows[row - 1].isBlank
    }

    /// The heading again, and below it rows that all stood above.
    private func beginOfCopy(from body: Int) -> Int? {
        guard let heading = headings.last else { return nil }
        for row in body..<view.rows.count where view.areEqual(row, heading) {
            var above: Set<String> = []
            for earlier in body..<row { above.insert(key(of: earlier)) }
            let below = (row + 1)..<view.rows.count
            let filled = below.filter { !view.rows[$0].isBlank }
            let isCopy = filled.count > 1 && filled.allSatisfy { above.contains(key(of: $0)) }
            return isCopy ? row : nil
        }
        return nil
    }

    private func key(of row: Int) -> String {
        (0..<view.rows[row].count).map { view.words(row, $0) }.joined(separator: "\u{1F}")
    }
}
