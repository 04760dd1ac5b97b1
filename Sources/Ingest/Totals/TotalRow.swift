/// A total or subtotal row and the stretches of data rows that it may cover.
struct TotalRow {
    let record: RecordSpan
    /// Ordinals among the data rows, the likeliest first; none is empty.
    let stretches: [Range<Int>]
}

extension TotalRow {
    /// The total rows of a table.
    ///
    /// Offices put a subtotal below its rows (`Cộng`) or above them (`I`, with figures), and a total below or
    /// above them all; which one it is, the sums tell.
    static func all(in table: CellTable, layout: TableLayout) -> [TotalRow] {
        // Data rows before each record that divides the table.
        var dividers: [(record: Int, before: Int, label: Label)] = []
        var dataRows = 0
        for (index, kind) in layout.kinds.enumerated() {
            switch kind {
            case .data: dataRows += 1
            case .subtotal, .total, .subheading:
                dividers.append((index, dataRows, Label(table.records[index], of: table)))
            case .heading, .leftOut: break
            }
        }
        var nextAlike: [Label: Int] = [:]
        var rows: [TotalRow] = []
        for (order, divider) in dividers.enumerated().reversed() {
            let kind = layout.kinds[divider.record]
            let below =
                divider
                .before..<(order + 1 < dividers.count
                ? dividers[order + 1].before : dataRows)
            let belowAlike = divider.before..<(nextAlike[divider.label] ?? dataRows)
            let above = (order > 0 ? dividers[order - 1].before : 0)..<divider.before
            let allAbove = 0..<divider.before
            if divider.label != .words { nextAlike[divider.label] = divider.before }
            guard kind != .subheading else { continue }
            let stretches =
                kind == .total
                ? [0..<dataRows, allAbove, above, below, belowAlike]
                : [above, below, belowAlike, allAbove, 0..<dataRows]
            var seen: [Range<Int>] = []
            for stretch in stretches where !stretch.isEmpty && !seen.contains(stretch) {
                seen.append(stretch)
            }
            rows.append(TotalRow(record: table.records[divider.record], stretches: seen))
        }
        return rows.reversed()
    }

    /// How a dividing row is numbered; rows of one sort divide each other.
    private enum Label: Hashable {
        case roman
        case letter
        case number
        case words

        init(_ record: RecordSpan, of table: CellTable) {
            let first = record.fields.lazy.map { table.fields[$0] }.first { !table.isBlank($0) }
            let text = first.map { table.words($0) } ?? ""
            let word = text.prefix { $0 != " " && $0 != "." && $0 != ")" && $0 != ":" }
            if !word.isEmpty, word.allSatisfy({ "IVXL".contains($0) }) {
                self = .roman
            } else if !word.isEmpty, word.allSatisfy({ ("0"..."9").contains($0) }) {
                self = .number
            } else if word.count == 1, word.first?.isUppercase == true {
                self = .letter
            } else {
                self = .words
            }
        }
    }
}
