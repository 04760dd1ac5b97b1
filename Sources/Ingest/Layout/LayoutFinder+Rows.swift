import DatasetModel
import Vocabulary

extension LayoutFinder {
    /// Says of every record what it is.
    mutating func nameRows() {
        let last = lastOfTable()
        nameRowsAbove()
        var hasData = false
        for row in view.rows.indices.dropFirst(start) where row <= last {
            if headings.contains(row) {
                kinds[row] = .heading
                continue
            }
            kinds[row] = kind(of: row, hasDataAbove: hasData)
            if kinds[row] == .data { hasData = true }
        }
        nameRowsBelow(last)
        nameTotals()
    }

    private mutating func nameRowsAbove() {
        for row in view.rows.indices.prefix(start) {
            let own = view.rows[row]
            let isUnitLine =
                own.filled <= 2
                && (0..<min(own.count, 100)).contains { column in
                    view.matcher.isUnitLine(view.words(row, column))
                }
            kinds[row] = .leftOut(
                own.isBlank ? .blank : own.isComment ? .comment : isUnitLine ? .unitLine : .preamble
            )
        }
    }

    private func kind(of row: Int, hasDataAbove: Bool) -> RecordKind {
        let own = view.rows[row]
        if own.isComment { return .leftOut(.comment) }
        if own.isBlank { return width == 1 ? .data : .leftOut(.blank) }
        if row == numbersRow { return .leftOut(.columnNumbers) }
        guard width > 1 else { return .data }
        if !headings.isEmpty, headings.contains(where: { view.areEqual($0, row) }) {
            return .leftOut(.repeatedHeading)
        }
        if numbersRow.map({ view.areEqual($0, row) }) ?? false { return .leftOut(.columnNumbers) }
        if own.filled == 1, view.matcher.isUnitLine(view.firstWords(row)) {
            return .leftOut(.unitLine)
        }
        let hasFigures = hasFigures(row)
        if isTotal(row) { return hasFigures ? .total : .subheading }
        if isOrdinalGroup(row) { return hasFigures ? .subtotal : .subheading }
        if width > 2, own.filled == 1, usualFill > 2, isAloneText(row) { return .subheading }
        return .data
    }

    /// Words alone in a row, no value: a line that groups those below.
    private func isAloneText(_ row: Int) -> Bool {
        let own = view.rows[row]
        guard own.first <= 1 || own.first == own.last else { return false }
        switch view.shape(row, own.first) {
        case .word, .text, .code: return own.count * 2 > width
        default: return false
        }
    }

    private func hasFigures(_ row: Int) -> Bool {
        columns.kinds.indices.contains { column in
            columns.kinds[column] == .number && ColumnKinds.kind(view.shape(row, column)) == .number
        }
    }

    /// A row that is called a total and names no organisation: no code, no sector, no other words.
    func isTotal(_ row: Int) -> Bool {
        let own = view.rows[row]
        guard own.first >= 0 else { return false }
        // Its name stands at the left: look there first, since nearly all rows are none.
        let mayBe = (own.first...min(own.last, own.first + 4)).contains { column in
            view.field(row, column).map {
                view.matcher.mayBeTotal(view.table.bytes, $0.start..<$0.end)
            } ?? false
        }
        guard mayBe else { return false }
        var words: [Int] = []
        for column in own.first...own.last {
            switch ColumnKinds.kind(view.shape(row, column)) {
            case .words, .code: words.append(column)
            default: break
            }
            if words.count > 3 { return false }
        }
        let isNamed = words.contains { view.matcher.isTotal(view.words(row, $0)) }
        guard isNamed else { return false }
        // `I | Cộng` has an ordinal beside its name.
        return words.allSatisfy { column in
            let text = view.words(row, column)
            return view.matcher.isTotal(text) || isGroupOrdinal(text)
                || view.matcher.isMissingMark(text) || view.shape(row, column) == .mark
        }
    }

    /// A row whose first cell is `I`, `II`, `A.` while rows of data begin otherwise.
    private func isOrdinalGroup(_ row: Int) -> Bool {
        let own = view.rows[row]
        guard own.first >= 0, own.first <= 2, isGroupOrdinal(view.words(row, own.first)) else {
            return false
        }
        let kind = own.first < columns.kinds.count ? columns.kinds[own.first] : .empty
        return kind == .number || kind == .code
    }

    /// Below the table: notes, then who made and signed it, and whatever follows.
    private mutating func nameRowsBelow(_ last: Int) {
        var hasFooter = false
        for row in view.rows.indices where row > last {
            let own = view.rows[row]
            if own.isBlank {
                kinds[row] = width == 1 ? .data : .leftOut(.blank)
                continue
            }
            if own.isComment {
                kinds[row] = .leftOut(.comment)
                continue
            }
            if let further = furtherTable, row >= further {
                kinds[row] = .leftOut(.furtherTable)
                continue
            }
            let isFooter = (0..<min(own.count, 100)).contains { column in
                view.matcher.isFooter(view.words(row, column))
            }
            hasFooter = hasFooter || isFooter
            kinds[row] = .leftOut(hasFooter ? .footer : .footnote)
        }
        // Place and day stand right above those who sign.
        for row in view.rows.indices.reversed().dropFirst() where row > last {
            guard kinds[row] == .leftOut(.footnote), kinds[row + 1] == .leftOut(.footer),
                !view.matcher.isFootnote(view.firstWords(row))
            else { continue }
            kinds[row] = .leftOut(.footer)
        }
    }

    /// A total with data below it only sums a part, unless it stands at the head of the table.
    private mutating func nameTotals() {
        guard let first = kinds.firstIndex(of: .data), let last = kinds.lastIndex(of: .data) else {
            return
        }
        for row in kinds.indices where kinds[row] == .total && row > first && row < last {
            kinds[row] = .subtotal
        }
    }
}
