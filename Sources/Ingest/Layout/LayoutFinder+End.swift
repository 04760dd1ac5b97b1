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
        if let footer = firstOfFooter(upTo: end) {
            end = footer - 1
            // Place and date stand alone above who signs, usually at the right.
            while end > start, view.rows[end].isBlank { end -= 1 }
            let own = view.rows[end]
            if end > start, !headings.contains(end), own.filled == 1, own.first > 1,
                ColumnKinds.kind(view.shape(end, own.first)) == .words
            {
                end -= 1
            }
        }
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
        if isFootnote(row) { return true }
        // Notes begin at the left; in a wide table, one cell alone is none of its data anywhere.
        guard usualFill > 2, width > 2, own.filled == 1,
            own.first == 0 || usualFill > 4 || row > 0 && view.rows[row - 1].isBlank,
            ColumnKinds.kind(view.shape(row, own.first)) == .words
        else { return false }
        let isApart = row > 0 && (view.rows[row - 1].isBlank || isNoteText(row - 1))
        return isApart || words.utf8.count > 40 || own.count == 1 && words.contains(" ")
    }

    /// Begins as notes do, at the left, and has no values: a row of data may begin with the same word.
    private func isFootnote(_ row: Int) -> Bool {
        let own = view.rows[row]
        guard (0...1).contains(own.first), view.matcher.isFootnote(view.firstWords(row)) else {
            return false
        }
        if own.filled == 1 {
            // The word alone in a row with all its cells, right below the others, may be a name.
            if own.count == width, row == view.rows.indices.last, row > 0,
                !view.rows[row - 1].isBlank, view.matcher.isFootnoteWord(view.firstWords(row)),
                !isNoteText(row - 1)
            {
                return false
            }
            return width > 2 || own.count == 1 || row > 0 && view.rows[row - 1].isBlank
                || isNoteText(row - 1)
        }
        return own.filled == 2 && usualFill > 3 && own.last == own.first + 1
            && !view.shape(row, own.last).isValue
    }

    private func isNoteText(_ row: Int) -> Bool {
        row >= 0 && view.rows[row].filled == 1 && view.matcher.isFootnote(view.firstWords(row))
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
        let found = [
            beginOfOtherWidth(from: body), beginBehindBlank(from: body), beginOfCopy(from: body),
        ]
        return found.compactMap { $0 }.min()
    }

    /// A heading of another length, below which rows have its length and none the table's.
    private func beginOfOtherWidth(from body: Int) -> Int? {
        var tries = 0
        for row in body..<view.rows.count {
            let own = view.rows[row]
            guard own.count != width, own.filled > 1, !own.isComment, !isBroken(row),
                isHeadingLike(row)
            else { continue }
            tries += 1
            if tries > 50 { return nil }
            let below = view.rows.dropFirst(row + 1).prefix(200).filter { !$0.isBlank }
            let same = below.count { $0.count == own.count }
            let usual = below.count { $0.count == width }
            if same >= 2, same * 10 >= below.count * 8, usual * 10 <= below.count { return row }
        }
        return nil
    }

    private func isBroken(_ row: Int) -> Bool { view.table.records[row].isBroken }

    /// Behind a blank row, and titles of one cell, a heading with other names.
    private func beginBehindBlank(from body: Int) -> Int? {
        guard width > 2, columns.kinds.contains(where: { $0 != .words && $0 != .empty }) else {
            return nil
        }
        var begin: Int?
        for row in body..<view.rows.count {
            let own = view.rows[row]
            if own.isBlank {
                begin = begin ?? row + 1
                continue
            }
            if own.filled == 1, begin != nil { continue }
            defer { begin = nil }
            guard let begin, own.filled >= 3, own.filled * 2 >= usualFill, !isBroken(row),
                row + 1 < view.rows.count, !isTotal(row)
            else { continue }
            let (unlike, like) = columns.contrast(of: row, in: view)
            guard unlike >= 2, like == 0, !isHeadingAgain(row) else { continue }
            return begin
        }
        return nil
    }

    private func isHeadingAgain(_ row: Int) -> Bool {
        headings.contains { view.areEqual($0, row) } || knownNames(row).isMost
    }

    /// Cells of a row that are names of the heading, and whether most are.
    private func knownNames(_ row: Int) -> (count: Int, isMost: Bool) {
        var names: Set<String> = []
        for heading in headings {
            for column in 0..<min(view.rows[heading].count, 400) {
                names.insert(view.words(heading, column).foldedName)
            }
        }
        names.remove("")
        let own = (0..<min(view.rows[row].count, 400)).map { view.words(row, $0).foldedName }
        let known = own.count { names.contains($0) }
        return (known, known >= 2 && known * 2 >= own.count)
    }

    /// Whether the row is unlike the columns above it: names, no values.
    private func isHeadingLike(_ row: Int) -> Bool {
        if knownNames(row).isMost { return true }
        let (unlike, like) = columns.contrast(of: row, in: view)
        return unlike > like || like == 0 && view.rows[row - 1].isBlank
    }

    /// The heading again, and below it rows nearly all of which stood above.
    private func beginOfCopy(from body: Int) -> Int? {
        guard let heading = headings.last else { return nil }
        for row in body..<view.rows.count where view.areEqual(row, heading) {
            var above: Set<Int> = []
            for earlier in body..<row { above.insert(key(of: earlier)) }
            let below = ((row + 1)..<view.rows.count).filter { !view.rows[$0].isBlank }
            let copies = below.count { above.contains(key(of: $0)) }
            return below.count > 1 && copies * 10 >= below.count * 9 ? row : nil
        }
        return nil
    }

    /// What rows that say the same have in common; not their words, since all rows are kept in mind.
    private func key(of row: Int) -> Int {
        var hasher = Hasher()
        for column in 0..<view.rows[row].count { hasher.combine(view.words(row, column)) }
        return hasher.finalize()
    }
}
